/** The feed of the page: rows that follow the exercise, what holds them, and older ones by page. */
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { earlierEvents } from '../../live/connect.js';
import { useExerciseStore } from '../../live/use-exercise.js';
import { typesOf } from '#contracts/events/event-groups.js';
import { type FeedFilter, type FeedReader, shownBy } from './feed-filter.js';
import { FeedRows } from './feed-rows.js';

/** Why the feed stands still. */
export type HoldReason = 'pointer' | 'focus' | 'scrolled' | 'selection' | 'details';

/** Nobody reads faster than this, ms: a burst is drawn in steps. */
const EVERY_MS = 250;
/** Events of one page. */
const PAGE = 300;

export interface Feed {
  readonly rows: FeedRows;
  /** Changes with what is shown. */
  readonly version: number;
  readonly hold: (reason: HoldReason, isHeld: boolean) => void;
  /** Lets go, whatever holds it. */
  readonly release: () => void;
  readonly loadEarlier: () => void;
  readonly isLoading: boolean;
  readonly failure: unknown;
}

export function useFeed(filter: FeedFilter, reader: FeedReader): Feed {
  const store = useExerciseStore();
  const reasons = useRef(new Set<HoldReason>());
  const listeners = useRef(new Set<() => void>());
  const [loading, setLoading] = useState<{ readonly isLoading: boolean; readonly failure?: unknown }>({
    isLoading: false,
  });
  const rows = useMemo(() => {
    const made = new FeedRows(shownBy(filter, reader));
    made.follow(store.fold.events);
    if (reasons.current.size > 0) made.hold();
    return made;
  }, [store, filter, reader]);

  const subscribe = useCallback(
    (listener: () => void) => {
      const { current } = listeners;
      let drawnAt = 0;
      let timer: number | undefined;
      const draw = () => {
        window.clearTimeout(timer);
        timer = undefined;
        drawnAt = performance.now();
        listener();
      };
      const drawSoon = () => {
        const waitMs = document.hidden ? 0 : drawnAt + EVERY_MS - performance.now();
        if (waitMs <= 0) draw();
        else timer ??= window.setTimeout(draw, waitMs);
      };
      current.add(draw);
      const leave = store.subscribe(drawSoon);
      return () => {
        window.clearTimeout(timer);
        current.delete(draw);
        leave();
      };
    },
    [store],
  );
  const version = useSyncExternalStore(subscribe, () => {
    rows.follow(store.fold.events);
    return rows.version;
  });

  const changed = useCallback(() => listeners.current.forEach((listener) => listener()), []);
  const hold = useCallback(
    (reason: HoldReason, isHeld: boolean) => {
      const { current } = reasons;
      if (current.has(reason) === isHeld) return;
      if (isHeld) current.add(reason);
      else current.delete(reason);
      if (current.size > 0) rows.hold();
      else rows.release(store.fold.events);
      changed();
    },
    [rows, store, changed],
  );
  const release = useCallback(() => {
    reasons.current.clear();
    rows.release(store.fold.events);
    changed();
  }, [rows, store, changed]);

  const pending = useRef<FeedRows | undefined>(undefined);
  const loadEarlier = useCallback(async () => {
    if (pending.current === rows || rows.hasFirst) return;
    pending.current = rows;
    setLoading({ isLoading: true });
    try {
      const page = await earlierEvents(store.exercise.id, {
        before: rows.before ?? store.fold.seq + 1,
        limit: PAGE,
        ...(filter.incident !== undefined && { incident: filter.incident }),
        ...(filter.groups.length > 0 && { type: typesOf(filter.groups).join(',') }),
      });
      rows.prepend(page.events, page.first);
      setLoading({ isLoading: false });
    } catch (failure) {
      setLoading({ isLoading: false, failure });
    } finally {
      if (pending.current === rows) pending.current = undefined;
      changed();
    }
  }, [rows, store, filter, changed]);
  // Another filter begins anew.
  useEffect(() => setLoading({ isLoading: false }), [rows]);

  return { rows, version, hold, release, loadEarlier: () => void loadEarlier(), ...loading, failure: loading.failure };
}
