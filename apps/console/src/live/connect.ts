/**
 * Opens an exercise for a page: a snapshot first, then the socket from its number on. The cursor is the guarantee: after a loss of any
 * length the page joins again with the number of its last event and misses nothing.
 */
import { io, type Socket } from 'socket.io-client';
import type { EventView } from '#contracts/http/events.js';
import type { ClientToServer, ServerToClient } from '#contracts/push/messages.js';
import type { Snapshot } from '#contracts/http/snapshots.js';
import type { AlertView } from '#domain/engine/read-models.js';
import { api, dataOf, savedToken } from '../session/api.js';
import { ExerciseFold } from './exercise-fold.js';
import { ExerciseStore } from './exercise-store.js';

/** How often the server's clock is measured while the page is seen, ms. */
const MEASURE_MS = 30_000;
/** Events that the feed has at the beginning. */
const FIRST_EVENTS = 300;
const FIRST_ALERTS = 200;

export type SideView = 'pak' | 'chn' | 'joint';

/** What a page holds of an exercise. @throws ApiError */
export async function loadExercise(exercise: string, as?: SideView, onGap?: () => void): Promise<ExerciseStore> {
  const params = { path: { exercise }, query: as === undefined ? {} : { as } };
  const snapshot = (await dataOf(api.GET('/v1/exercises/{exercise}/snapshot', { params }))) as unknown as Snapshot;
  const fold = ExerciseFold.fromSnapshot(snapshot.scenario, snapshot.stream, snapshot.state);
  const store = new ExerciseStore(snapshot.exercise, snapshot.stream, fold, onGap);
  const { status, time, speed } = snapshot.exercise;
  store.clock.set({ status, time, speed, serverTime: snapshot.serverTime });
  store.clock.measured({ serverTime: snapshot.serverTime, sentAt: Date.now(), receivedAt: Date.now() });
  // The page is of use before the feed has its past.
  if (as === undefined && snapshot.seq > 0) {
    void loadEarlier(store, FIRST_EVENTS).catch(() => undefined);
    void loadAlerts(store).catch(() => undefined);
  }
  return store;
}

/** Puts up to `limit` events before those that the page has. @returns whether there may be more */
async function loadEarlier(store: ExerciseStore, limit: number): Promise<boolean> {
  const before = store.fold.events[0]?.seq ?? store.fold.seq + 1;
  const { events } = await earlierEvents(store.exercise.id, { before, limit });
  store.prepend(events);
  return events.length === limit;
}

export interface EarlierQuery {
  readonly before: number;
  readonly limit: number;
  readonly incident?: string;
  /** Separated by commas. */
  readonly type?: string;
}

/** A page of the log that ends before a number, oldest first; `first` is the oldest that was looked at. @throws ApiError */
export async function earlierEvents(
  exercise: string,
  query: EarlierQuery,
): Promise<{ readonly events: readonly EventView[]; readonly first: number }> {
  const params = { path: { exercise }, query };
  const { events, first, more } = await dataOf(api.GET('/v1/exercises/{exercise}/events', { params }));
  return { events: events as unknown as EventView[], first: more ? (first ?? events[0]?.seq ?? 1) : 1 };
}

/** The latest alerts: of them come the headlines by language. */
async function loadAlerts(store: ExerciseStore): Promise<void> {
  const params = { path: { exercise: store.exercise.id }, query: { limit: FIRST_ALERTS } };
  const { items } = await dataOf(api.GET('/v1/exercises/{exercise}/alerts', { params }));
  store.addAlerts(items as unknown as AlertView[]);
}

type ExerciseSocket = Socket<ServerToClient, ClientToServer>;

interface FollowListener {
  readonly onSignedOut: () => void;
  readonly onDeleted: () => void;
}

/** Follows the exercise until the returned function is called, or the exercise is deleted. */
export function follow(store: ExerciseStore, { onSignedOut, onDeleted }: FollowListener): () => void {
  const { id: exercise } = store.exercise;
  const socket: ExerciseSocket = io({
    transports: ['websocket'],
    withCredentials: true,
    auth: (give) => give({ token: savedToken() }),
    reconnectionDelay: 300,
    reconnectionDelayMax: 4_000,
  });
  const join = () => {
    store.setConnection('catching-up');
    socket.emit('join', { exercise, after: store.cursor }, (answer) => {
      if (!answer.ok) {
        if (answer.error.status === 401) onSignedOut();
        // It was there when the page was opened.
        if (answer.error.status === 404) deleted();
        return store.setConnection('lost');
      }
      store.currentAt = Date.now();
      store.setConnection('live');
      measure();
    });
  };
  const measure = () => {
    const sentAt = Date.now();
    socket.timeout(5_000).emit('clock', { exercise }, (error, answer) => {
      if (error !== null || !answer.ok) return;
      const receivedAt = Date.now();
      store.currentAt = receivedAt;
      store.clock.measured({ serverTime: answer.serverTime, sentAt, receivedAt });
      store.clock.set(answer);
    });
  };
  socket.on('connect', join);
  socket.on('events', (message) => message.exercise === exercise && store.receive(message.events));
  socket.on('presence', (message) => message.exercise === exercise && store.setPresence(message));
  socket.on('announcement', (message) => message.exercise === exercise && store.setAnnouncement(message.announcement));
  const deleted = () => {
    socket.disconnect();
    onDeleted();
  };
  socket.on('goodbye', ({ code }) => {
    if (code === 'UNAUTHENTICATED') onSignedOut();
    if (code === 'EXERCISE_DELETED') deleted();
  });
  socket.on('disconnect', () => store.setConnection('lost'));
  socket.on('connect_error', (error) => {
    store.setConnection('lost');
    if (/UNAUTHENTICATED/.test(error.message)) onSignedOut();
  });
  // A page that was asleep or hidden measures anew: its own clock may have been set, and time has passed.
  const look = () => {
    if (!socket.connected) return;
    socket.emit('attention', { away: document.hidden }, () => undefined);
    if (!document.hidden) measure();
  };
  const timer = window.setInterval(look, MEASURE_MS);
  document.addEventListener('visibilitychange', look);
  window.addEventListener('focus', look);
  return () => {
    window.clearInterval(timer);
    document.removeEventListener('visibilitychange', look);
    window.removeEventListener('focus', look);
    socket.disconnect();
  };
}
