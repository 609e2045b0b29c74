/** What the list of incidents shows, as the URL holds it. */
import { useMemo } from 'react';
import { useUrl } from '../../app/use-url-state.js';
import type { IncidentFilter } from './filter-incidents.js';

export const VIEWS = ['list', 'table', 'board'] as const;
export type View = (typeof VIEWS)[number];

/** The parameters of the URL that make up a view, and that a saved view holds. */
export const LIST_PARAMETERS = ['q', 'show', 'status', 'severity', 'side', 'site', 'ended', 'view', 'sort'] as const;
export type ListParameter = (typeof LIST_PARAMETERS)[number];
export type ListParameters = Readonly<Partial<Record<ListParameter, string>>>;

const NOTHING = Object.fromEntries(LIST_PARAMETERS.map((name) => [name, undefined]));

export interface ListState {
  readonly parameters: ListParameters;
  readonly filter: IncidentFilter;
  readonly view: View;
  /** All of it as a text: another text is another question. */
  readonly question: string;
  /** Changes some of the parameters; an empty or absent value takes one away. */
  readonly set: (changes: ListParameters) => void;
  /** Shows exactly this. */
  readonly replace: (parameters: ListParameters) => void;
}

export function useListState(): ListState {
  const [params, change] = useUrl();
  const question = LIST_PARAMETERS.map((name) => params.get(name) ?? '').join('\n');
  return useMemo((): ListState => {
    const values = question.split('\n');
    const parameters: Partial<Record<ListParameter, string>> = {};
    LIST_PARAMETERS.forEach((name, index) => {
      if (values[index]) parameters[name] = values[index];
    });
    const { q, show, status, severity, side, site, ended, view } = parameters;
    return {
      parameters,
      question,
      filter: { words: q, show, status, severity, side, site, ended: ended === '1' },
      view: VIEWS.find((one) => one === view) ?? 'list',
      set: change,
      replace: (next) => change({ ...NOTHING, ...next }),
    };
  }, [question, change]);
}
