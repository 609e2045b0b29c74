/** Random exercises: labels, texts and choices, drawn from one number, so that a failure can be had again with `TWINS_SEED`. */
import fc from 'fast-check';
import type { Side } from '#domain/kernel/side.js';
import { TEAR_LINE_TLPS, TLP_LABELS } from '#domain/release/label.js';
import { LIAISON_UNITS } from './world.js';

const SEED = Number(process.env['TWINS_SEED'] ?? 1);

/** Always the same for a part of the exercise, whatever else was drawn. */
export function draw<T>(arbitrary: fc.Arbitrary<T>, part: string, count: number): T[] {
  const seed = Array.from(part, (letter) => letter.charCodeAt(0)).reduce(
    (sum, code) => (sum * 31 + code) % 2 ** 31,
    SEED,
  );
  return fc.sample(arbitrary, { numRuns: count, seed });
}

export const SEVERITY = fc.constantFrom('Minor', 'Moderate', 'Severe', 'Extreme');
export const TEXT = fc.stringMatching(/^[a-z]{3,12}( [a-z]{3,12}){0,3}$/);
export const TEAR_LINE_LABEL = fc.record({ tearLineTlp: fc.constantFrom(...TEAR_LINE_TLPS) }, { requiredKeys: [] });

/** Labels of one side's class, by whom they may be read. */
export function labelOf(side: Side): fc.Arbitrary<{ class: Side; tlp?: string; releasableTo?: string[] }> {
  const recipients = ['role:operator', 'role:commander', 'role:liaison', `unit:${LIAISON_UNITS[side]}`];
  return fc.record(
    {
      class: fc.constant(side),
      tlp: fc.constantFrom(...TLP_LABELS),
      releasableTo: fc.subarray(recipients, { minLength: 1 }),
    },
    { requiredKeys: ['class'] },
  );
}

/** Labels that do not keep a thing from the owner's desk. */
export function openLabelOf(side: Side): fc.Arbitrary<{ class: Side; tlp?: string }> {
  const tlp = fc.constantFrom('TLP:AMBER+STRICT', 'TLP:AMBER', 'TLP:GREEN');
  return fc.record({ class: fc.constant(side), tlp }, { requiredKeys: ['class'] });
}
