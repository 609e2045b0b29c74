/**
 * Timers by key: at most one per key. The order in which they fire is (due, rank, creation).
 * The plain value is what a snapshot holds; the heap that finds the next one is derived from it and kept aside.
 */
import type { ExerciseTime } from './exercise-time.js';
import type { ChainId, IncidentId, InjectId, MessageId, NotificationId, UnitId, UpdateId } from './ids.js';
import { thingKey, type LabelledKind } from './labelled-thing.js';
import type { Audience, Side } from './side.js';
import { keptBy } from './memoize.js';

export type TimerAction =
  | { readonly kind: 'deliver'; readonly notification: NotificationId }
  | { readonly kind: 'answer'; readonly notification: NotificationId; readonly answer: 'acknowledge' | 'decline' }
  /** An answer that came over a degraded link, or was kept by one that was down. */
  | { readonly kind: 'answerArrives'; readonly notification: NotificationId }
  /** A unit can be reached again. */
  | { readonly kind: 'linkBack'; readonly unit: UnitId }
  | {
      readonly kind: 'update';
      readonly update: UpdateId;
      readonly incident: IncidentId;
      readonly unit: UnitId;
      readonly audience: Audience;
    }
  | {
      readonly kind: 'move';
      readonly incident: IncidentId;
      readonly unit: UnitId;
      readonly progress: 'enRoute' | 'onScene' | 'clear';
    }
  | { readonly kind: 'delay'; readonly incident: IncidentId; readonly chain: ChainId }
  | { readonly kind: 'deadline'; readonly incident: IncidentId; readonly chain: ChainId }
  | { readonly kind: 'remind'; readonly notification: NotificationId }
  | { readonly kind: 'expire'; readonly notification: NotificationId }
  | { readonly kind: 'lapse'; readonly notification: NotificationId }
  | { readonly kind: 'close'; readonly incident: IncidentId }
  /** One side has decided about the incident, and the other has not. */
  | { readonly kind: 'deadlock'; readonly incident: IncidentId }
  /** `conditional`: it waited for a condition. */
  | { readonly kind: 'inject'; readonly inject: InjectId; readonly conditional?: true }
  /** The last time of an inject has passed. */
  | { readonly kind: 'latest'; readonly inject: InjectId }
  /** The clock stops: at the mark that a trainer has set, or at the end of a step. */
  | { readonly kind: 'halt'; readonly by: 'mark' | 'step' }
  /** ENDEX in its time. */
  | { readonly kind: 'end' }
  | { readonly kind: 'overdue'; readonly incident: IncidentId; readonly side: Side; readonly forMs: number }
  /** A simulated unit answers a request for information. */
  | { readonly kind: 'reply'; readonly message: MessageId; readonly unit: UnitId }
  /** Half of a request's time has passed, and all of it. */
  | { readonly kind: 'requestReminder'; readonly message: MessageId }
  | { readonly kind: 'requestDue'; readonly message: MessageId }
  /** Nobody has decided on a release in time. */
  | { readonly kind: 'releaseOverdue'; readonly release: string }
  /** The other side has not answered a proposed policy in time. */
  | { readonly kind: 'policyDeadlock'; readonly proposal: string }
  /** A label is to be looked at again. */
  | {
      readonly kind: 'labelReview';
      readonly of: LabelledKind;
      readonly id: string;
      readonly incident?: IncidentId;
      readonly owner?: Side;
    };

export interface Timer {
  readonly key: string;
  /** Exercise time, ms. */
  readonly due: ExerciseTime;
  /** Orders what is due at the same time; see `RANKS`. */
  readonly rank: number;
  /** Counts creations. */
  readonly order: number;
  readonly action: TimerAction;
}

export interface Timers {
  byKey: Record<string, Timer>;
  created: number;
}

export function noTimers(): Timers {
  return { byKey: {}, created: 0 };
}

/** The key says what the timer is for, so that setting one again replaces it. */
export function timerKey(action: TimerAction): string {
  switch (action.kind) {
    case 'deliver':
    case 'answer':
    case 'answerArrives':
    case 'remind':
    case 'expire':
    case 'lapse':
      return keysOfNotification(action.notification)[action.kind];
    case 'linkBack':
      return `linkBack:${action.unit}`;
    case 'update':
      return `update:${action.update}/${action.unit}`;
    case 'move':
      return keysOfMoves(action.incident)(action.unit)[action.progress];
    case 'delay':
    case 'deadline':
      return keysOfChain(action.incident)(action.chain)[action.kind];
    case 'close':
      return keyOfClosing(action.incident);
    case 'deadlock':
      return `deadlock:${action.incident}`;
    case 'inject':
    case 'latest':
      return keysOfInject(action.inject)[action.kind];
    case 'halt':
      return `halt:${action.by}`;
    case 'end':
      return 'end';
    case 'releaseOverdue':
      return `releaseOverdue:${action.release}`;
    case 'policyDeadlock':
      return `policyDeadlock:${action.proposal}`;
    case 'labelReview':
      return `labelReview:${thingKey(action)}`;
    case 'overdue':
      return `overdue:${action.incident}/${action.side}/${action.forMs}`;
    case 'reply':
      return `reply:${action.message}/${action.unit}`;
    case 'requestReminder':
    case 'requestDue':
      return `${action.kind}:${action.message}`;
    default:
      return action satisfies never;
  }
}

/**
 * Of as many notifications and injects, and of as many incidents, as a run has in use at a time. Measured: with each key
 * made anew, a full day takes 1.1 times as long.
 */
const KEPT = 5_000;
const KEPT_INCIDENTS = 1_000;

const keysOfNotification = keptBy(KEPT, (notification: NotificationId) => ({
  deliver: `deliver:${notification}`,
  answer: `answer:${notification}`,
  answerArrives: `answerArrives:${notification}`,
  remind: `remind:${notification}`,
  expire: `expire:${notification}`,
  lapse: `lapse:${notification}`,
}));
const keysOfInject = keptBy(KEPT, (inject: InjectId) => ({ inject: `inject:${inject}`, latest: `latest:${inject}` }));
const keyOfClosing = keptBy(KEPT_INCIDENTS, (incident: IncidentId) => `close:${incident}`);
const keysOfChain = keptBy(KEPT_INCIDENTS, (incident: IncidentId) =>
  keptBy(KEPT, (chain: ChainId) => ({
    delay: `delay:${incident}/${chain}`,
    deadline: `deadline:${incident}/${chain}`,
  })),
);
const keysOfMoves = keptBy(KEPT_INCIDENTS, (incident: IncidentId) =>
  keptBy(KEPT, (unit: UnitId) => ({
    enRoute: `move:${incident}/${unit}/enRoute`,
    onScene: `move:${incident}/${unit}/onScene`,
    clear: `move:${incident}/${unit}/clear`,
  })),
);

export function isSet(timers: Timers, key: string): boolean {
  return timers.byKey[key] !== undefined;
}

/** Whether a timer of this kind is due at that very time. */
export function isDueAt(timers: Timers, time: ExerciseTime, kind: TimerAction['kind']): boolean {
  return Object.values(timers.byKey).some(({ due, action }) => due === time && action.kind === kind);
}

export function dueOf(timers: Timers, key: string): ExerciseTime | undefined {
  return timers.byKey[key]?.due;
}

export function setTimer(timers: Timers, due: ExerciseTime, action: TimerAction): void {
  const key = timerKey(action);
  const timer: Timer = { key, due, rank: rankOf(action), order: ++timers.created, action };
  timers.byKey[key] = timer;
  const found = heaps.get(timers);
  if (!found) return;
  push(found.heap, timer);
  // Timers that were dropped wait in the heap for their time; once they may be most of it, it is made anew.
  if (found.heap.length > found.limit) heaps.delete(timers);
}

export function dropTimer(timers: Timers, key: string): void {
  // To delete what is not there costs more than to look.
  if (timers.byKey[key] !== undefined) delete timers.byKey[key];
}

/** What may still come of an open notification, its answer aside: that may come late. */
export function dropTimersOf(timers: Timers, notification: NotificationId): void {
  const { deliver, remind, expire } = keysOfNotification(notification);
  dropTimer(timers, deliver);
  dropTimer(timers, remind);
  dropTimer(timers, expire);
}

/** What the current step of a chain waits for. */
export function dropTimersOfStep(timers: Timers, incident: IncidentId, chain: ChainId): void {
  const { deadline, delay } = keysOfChain(incident)(chain);
  dropTimer(timers, deadline);
  dropTimer(timers, delay);
}

export function dropAllTimers(timers: Timers): void {
  timers.byKey = {};
  heaps.delete(timers);
}

/** The timer to fire next, or none. */
export function nextTimer(timers: Timers): Timer | undefined {
  const { heap } = heapOf(timers);
  while (heap.length > 0) {
    const first = heap[0] as Timer;
    // A timer that was dropped or set again is still in the heap; it is recognised by not being the one under its key.
    if (timers.byKey[first.key] === first) return first;
    pop(heap);
  }
  return undefined;
}

/**
 * At equal times: what units and links do, then injects, then what runs out, then how long sides have been silent, then steps, reminders
 * and closing, then the end, and what stops the clock last.
 */
const RANKS = {
  deliver: 0,
  answer: 0,
  answerArrives: 0,
  linkBack: 0,
  update: 0,
  move: 0,
  reply: 0,
  inject: 1,
  latest: 2,
  expire: 3,
  lapse: 3,
  overdue: 4,
  deadlock: 4,
  releaseOverdue: 4,
  policyDeadlock: 4,
  labelReview: 4,
  delay: 5,
  deadline: 5,
  requestDue: 5,
  remind: 6,
  requestReminder: 6,
  close: 7,
  end: 8,
  halt: 9,
} as const satisfies Record<TimerAction['kind'], number>;

/** An inject that waited for a condition comes after those that have a time. */
function rankOf(action: TimerAction): number {
  return action.kind === 'inject' && action.conditional ? RANKS.latest : RANKS[action.kind];
}

interface Heap {
  readonly heap: Timer[];
  /** Its greatest length. */
  readonly limit: number;
}

/** Measured: without it, a full day takes 4 times as long. */
const heaps = new WeakMap<Timers, Heap>();

function heapOf(timers: Timers): Heap {
  let found = heaps.get(timers);
  if (!found) {
    const heap = Object.values(timers.byKey).toSorted(compare);
    found = { heap, limit: 2 * heap.length + 1_000 };
    heaps.set(timers, found);
  }
  return found;
}

function compare(a: Timer, b: Timer): number {
  return a.due - b.due || a.rank - b.rank || a.order - b.order;
}

function push(heap: Timer[], timer: Timer): void {
  let index = heap.push(timer) - 1;
  while (index > 0) {
    const parent = (index - 1) >> 1;
    if (compare(heap[parent] as Timer, timer) <= 0) break;
    heap[index] = heap[parent] as Timer;
    index = parent;
  }
  heap[index] = timer;
}

function pop(heap: Timer[]): void {
  const last = heap.pop() as Timer;
  if (heap.length === 0) return;
  let index = 0;
  for (;;) {
    let child = 2 * index + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && compare(heap[child + 1] as Timer, heap[child] as Timer) < 0) child++;
    if (compare(last, heap[child] as Timer) <= 0) break;
    heap[index] = heap[child] as Timer;
    index = child;
  }
  heap[index] = last;
}
