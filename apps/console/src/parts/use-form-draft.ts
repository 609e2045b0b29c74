/** A form of several fields whose contents survive as a {@link useDraft} does. */
import { useCallback, useMemo } from 'react';
import { useDraft } from './use-draft.js';

/**
 * @param key as in `useDraft`
 * @param empty the form before anything was written; must stay the same object
 */
export function useFormDraft<T extends object>(
  key: string,
  empty: T,
): readonly [T, (change: Partial<T>) => void, () => void] {
  const [text, setText, forget] = useDraft(key);
  const form = useMemo(() => ({ ...empty, ...fieldsOf<T>(text) }), [text, empty]);
  const change = useCallback((part: Partial<T>) => setText(JSON.stringify({ ...form, ...part })), [form, setText]);
  return [form, change, forget];
}

/** What an older version of the page kept may not be readable. */
function fieldsOf<T>(text: string): Partial<T> {
  try {
    return text === '' ? {} : (JSON.parse(text) as Partial<T>);
  } catch {
    return {};
  }
}
