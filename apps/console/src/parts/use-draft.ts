/** What a person writes survives reload, reconnect, sign-out by time-out and a change of language: it is kept in this browser until it was sent. */
import { useCallback, useEffect, useState } from 'react';
import { useViewer } from '../session/use-session.js';

const PREFIX = 'draft:';

/**
 * @param key names the form, and the exercise and thing that it is about
 * @returns the text, how to change it, and how to forget it once it was sent
 */
export function useDraft(key: string, initial = ''): readonly [string, (text: string) => void, () => void] {
  const { account } = useViewer();
  const name = `${PREFIX}${account}:${key}`;
  const [text, setText] = useState(() => localStorage.getItem(name) ?? initial);
  useEffect(() => setText(localStorage.getItem(name) ?? initial), [name, initial]);
  const change = useCallback(
    (next: string) => {
      setText(next);
      if (next === '') localStorage.removeItem(name);
      else localStorage.setItem(name, next);
    },
    [name],
  );
  const forget = useCallback(() => {
    localStorage.removeItem(name);
    setText(initial);
  }, [name, initial]);
  return [text, change, forget];
}

/** For a form that is sent after it has left the page, with all its fields: `key`, `key.field`. @param key as {@link useDraft} has it */
export function forgetDraft(account: string, key: string): void {
  const name = `${PREFIX}${account}:${key}`;
  for (const one of Object.keys(localStorage)) {
    if (one === name || one.startsWith(`${name}.`)) localStorage.removeItem(one);
  }
}
