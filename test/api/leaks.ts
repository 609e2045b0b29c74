/** What an answer must not hold, by who reads it: ids and texts of the other side, and what is for those who run the exercise. */
import type { Role } from '#domain/kernel/role.js';
import { RELEASE_CLASSES, type ReleaseClass, type Side } from '#domain/kernel/side.js';
import { audiencesOf, streamOf } from '#domain/release/release.js';
import { showsAll } from '#domain/release/shown.js';

export interface Reader {
  readonly role: Role;
  readonly side?: Side;
}

/** The seed of an exercise in which leaks are looked for. */
export const SEED_MARK = 'seed-for-controllers';

/** Stands in the texts of this class, and in no others. */
export function markOf(releaseClass: ReleaseClass): string {
  return `text-of-${releaseClass}`;
}

/** What gives a thing of a class away: its mark, and ids that name the class. */
function signsOf(releaseClass: ReleaseClass): RegExp {
  // The number of a tear line has the name of the side that it is for; the side that it is from knows it.
  const id = releaseClass === 'JOINT' ? '' : `|(?<!TL-)\\b${releaseClass}-\\d{4}\\b`;
  return new RegExp(`${markOf(releaseClass)}${id}`, 'g');
}

/** Fields and words of the trainer's hand. */
const CONTROLLERS = new RegExp(
  `${SEED_MARK}|"generation"|"mode":|"(?:inject|linkBack|deliver|answer):|\\b(?:UnitModeChanged|PolicyChanged|ExerciseStepped|RunToSet)\\b`,
  'g',
);

/** What the answer holds that this reader may not know, and that the question did not name itself. */
export function leaksTo(reader: Reader, question: string, answer: string): string[] {
  const stream = streamOf(reader);
  if (showsAll(stream)) return [];
  const hidden = RELEASE_CLASSES.filter((one) => !audiencesOf(stream).includes(one)).map(signsOf);
  const found = [...hidden, CONTROLLERS].flatMap((signs) => answer.match(signs) ?? []);
  return [...new Set(found)].filter((one) => !question.includes(one));
}
