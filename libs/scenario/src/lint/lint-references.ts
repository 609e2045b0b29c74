/** References between alerts that come too early, and repeated cancels. */
import type { Scenario } from '#domain/exercise/scenario.js';
import type { FieldProblem } from '#contracts/problem.js';
import { formatExerciseTime } from '#contracts/scenario/duration.js';
import { warning } from './lint-times.js';
import type { AlertInject } from './related-alerts.js';

interface Placed {
  readonly inject: AlertInject;
  readonly path: string;
  readonly index: number;
  /** The inject that it updates or cancels. */
  readonly named?: AlertInject;
}

/** Presumes a script without errors: each referenced alert exists and is not later. */
export function lintReferences({ injects = [] }: Scenario): FieldProblem[] {
  const alerts = injects.flatMap((inject, index) => (inject.kind === 'alert' ? [{ inject, index }] : []));
  const senders = new Map(
    alerts.flatMap((each) => each.inject.messages.map(({ alertId }) => [alertId, each] as const)),
  );
  const placed = alerts.map(({ inject, index }) => {
    const [reference] = inject.messages[0].references;
    const named = reference === undefined ? undefined : senders.get(reference)?.inject;
    return { inject, index, path: `injects[${index}]`, ...(named && { named }) };
  });
  const places = new Map<AlertInject, number>(alerts.map(({ inject, index }) => [inject, index]));
  return [...placed.flatMap((each) => outOfOrder(each, places)), ...cancelledTwice(placed)];
}

/** Injects of one time fire in the order of the file. */
function outOfOrder({ inject, path, index, named }: Placed, places: ReadonlyMap<AlertInject, number>): FieldProblem[] {
  if (named === undefined || (places.get(named) ?? 0) <= index) return [];
  if (inject.at === undefined || inject.at !== named.at) return [];
  const field = inject.messages[0].alert.msgType === 'Cancel' ? 'cancels' : 'updates';
  const message =
    `${inject.id} ${field} ${named.id}, which is at the same time (${formatExerciseTime(inject.at)}) but later in the file, ` +
    `so it fires first. Put ${inject.id} after ${named.id}.`;
  return [warning('REFERENCE_OUT_OF_ORDER', `${path}.alert.${field}`, message)];
}

/** Two Cancels that both wait for conditions may be alternatives; all others follow each other. */
function cancelledTwice(alerts: readonly Placed[]): FieldProblem[] {
  const before = new Map<AlertInject, AlertInject>();
  return alerts.flatMap(({ inject, path, named }) => {
    if (named === undefined || inject.messages[0].alert.msgType !== 'Cancel') return [];
    const first = before.get(named);
    if (first === undefined) before.set(named, inject);
    else if (first.when === undefined || inject.when === undefined) {
      const message = `${first.id} already cancels ${named.id}; a second Cancel is rejected. Remove one of them.`;
      return [warning('CANCELLED_TWICE', `${path}.alert.cancels`, message)];
    }
    if (inject.repeat === undefined) return [];
    const message = `${inject.id} cancels ${named.id} again with each repeat, which is rejected. Remove repeat.`;
    return [warning('CANCELLED_TWICE', `${path}.repeat`, message)];
  });
}
