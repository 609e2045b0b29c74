/** The words for values of the domain, in the reader's language. */
import { useCallback } from 'react';
import { plainText } from '#contracts/sentences/plain-text.js';
import { useSay } from '../language/say.js';

/** `word('incidentStatus', 'responding')`. A value without a word, of a newer server, is shown as it is. */
export function useWord(): (kind: string, value: string) => string {
  const say = useSay();
  return useCallback(
    (kind, value) => {
      const key = `word.${kind}.${value}`;
      return say.has(key) ? plainText(say(key), say) : value;
    },
    [say],
  );
}
