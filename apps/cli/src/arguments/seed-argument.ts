/** Seeds as people give them on the command line. */
import { unusable } from '../failure.js';

const LONGEST_SEED = 200;

/** The text itself; undefined where none was given. @throws Failure */
export function seedOf(text: string | undefined): string | undefined {
  if (text === undefined || (text !== '' && text.length <= LONGEST_SEED)) return text;
  throw unusable(`--seed: give a text of 1 to ${LONGEST_SEED} characters`);
}
