/**
 * One transaction's worth of an exercise: what came into its inbox and what fell due, in the order of exercise time.
 * Works on a state and a clock only; reading and writing are the runner's.
 */
import { after, laterOf, type ExerciseTime } from '#domain/kernel/exercise-time.js';
import type { CommandId } from '#domain/kernel/ids.js';
import type { WallTime } from '#domain/kernel/wall-time.js';
import type { Command, TimedCommand } from '#domain/kernel/command.js';
import { advance, execute, nextDue } from '#domain/engine/engine.js';
import type { Actor, LoggedEvent } from '#domain/kernel/event.js';
import { ChangeSet } from '#domain/engine/read-models.js';
import type { State } from '#domain/engine/state.js';
import { exerciseTimeAt, wallTimeAt, type ClockAnchor } from '#domain/exercise/clock.js';
import { steppingTo } from '#domain/exercise/halt.js';

/** A command as the inbox holds it; `receivedAt` is PostgreSQL's clock, epoch ms. */
export interface ReceivedCommand {
  readonly inboxId: number;
  readonly commandId: CommandId;
  readonly type: Command['type'];
  readonly data: unknown;
  readonly actor: Actor;
  readonly receivedAt: WallTime;
}

export interface AppliedCommand {
  readonly inboxId: number;
  readonly appliedAt: ExerciseTime;
  readonly appliedOrder: number;
  readonly outcome: { firstSeq: number; lastSeq: number } | { refused: { code: string; message: string } };
}

export interface Position {
  readonly clock: ClockAnchor;
  /** All timers due up to and including this exercise time have fired; -1 before the start. */
  readonly firedThrough: ExerciseTime;
  /** Commands applied so far. */
  readonly appliedOrder: number;
}

export interface Advanced extends Position {
  readonly events: LoggedEvent[];
  readonly applied: AppliedCommand[];
  readonly changes: ChangeSet;
  /** Wall time of the next due timer, epoch ms. */
  readonly nextDueWall: WallTime | null;
  readonly nextDue: ExerciseTime | null;
  /** Nothing is left to do at `now`. */
  readonly finished: boolean;
}

/**
 * @param drained whether `received` is all that the inbox held; only then may the clock run on to `now`
 * @param maxEvents stops early, between two events' worth of work, so that a transaction stays small
 */
export function advanceExercise(
  state: State,
  from: Position,
  input: { received: readonly ReceivedCommand[]; drained: boolean; now: WallTime; maxEvents: number },
): Advanced {
  const changes = new ChangeSet(state);
  const events: LoggedEvent[] = [];
  const applied: AppliedCommand[] = [];
  let { clock, firedThrough, appliedOrder } = from;

  const fireThrough = (until: ExerciseTime, limit = input.maxEvents - events.length): boolean => {
    if (until <= firedThrough) return true;
    for (const event of advance(state, until, changes, limit)) events.push(event);
    const due = nextDue(state);
    const all = due === undefined || due > until;
    firedThrough = all ? until : laterOf(firedThrough, after(due, -1));
    if (clock.speed !== 0 && state.status !== 'running') stopClock();
    return all;
  };

  /** A timer has stopped the clock: at its own time, however late we got to it. All that was due then has fired. */
  const stopClock = (): void => {
    clock = { wall: wallTimeAt(clock, state.time), time: state.time, speed: 0 };
    firedThrough = state.time;
  };

  let finished = input.drained;
  for (const received of input.received) {
    const timeOfReceipt = (): ExerciseTime =>
      laterOf(exerciseTimeAt(clock, received.receivedAt), after(firedThrough, 1));
    if (events.length >= input.maxEvents || !fireThrough(after(timeOfReceipt(), -1))) {
      finished = false;
      break;
    }
    // Asked anew: the clock may have been stopped on the way.
    const at = timeOfReceipt();
    const before = { status: state.status, generation: state.generation };
    const command = { id: received.commandId, at, type: received.type, data: received.data, actor: received.actor };
    const { events: caused, refused } = execute(state, command as TimedCommand, changes);
    for (const event of caused) events.push(event);
    applied.push({
      inboxId: received.inboxId,
      appliedAt: at,
      appliedOrder: ++appliedOrder,
      outcome: refused ? { refused: { code: refused.code, message: refused.message } } : span(caused, state),
    });
    if (state.status === before.status && state.generation === before.generation) continue;
    const steppedTo = steppingTo(state);
    const speed = state.status === 'running' ? state.speed : 0;
    clock = { wall: received.receivedAt, time: steppedTo ?? at, speed };
    // A step is one deed: what is due at its end belongs to the same transaction.
    if (steppedTo !== undefined) fireThrough(steppedTo, Number.POSITIVE_INFINITY);
  }
  if (finished && state.status === 'running') finished = fireThrough(exerciseTimeAt(clock, input.now));

  const due = nextDue(state) ?? null;
  const nextDueWall = due === null ? null : wallTimeAt(clock, due);
  return { clock, firedThrough, appliedOrder, events, applied, changes, nextDue: due, nextDueWall, finished };
}

/** A command that changed nothing has an empty span after the log's end. */
function span(caused: readonly LoggedEvent[], state: State): { firstSeq: number; lastSeq: number } {
  const first = caused[0]?.seq ?? state.seqs.all + 1;
  return { firstSeq: first, lastSeq: first + caused.length - 1 };
}
