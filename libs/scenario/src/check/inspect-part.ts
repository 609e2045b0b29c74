/** The check of shared parts and of policies by themselves, without the scenario that they are meant for. */
import { lintPolicyAlone } from '#domain/exercise/lint.js';
import type { FieldProblem } from '#contracts/problem.js';
import type { Gaps } from './readable-part.js';
import { toPolicy } from '../compile/compile-scenario.js';
import { inspectScenario, MAX_PROBLEMS, readPolicyShape } from './check-scenario.js';

/** What only a scenario has; a duration as long as any, so that no wait lies beyond the end. */
const STAND_INS = { tandem: 1, id: 'parts', title: 'Parts', duration: '720h' };
/** With these the parts are whole: whatever they refer to is among them. */
const WHOLE = ['sites', 'units', 'policy'] as const;

/** Whether the parts refer to nothing outside. */
export function isWhole(parts: Readonly<Record<string, unknown>>): boolean {
  return WHOLE.every((part) => parts[part] !== undefined);
}

/** Errors and warnings, at most 100. References to what another file may hold are not judged. */
export function inspectPart(parts: Readonly<Record<string, unknown>>, gaps: Gaps): readonly FieldProblem[] {
  const incomplete = gaps.incomplete || !isWhole(parts);
  const { problems } = inspectScenario({ ...STAND_INS, ...parts }, { incomplete, unread: gaps.unread });
  if (!incomplete || problems.length > 0 || gaps.unread.length > 0) return problems;
  const { input } = readPolicyShape(parts['policy']);
  return input ? lintPolicyAlone(toPolicy(input)).slice(0, MAX_PROBLEMS) : problems;
}
