/** Lint findings on a compiled scenario without errors: the same for a file and for an exercise. */
import { lintScenario } from '#domain/exercise/lint.js';
import type { Scenario } from '#domain/exercise/scenario.js';
import { checkAlert } from '#contracts/alert/alert-schema.js';
import type { FieldProblem } from '#contracts/problem.js';
import { lintJurisdiction } from './lint-jurisdiction.js';
import { lintLabels } from './lint-labels.js';
import { lintNationals } from './lint-nationals.js';
import { lintObjectives } from './lint-objectives.js';
import { lintPlaces } from './lint-places.js';
import { lintReferences } from './lint-references.js';
import { lintScript } from './lint-script.js';

const CHECKS: readonly ((scenario: Scenario) => readonly FieldProblem[])[] = [
  lintScenario,
  lintPlaces,
  lintJurisdiction,
  capWarnings,
  lintReferences,
  lintNationals,
  lintObjectives,
  lintScript,
  lintLabels,
];

/** Warnings only, those on the policy first. @param most findings */
export function scenarioFindings(scenario: Scenario, most: number): FieldProblem[] {
  const found: FieldProblem[] = [];
  for (const check of CHECKS) if (found.length < most) found.push(...check(scenario));
  return found.slice(0, most);
}

function capWarnings({ injects = [] }: Scenario): FieldProblem[] {
  return injects.flatMap((inject, index) => {
    if (inject.kind !== 'alert') return [];
    const { warnings } = checkAlert(inject.messages[0].alert, { asExercise: false });
    return warnings.map(({ code, message, level }) => ({ code, path: `injects[${index}].alert`, message, level }));
  });
}
