/**
 * What one page knows of one exercise: filled from a snapshot, kept by the socket's events, and read by components through
 * {@link useExercise}. Events are folded in once per frame, however fast they come.
 */
import type { EventView } from '#contracts/http/events.js';
import type { ApiShapes } from '#contracts/client/create-api-client.js';
import type { AnnouncementView } from '#contracts/http/announcements.js';
import type { PresenceView } from '#contracts/http/presence.js';
import type { Stream } from '#domain/kernel/side.js';
import type { AlertView } from '#domain/engine/read-models.js';
import { ExerciseClock } from './exercise-clock.js';
import type { ExerciseFold } from './exercise-fold.js';

export type Connection = 'connecting' | 'live' | 'catching-up' | 'lost' | 'ended';

type Listener = () => void;

/** Events folded in one frame at most, so that a burst never holds the page for long. */
const PER_FRAME = 400;

export class ExerciseStore {
  readonly clock = new ExerciseClock();
  connection: Connection = 'connecting';
  /** When what is shown was current, epoch ms by the local clock. */
  currentAt = 0;
  /** Raised at each change: what a component has computed from a version stays right until then. */
  version = 0;
  /** Who is here, as it was pushed last. */
  presence: PresenceView | undefined;
  /** Messages over the screen that were pushed, by id. */
  announcements: ReadonlyMap<string, AnnouncementView> = new Map();
  private readonly listeners = new Set<Listener>();
  private readonly waiting: EventView[] = [];
  private frame: number | undefined;

  constructor(
    readonly exercise: ApiShapes['Exercise'],
    readonly stream: Stream,
    public fold: ExerciseFold,
    /** Called when events have a gap: the page asks for a snapshot again. */
    private readonly onGap: () => void = () => undefined,
  ) {}

  readonly subscribe = (listener: Listener): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  receive(events: readonly EventView[]): void {
    this.waiting.push(...events);
    this.currentAt = Date.now();
    this.schedule();
  }

  setConnection(connection: Connection): void {
    if (this.connection === connection) return;
    this.connection = connection;
    this.changed();
  }

  setPresence(presence: PresenceView): void {
    this.presence = presence;
    this.changed();
  }

  setAnnouncement(announcement: AnnouncementView): void {
    this.announcements = new Map(this.announcements).set(announcement.id, announcement);
    this.changed();
  }

  /** Number of the last event that has come, folded in or not: the cursor to come back with. */
  get cursor(): number {
    return this.waiting.at(-1)?.seq ?? this.fold.seq;
  }

  /** Shows another moment of the exercise. */
  show(fold: ExerciseFold, time: number): void {
    this.fold = fold;
    const { status, speed } = fold.state;
    this.clock.set({ status: status === 'running' ? 'paused' : status, time, speed, serverTime: 0 });
    this.changed();
  }

  /** Older events for the feed, oldest first. */
  prepend(older: readonly EventView[]): void {
    this.fold.prepend(older);
    this.changed();
  }

  addAlerts(alerts: Iterable<AlertView>): void {
    this.fold.addAlerts(alerts);
    this.changed();
  }

  /** Folds in all that waits, now. */
  flush(): void {
    while (this.waiting.length > 0) this.foldSome();
    this.changed();
  }

  private schedule(): void {
    // A page in the background gets no frames; it folds by a timer, so that it does not heap up events.
    if (this.frame !== undefined) return;
    const run = () => {
      this.frame = undefined;
      this.foldSome();
      this.changed();
      if (this.waiting.length > 0) this.schedule();
    };
    this.frame = document.hidden ? window.setTimeout(run, 250) : requestAnimationFrame(run);
  }

  private foldSome(): void {
    const events = this.waiting.splice(0, PER_FRAME);
    try {
      this.fold.apply(events);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      this.waiting.length = 0;
      return this.onGap();
    }
    for (const event of events) this.follow(event);
  }

  /** The clock's events carry both times: the exercise's and the wall's. */
  private follow(event: EventView): void {
    const { state } = this.fold;
    switch (event.type) {
      case 'ExerciseStarted':
      case 'ExercisePaused':
      case 'ExerciseResumed':
      case 'ExerciseStepped':
      case 'SpeedChanged':
      case 'ExerciseEnded':
        return this.clock.set({
          status: state.status,
          time: event.at,
          speed: state.speed,
          serverTime: Date.parse(event.wall),
        });
      default:
    }
  }

  private changed(): void {
    this.version += 1;
    for (const listener of this.listeners) listener();
  }
}
