/** I9: the model of the rules, given the run's scenario, its commands and what was drawn, agrees with the log. */
import type { TimedCommand } from '#domain/kernel/command.js';
import type { LoggedEvent } from '#domain/kernel/event.js';
import { describeDifference, differenceIn } from '../model/compare.js';
import { replay } from '../model/replay.js';
import type { AppliedCommand, ExerciseHead, StoredExercise } from './stored-exercise.js';
import type { Violations } from './violations.js';

/** Lines of a difference that are shown. */
const SHOWN = 30;

export class ModelCheck {
  #log: LoggedEvent[] = [];
  #isWhole = true;

  /** @param most events of a log that the model is asked about, from its beginning: it is simple and slow */
  constructor(
    private readonly stored: StoredExercise,
    private readonly head: ExerciseHead,
    private readonly violations: Violations,
    private readonly most: number,
  ) {}

  event(event: LoggedEvent): void {
    if (this.#log.length >= this.most) this.#isWhole = false;
    if (this.#isWhole) this.#log.push(event);
  }

  /** @returns how many events were compared with the model */
  async end(): Promise<number> {
    const { scenario, advancedTo } = this.head;
    // The millisecond of the last event that was kept may go on.
    const until = this.#isWhole ? advancedTo : (this.#log.at(-1)?.at ?? 0) - 1;
    const log = this.#isWhole ? this.#log : this.#log.filter(({ at }) => at <= until);
    const commands = await this.#commands(this.#isWhole ? Number.POSITIVE_INFINITY : until);
    const difference = differenceOf(() => differenceIn(replay({ scenario, commands, log, until })));
    if (difference !== undefined) this.violations.add('I9', difference);
    return log.length;
  }

  async #commands(until: number): Promise<TimedCommand[]> {
    const commands: TimedCommand[] = [];
    for await (const applied of this.stored.history()) {
      if (applied.appliedAt > until) break;
      commands.push(timed(applied));
    }
    return commands;
  }
}

/** What cannot be read at all is no log of the engine. */
function differenceOf(find: () => ReturnType<typeof differenceIn>): string | undefined {
  try {
    const difference = find();
    if (!difference) return undefined;
    const lines = describeDifference(difference).split('\n');
    const shown = lines.length > SHOWN ? [...lines.slice(0, SHOWN), `  and ${lines.length - SHOWN} more`] : lines;
    return `the log and the model of the rules differ ${shown.join('\n')}`;
  } catch (error) {
    return `the log cannot be compared with the model of the rules: ${String(error)}`;
  }
}

function timed({ commandId: id, type, data, actor, appliedAt: at }: AppliedCommand): TimedCommand {
  return { id, at, type, data, actor } as TimedCommand;
}
