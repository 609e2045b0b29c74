/** An objective with two spellings, which the evaluation would rate as two objectives. */
import type { Scenario } from '#domain/exercise/scenario.js';
import type { FieldProblem } from '#contracts/problem.js';
import { warning } from './lint-times.js';
import { distanceOf } from '#contracts/json/nearest.js';

/** Spellings that are compared at most; an exercise has a few. */
const MOST_SPELLINGS = 200;
/** In a word this long, one differing letter (two in a very long word) counts as a spelling mistake; shorter words count as different. */
const LONG_WORD = 6;
const VERY_LONG_WORD = 9;

/** One warning for each further spelling, at the first expectation that has it. */
export function lintObjectives({ expectations = [] }: Scenario): FieldProblem[] {
  const spellings = new Map<string, number>();
  expectations.forEach(({ objective }, index) => {
    if (objective !== undefined && !spellings.has(objective) && spellings.size < MOST_SPELLINGS) {
      spellings.set(objective, index);
    }
  });
  const seen: Spelling[] = [];
  return [...spellings].flatMap(([text, index]) => {
    const spelling = spellingOf(text);
    const before = seen.find((each) => isLike(each, spelling));
    seen.push(spelling);
    if (before === undefined) return [];
    const message = `The objectives "${before.text}" and "${text}" look like one objective. Use one spelling.`;
    return [warning('OBJECTIVE_SPELLED_TWICE', `expectations[${index}].objective`, message)];
  });
}

interface Spelling {
  readonly text: string;
  readonly words: readonly string[];
  /** All letters and digits in lower case. */
  readonly letters: string;
}

function spellingOf(text: string): Spelling {
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => word !== '');
  return { text, words, letters: words.join('') };
}

/** Equal except for case, spaces and hyphens, or for a spelling mistake in one long word. */
function isLike(one: Spelling, other: Spelling): boolean {
  if (one.letters === other.letters) return one.letters !== '';
  if (one.words.length !== other.words.length) return false;
  const differing = one.words.flatMap((word, index) => {
    const counterpart = other.words[index] ?? '';
    return word === counterpart ? [] : [[word, counterpart] as const];
  });
  const [pair] = differing;
  return pair !== undefined && differing.length === 1 && isMistake(...pair);
}

function isMistake(one: string, other: string): boolean {
  // Different numbers mean different objectives.
  if (/\p{N}/u.test(one + other)) return false;
  const length = Math.min(one.length, other.length);
  const mistakes = length >= VERY_LONG_WORD ? 2 : length >= LONG_WORD ? 1 : 0;
  return mistakes > 0 && distanceOf(one, other, mistakes + 1) <= mistakes;
}
