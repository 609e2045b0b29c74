/** Injects: at a time, or once a condition has come to hold; once or several times. */
import type { Inject, InjectAlert, InjectCondition } from '#domain/inject/inject.js';
import { submit } from './alerts.js';
import { setDuty, setLink } from './commands.js';
import { later, RANK, record, type World } from './world.js';

/** Plans what has a time; returns the rest, which waits. */
export function planScript(world: World): Inject[] {
  const injects = world.scenario.injects ?? [];
  for (const inject of injects) {
    if (inject.at !== undefined) later(world, inject.at - world.now, RANK.inject, () => fire(world, inject, 0));
  }
  return injects.filter(({ at }) => at === undefined);
}

/** Plans what has been waiting for a condition that holds now; returns what goes on waiting. */
export function updateScript(world: World, waiting: readonly Inject[]): Inject[] {
  return waiting.filter((inject) => {
    if (!inject.when || !holds(world, inject.when)) return true;
    later(world, inject.delayMs ?? 0, RANK.conditional, () => fire(world, inject, 0));
    return false;
  });
}

function fire(world: World, inject: Inject, time: number): void {
  if (inject.repeat && time < inject.repeat.times) {
    later(world, inject.repeat.everyMs, inject.at === undefined ? RANK.conditional : RANK.inject, () =>
      fire(world, inject, time + 1),
    );
  }
  const refusal = happen(world, inject, time);
  if (refusal) return record(world, `inject ${inject.id} is skipped: ${refusal}`);
  world.fired.push(inject.id);
  record(world, `inject ${inject.id} fires`);
}

function happen(world: World, inject: Inject, time: number): string | undefined {
  switch (inject.kind) {
    case 'alert':
      return submit(world, inject.messages[time] as InjectAlert);
    case 'duty':
      setDuty(world, inject.unit, inject.duty);
      return undefined;
    case 'link':
      return setLink(world, inject);
    default:
      throw new Error(`the model does not know injects of the kind ${inject.kind}`);
  }
}

function holds(world: World, condition: InjectCondition): boolean {
  switch (condition.kind) {
    case 'fired':
      return world.fired.includes(condition.inject);
    case 'declined':
      return world.questions.some(({ unit, status }) => unit === condition.unit && status === 'declined');
    case 'resolved':
      return hasBeenResolved(world, condition.incident);
    default:
      throw new Error(`the model does not know the condition ${condition.kind}`);
  }
}

/** The incident that this inject's alert opened or joined has been resolved; if it opened it again: since. */
function hasBeenResolved(world: World, inject: string): boolean {
  const found = (world.scenario.injects ?? []).find(({ id }) => id === inject);
  if (found?.kind !== 'alert') return false;
  return world.messages.some(({ id, incident, opening }) => {
    if (!found.messages.some(({ alertId }) => alertId === id)) return false;
    return world.resolutions.some((resolution) => resolution.incident === incident && resolution.moment > opening);
  });
}
