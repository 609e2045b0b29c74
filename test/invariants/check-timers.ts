/**
 * I6: no timer fires twice, before it is due, or while the clock stands; nothing escalates once its requirement is met.
 * Held against the clock commands' receipt and the walls of the events, not against what the worker says of its clock.
 */
import type { ExerciseTime } from '#domain/kernel/exercise-time.js';
import type { ChainId, IncidentId } from '#domain/kernel/ids.js';
import type { WallTime } from '#domain/kernel/wall-time.js';
import type { LoggedEvent } from '#domain/kernel/event.js';
import type { State } from '#domain/engine/state.js';
import { nextTimer } from '#domain/kernel/timers.js';
import { wallTimeAt, type ClockAnchor } from '#domain/exercise/clock.js';
import { missingSides } from '#domain/escalation/requirement.js';
import { named, type StoredEvent, type StoredExercise } from './stored-exercise.js';
import type { Violations } from './violations.js';

/** PostgreSQL keeps microseconds, the arithmetic is in floating point. */
const TOLERANCE_MS = 1;
const EVERY_CHAIN = '*';

export class TimerCheck {
  #clock: ClockAnchor | undefined;
  /** The firing that the latest events belong to, and what it has done. */
  #firing: { readonly key: string; readonly at: number; readonly done: Set<string> } | undefined;
  /** Open incident → chains that have come to rest → the event by which they did. */
  readonly #resting = new Map<string, Map<string, LoggedEvent>>();
  #speed = 1;

  constructor(
    private readonly stored: StoredExercise,
    private readonly violations: Violations,
  ) {}

  /** @param state as it was before the event; undefined when the log could not be folded so far */
  async event({ event, wall }: StoredEvent, state: State | undefined): Promise<void> {
    if ('timer' in event.cause) this.#fired(event, event.cause.timer, wall, state);
    else this.#firing = undefined;
    this.#escalates(event, state);
    await this.#setClock(event);
  }

  #fired(event: LoggedEvent, key: string, wall: number, state: State | undefined): void {
    if (this.#clock === undefined || this.#clock.speed === 0) {
      this.violations.add('I6', `${named(event)}: timer ${key} fired while the clock stood`);
    } else if (wall < wallTimeAt(this.#clock, event.at) - TOLERANCE_MS) {
      const early = wallTimeAt(this.#clock, event.at) - wall;
      this.violations.add('I6', `${named(event)}: timer ${key} fired ${early.toFixed(1)} ms before it was due`);
    }
    const deed = `${event.type} ${JSON.stringify(event.data)}`;
    if (this.#firing?.key === key && this.#firing.at === event.at && !this.#isDue(state, key, event.at)) {
      if (this.#firing.done.has(deed)) this.violations.add('I6', `${named(event)}: timer ${key} fired twice`);
      this.#firing.done.add(deed);
      return;
    }
    this.#firing = { key, at: event.at, done: new Set([deed]) };
    if (!state) return;
    const timer = state.timers.byKey[key];
    if (!timer) {
      this.violations.add('I6', `${named(event)}: timer ${key} fired, and there was none (or it had fired before)`);
    } else if (timer.due !== event.at) {
      this.violations.add('I6', `${named(event)}: timer ${key} fired at ${event.at}, it was due at ${timer.due}`);
    } else {
      const first = nextTimer(state.timers);
      if (first && first.key !== key) {
        this.violations.add(
          'I6',
          `${named(event)}: timer ${key} fired at ${event.at} before ${first.key}, due at ${first.due}`,
        );
      }
    }
  }

  /** A timer set anew for the same moment fires again by right. */
  #isDue(state: State | undefined, key: string, at: number): boolean {
    return state?.timers.byKey[key]?.due === at;
  }

  #escalates(event: LoggedEvent, state: State | undefined): void {
    switch (event.type) {
      case 'IncidentOpened':
        this.#resting.set(event.data.incident, new Map());
        return;
      case 'ChainStarted':
      case 'ChainResumed':
        this.#resting.get(event.data.incident)?.delete(event.data.chain);
        return;
      case 'ChainHalted':
        // An exhausted chain that is answered after all halts like any other.
        if (!this.#isExhausted(event.data)) this.#mayEscalate(event, event.data);
        this.#rest(event, event.data.incident, event.data.chain);
        return;
      case 'ChainStopped':
      case 'EscalationExhausted':
        this.#mayEscalate(event, event.data);
        this.#rest(event, event.data.incident, event.data.chain);
        return;
      case 'StepStarted':
      case 'StepDelayed':
      case 'StepSkipped':
        this.#mayEscalate(event, event.data);
        this.#mustBeMissing(event, event.data, state);
        return;
      case 'IncidentResolved':
        this.#rest(event, event.data.incident, EVERY_CHAIN);
        return;
      case 'IncidentReopened':
        this.#resting.get(event.data.incident)?.delete(EVERY_CHAIN);
        return;
      case 'IncidentClosed':
      case 'IncidentCancelled':
        this.#resting.delete(event.data.incident);
        return;
      default:
        return;
    }
  }

  #rest(event: LoggedEvent, incident: string, chain: string): void {
    this.#resting.get(incident)?.set(chain, event);
  }

  #isExhausted({ incident, chain }: { incident: string; chain: string }): boolean {
    const chains = this.#resting.get(incident);
    return chains?.get(chain)?.type === 'EscalationExhausted' && !chains.has(EVERY_CHAIN);
  }

  #mayEscalate(event: LoggedEvent, { incident, chain }: { incident: string; chain: string }): void {
    const chains = this.#resting.get(incident);
    const resting = chains?.get(chain) ?? chains?.get(EVERY_CHAIN);
    if (chains && !resting) return;
    const since = resting ? named(resting) : 'its end';
    this.violations.add('I6', `${named(event)}: ${chain} of ${incident} goes on, although it came to rest by ${since}`);
  }

  /** Under `each-side` no step starts once every side has acknowledged. */
  #mustBeMissing(
    event: LoggedEvent,
    { incident: id, chain, step }: { incident: IncidentId; chain: ChainId; step: number },
    state: State | undefined,
  ): void {
    const incident = state?.incidents[id];
    const definition = incident && state.policies[incident.policyVersion]?.chains[chain]?.steps[step];
    if (!incident || definition?.requirement !== 'each-side' || event.type === 'StepDelayed') return;
    const run = state.chains[id]?.[chain];
    if (!run || missingSides(state, incident, run).length > 0) return;
    this.violations.add('I6', `${named(event)}: ${chain} of ${id} escalates, although each side has acknowledged`);
  }

  async #setClock({ type, at, cause, data }: LoggedEvent): Promise<void> {
    const running = type === 'ExerciseStarted' || type === 'ExerciseResumed' || type === 'ExerciseStepped';
    const standing = type === 'ExercisePaused' || type === 'ExerciseEnded';
    if (!running && !standing && type !== 'SpeedChanged') return;
    const wall = await this.#wallOf(at, cause);
    if (wall === undefined) {
      this.violations.add('I4', `${type} at ${at} stems from ${JSON.stringify(cause)}, which is not in the inbox`);
      return;
    }
    if ('speed' in data) this.#speed = data.speed;
    const stands = standing || (type === 'SpeedChanged' && this.#clock?.speed === 0);
    const time = type === 'ExerciseStepped' ? data.to : at;
    this.#clock = { wall, time, speed: stands ? 0 : this.#speed };
  }

  /** A command counts from its receipt; a timer that stops the clock, from its own time. */
  async #wallOf(at: ExerciseTime, cause: LoggedEvent['cause']): Promise<WallTime | undefined> {
    if ('command' in cause) return this.stored.receivedAt(cause.command);
    return this.#clock && wallTimeAt(this.#clock, at);
  }
}
