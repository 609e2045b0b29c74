/** What trainers do with injects. Their word counts for more than the script's. */
import type { Command } from '#domain/kernel/command.js';
import type { ImprovisedInject } from '#domain/inject/inject.js';
import { exerciseTime } from '#domain/kernel/exercise-time.js';
import { fire, plan, skip } from './script.js';
import type { Scripted } from './scripted.js';
import { drop, record, type World } from './world.js';

export type InjectCommand = Extract<Command, { type: 'FireInject' | 'SkipInject' | 'DelayInject' | 'ImproviseInject' }>;

export function direct(world: World, command: InjectCommand): string | undefined {
  if (command.type === 'ImproviseInject') return improvise(world, command.data.inject);
  const scripted = world.script.find(({ inject }) => inject.id === command.data.inject);
  if (!scripted) return 'UNKNOWN_INJECT';
  if (scripted.status === 'fired') return 'INJECT_ALREADY_FIRED';
  switch (command.type) {
    case 'FireInject':
      return fire(world, scripted);
    case 'SkipInject':
      if (scripted.status === 'skipped') return 'INJECT_ALREADY_SKIPPED';
      skip(world, scripted, 'by-command');
      return undefined;
    case 'DelayInject':
      return delay(
        world,
        scripted,
        command.data.to ?? (scripted.due ? scripted.due.at + command.data.byMs : undefined),
      );
    default:
      return command satisfies never;
  }
}

/** What waited for a condition waits for that time instead, be it after the last one that the script names. */
function delay(world: World, scripted: Scripted, to: number | undefined): string | undefined {
  if (to === undefined) return 'INJECT_NOT_SCHEDULED';
  if (to < world.now) return 'TIME_HAS_PASSED';
  scripted.status = 'scheduled';
  drop(world, scripted.latest);
  scripted.latest = undefined;
  record(world, `inject ${scripted.inject.id} is put off to ${to}`);
  plan(world, scripted, to);
  return undefined;
}

/** One that the script does not hold; without a time it comes at once. */
function improvise(world: World, improvised: ImprovisedInject): string | undefined {
  if (world.script.some(({ inject }) => inject.id === improvised.id)) return 'DUPLICATE_INJECT';
  const unknown = namesUnknown(world, improvised);
  if (unknown) return unknown;
  const at = improvised.at ?? world.now;
  if (at < world.now) return 'TIME_HAS_PASSED';
  const scripted: Scripted = { inject: { ...improvised, at: exerciseTime(at) }, status: 'waiting', fired: 0 };
  if (improvised.at === undefined) {
    const refusal = fire(world, scripted);
    if (refusal) return refusal;
  } else {
    plan(world, scripted, at);
  }
  world.script.push(scripted);
  record(world, `inject ${improvised.id} is made up`);
  return undefined;
}

function namesUnknown({ scenario }: World, inject: ImprovisedInject): string | undefined {
  switch (inject.kind) {
    case 'alert': {
      const sites = inject.messages.flatMap(({ alert }) => alert.exercise.site ?? []);
      return sites.every((site) => scenario.sites.some(({ id }) => id === site)) ? undefined : 'UNKNOWN_SITE';
    }
    case 'duty':
    case 'link':
      return inject.unit === undefined || scenario.units.some(({ id }) => id === inject.unit)
        ? undefined
        : 'UNKNOWN_UNIT';
    default:
      return undefined;
  }
}
