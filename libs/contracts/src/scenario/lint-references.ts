/** References between the alerts of a script that come too early, or once too often. */
import type { FieldProblem } from '../problem.js';
import { parseExerciseTime } from './duration.js';
import { warning } from './lint-times.js';
import type { ScenarioInput } from './scenario-shape.js';
import type { InjectInput } from './script-shape.js';

interface Placed {
  readonly inject: InjectInput;
  readonly path: string;
  readonly index: number;
}

/** The script has no errors: what is referenced is there, and not later. */
export function lintReferences({ injects = [] }: ScenarioInput): FieldProblem[] {
  const placed = injects.map((inject, index) => ({ inject, path: `injects[${index}]`, index }));
  const byId = new Map(placed.map((each) => [each.inject.id, each]));
  return [...placed.flatMap((each) => outOfOrder(each, byId)), ...cancelledTwice(placed)];
}

/** Injects of one time fire in the order of the file. */
function outOfOrder({ inject, path, index }: Placed, byId: ReadonlyMap<string, Placed>): FieldProblem[] {
  const { updates, cancels } = inject.alert ?? {};
  const other = byId.get(updates ?? cancels ?? '');
  if (other === undefined || other.index <= index) return [];
  const [own, its] = [timeOf(inject), timeOf(other.inject)];
  if (own === undefined || own !== its) return [];
  const field = updates === undefined ? 'cancels' : 'updates';
  const message =
    `${inject.id} ${field} ${other.inject.id}, which is at the same time (${inject.at}) but later in the file, ` +
    `so it fires first. Put ${inject.id} after ${other.inject.id}.`;
  return [warning('REFERENCE_OUT_OF_ORDER', `${path}.alert.${field}`, message)];
}

/** Cancels that each wait for a condition may be alternatives; all others come one after the other. */
function cancelledTwice(injects: readonly Placed[]): FieldProblem[] {
  const before = new Map<string, InjectInput>();
  return injects.flatMap(({ inject, path }) => {
    const cancels = inject.alert?.cancels;
    if (cancels === undefined) return [];
    const first = before.get(cancels);
    if (first === undefined) before.set(cancels, inject);
    else if (first.when === undefined || inject.when === undefined) {
      const message = `${first.id} already cancels ${cancels}; a second Cancel is refused. Remove one of them.`;
      return [warning('CANCELLED_TWICE', `${path}.alert.cancels`, message)];
    }
    if (inject.repeat === undefined) return [];
    const message = `${inject.id} cancels ${cancels} again with each repeat, which is refused. Remove repeat.`;
    return [warning('CANCELLED_TWICE', `${path}.repeat`, message)];
  });
}

function timeOf({ at, when }: InjectInput): number | undefined {
  return when === undefined && at !== undefined ? parseExerciseTime(at) : undefined;
}
