/** Views that a person has named: which filters, which form, which sort. They stay in this browser. */
import { LIST_PARAMETERS, type ListParameters } from './use-list-state.js';

export interface SavedView {
  readonly name: string;
  readonly parameters: ListParameters;
}

/** What somebody else may have written into the browser's storage is no view. */
export function readViews(text: string | null): readonly SavedView[] {
  try {
    const parsed: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(parsed) ? parsed.flatMap(viewIn) : [];
  } catch {
    return [];
  }
}

function viewIn(value: unknown): SavedView[] {
  if (typeof value !== 'object' || value === null) return [];
  const { name, parameters } = value as Partial<Record<string, unknown>>;
  if (typeof name !== 'string' || typeof parameters !== 'object' || parameters === null) return [];
  const known = LIST_PARAMETERS.flatMap((key) => {
    const one = (parameters as Record<string, unknown>)[key];
    return typeof one === 'string' ? [[key, one] as const] : [];
  });
  return [{ name, parameters: Object.fromEntries(known) }];
}

/** A view of the same name is replaced. */
export function withView(views: readonly SavedView[], view: SavedView): readonly SavedView[] {
  return [...views.filter(({ name }) => name !== view.name), view].toSorted((a, b) => a.name.localeCompare(b.name));
}
