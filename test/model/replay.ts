/** Runs an exercise on the model as it is stored: by its commands, with the draws of its log. */
import type { TimedCommand } from '#domain/kernel/command.js';
import type { LoggedEvent } from '#domain/kernel/event.js';
import type { Scenario } from '#domain/exercise/scenario.js';
import type { Outcome } from './compare.js';
import { DrawsFromLog, Notifications } from './from-log.js';
import { Model } from './model.js';

export interface Stored {
  readonly scenario: Scenario;
  /** In the order in which they were applied or refused. */
  readonly commands: readonly StoredCommand[];
  readonly log: readonly LoggedEvent[];
  /** Exercise time, ms, up to and including which all that is due has happened. */
  readonly until: number;
}

export interface StoredCommand {
  readonly command: TimedCommand;
  /** With which code it was refused. */
  readonly refused?: string;
}

export function replay({ scenario, commands, log, until }: Stored): Outcome {
  const notifications = new Notifications();
  const draws = new DrawsFromLog(notifications);
  const steps = new Map<string, number>();
  const model = new Model(scenario, draws);
  try {
    for (const event of log) {
      notifications.see(event);
      draws.see(event);
      const { type, cause, data } = event;
      if (type === 'ExerciseStepped' && 'command' in cause) steps.set(cause.command, data.to);
    }
    const asked = (id: string) => notifications.get(id);
    for (const { command, refused } of commands) {
      const { id, at, actor } = command;
      model.perform(at, { command, actor, asked, logged: { refused, steppedTo: steps.get(id) } });
    }
    model.passUntil(until);
  } catch (error) {
    return {
      log,
      facts: model.facts,
      failure: error instanceof Error ? (error.stack ?? error.message) : String(error),
    };
  }
  return { log, facts: model.facts };
}
