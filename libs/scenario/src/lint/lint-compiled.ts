/** What can be remarked on a scenario that loads, from the form that the engine runs: the same for a file and for an exercise. */
import { lintScenario } from '#domain/exercise/lint.js';
import type { Scenario } from '#domain/exercise/scenario.js';
import { checkAlert } from '#contracts/alert/alert-schema.js';
import type { FieldProblem } from '#contracts/problem.js';
import { lintJurisdiction } from './lint-jurisdiction.js';
import { lintNationals } from './lint-nationals.js';
import { lintObjectives } from './lint-objectives.js';
import { lintPlaces } from './lint-places.js';
import { lintReferences } from './lint-references.js';
import { lintScript } from './lint-script.js';

/**
 * The scenario has no errors. Warnings only, those on the policy first.
 * @param most how many are wanted at most
 */
export function inspectCompiled(scenario: Scenario, most: number): FieldProblem[] {
  const checks = [
    lintScenario,
    lintPlaces,
    lintJurisdiction,
    remarksOfCap,
    lintReferences,
    lintNationals,
    lintObjectives,
    lintScript,
  ];
  const found: FieldProblem[] = [];
  for (const check of checks) {
    found.push(...check(scenario));
    if (found.length >= most) break;
  }
  return found.slice(0, most);
}

/** What CAP has to remark on the alerts of the script. */
function remarksOfCap({ injects = [] }: Scenario): FieldProblem[] {
  return injects.flatMap((inject, index) =>
    inject.kind === 'alert'
      ? checkAlert(inject.messages[0].alert, { asExercise: false }).warnings.map(({ code, message, level }) => ({
          code,
          path: `injects[${index}].alert`,
          message,
          level,
        }))
      : [],
  );
}
