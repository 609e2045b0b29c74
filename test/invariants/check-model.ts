/** I9: what is in the log agrees with the model of the rules, which has the run's scenario, its commands and its draws. */
import type { TimedCommand } from '#domain/kernel/command.js';
import type { LoggedEvent } from '#domain/kernel/event.js';
import { describeDifference, differenceIn } from '../model/compare.js';
import { replay, type StoredCommand } from '../model/replay.js';
import type { AppliedCommand, ExerciseHead, StoredExercise } from './stored-exercise.js';
import type { Violations } from './violations.js';

/** Lines of a difference that are shown. */
const SHOWN = 30;

export class ModelCheck {
  /** Undefined: there are too many. */
  #log: LoggedEvent[] | undefined = [];

  /** @param most events of a log that the model is asked about: it is simple and slow */
  constructor(
    private readonly stored: StoredExercise,
    private readonly head: ExerciseHead,
    private readonly violations: Violations,
    private readonly most: number,
  ) {}

  event(event: LoggedEvent): void {
    if (this.#log && this.#log.length < this.most) this.#log.push(event);
    else this.#log = undefined;
  }

  /** @returns how many events were compared with the model: all or none */
  async end(): Promise<number> {
    const log = this.#log;
    if (!log) return 0;
    const { scenario, advancedTo: until } = this.head;
    const commands: StoredCommand[] = [];
    for await (const applied of this.stored.history()) commands.push(storedCommand(applied));
    (await import('node:fs')).writeFileSync(`/tmp/i9/${process.pid}-${Math.round(performance.now())}.json`, JSON.stringify({ scenario, commands, log, until }));
    if (process.env['I9_DUMP']) return log.length;
    const difference = differenceOf(() => differenceIn(replay({ scenario, commands, log, until })));
    if (difference !== undefined) this.violations.add('I9', difference);
    return log.length;
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

function storedCommand({ commandId: id, type, data, actor, appliedAt: at, outcome }: AppliedCommand): StoredCommand {
  const refused = 'refused' in outcome ? outcome.refused.code : undefined;
  return { command: { id, at, type, data, actor } as TimedCommand, refused };
}
