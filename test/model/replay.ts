/** Runs an exercise on the model as it is stored: by its commands, with the draws of its log. */
import type { TimedCommand } from '#domain/kernel/command.js';
import type { LoggedEvent } from '#domain/kernel/event.js';
import type { Scenario } from '#domain/exercise/scenario.js';
import type { Outcome } from './compare.js';
import { DrawsFromLog, Notifications } from './from-log.js';
import { Model } from './model.js';
import type { Logged } from './not-judged.js';

export interface Stored {
  readonly scenario: Scenario;
  /** In the order in which they were applied or refused. */
  readonly commands: readonly TimedCommand[];
  readonly log: readonly LoggedEvent[];
  /** Exercise time, ms, up to and including which all that is due has happened. */
  readonly until: number;
}

export function replay({ scenario, commands, log, until }: Stored): Outcome {
  const notifications = new Notifications();
  const draws = new DrawsFromLog(notifications, scenario.units);
  const model = new Model(scenario, draws);
  try {
    const logged = new Map<string, Logged>();
    for (const event of log) {
      notifications.see(event);
      draws.see(event);
      const { type, cause, data } = event;
      if (!('command' in cause)) continue;
      if (type === 'ExerciseStepped') logged.set(cause.command, { steppedTo: data.to });
      if (type === 'CommandRefused') logged.set(cause.command, { refused: data.code });
    }
    const asked = (id: string) => notifications.get(id);
    for (const { id, at, actor, ...command } of commands) {
      model.perform(at, { command, actor, asked, logged: logged.get(id) ?? {} });
    }
    model.passUntil(until);
  } catch (error) {
    return { log, facts: model.facts, failure: textOf(error) };
  }
  return { log, facts: model.facts };
}

export function textOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
