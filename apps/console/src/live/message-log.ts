/**
 * The messages of an exercise, folded from the viewer's own stream as the API folds them: what was written before the page was opened
 * is read once, what comes in is taken from the page's own events.
 */
import type { EventView } from '#contracts/http/events.js';
import { MESSAGE_EVENTS } from '#domain/message/message-list.js';
import { earlierEvents } from './connect.js';
import type { ExerciseStore } from './exercise-store.js';
import { foldMessages, type Messages } from './fold-messages.js';

const TYPES: readonly string[] = [...MESSAGE_EVENTS, 'TearLineShared'];
/** In the viewer's own stream a change of a label may be the last that it sees of a message. */
const SHOWN_TYPES: readonly string[] = [...TYPES, 'LabelWithheld'];
/** As many as the API gives at a time. */
const PER_PAGE = 1_000;

const NONE: Messages = { messages: [], shared: [] };

export class MessageLog {
  current = NONE;
  /** Whether all that was written before is there. */
  isWhole = false;
  private earlier: readonly EventView[] = [];
  private readonly later: EventView[] = [];
  /** Number of the last event that was looked at. */
  private seen: number;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly store: ExerciseStore) {
    this.seen = store.fold.seq;
    store.subscribe(() => this.follow());
    void this.load(this.seen + 1);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Again and again until it is there: nobody may take a part of the messages for all of them. */
  private async load(before: number): Promise<void> {
    const found: EventView[] = [];
    for (let end = before, failures = 0; end > 1;) {
      try {
        const query = { before: end, limit: PER_PAGE, type: TYPES.join(',') };
        const { events, first } = await earlierEvents(this.store.exercise.id, query);
        found.unshift(...events);
        end = first;
        failures = 0;
      } catch {
        failures += 1;
        await new Promise((resolve) => setTimeout(resolve, Math.min(30_000, 1_000 * 2 ** failures)));
      }
    }
    this.earlier = found;
    this.isWhole = true;
    this.changed();
  }

  private follow(): void {
    const { events } = this.store.fold;
    let from = events.length;
    while (from > 0 && (events[from - 1]?.seq ?? 0) > this.seen) from -= 1;
    if (from === events.length) return;
    this.seen = events.at(-1)?.seq ?? this.seen;
    const found = events.slice(from).filter(({ type }) => SHOWN_TYPES.includes(type));
    if (found.length === 0) return;
    this.later.push(...found);
    this.changed();
  }

  private changed(): void {
    this.current = foldMessages([...this.earlier, ...this.later]);
    for (const listener of this.listeners) listener();
  }
}

const logs = new WeakMap<ExerciseStore, MessageLog>();

/** One for each exercise that is open. */
export function messageLogOf(store: ExerciseStore): MessageLog {
  const known = logs.get(store);
  if (known !== undefined) return known;
  const log = new MessageLog(store);
  logs.set(store, log);
  return log;
}
