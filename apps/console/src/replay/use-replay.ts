/** Where a replay stands, how fast it goes, and who looks: in the URL, so that a link opens the same moment. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { parseExerciseTime } from '#contracts/scenario/duration.js';
import type { Stream } from '#domain/kernel/side.js';
import { ExerciseStore } from '../live/exercise-store.js';
import { useUrlState } from '../app/use-url-state.js';
import { exerciseTimeText } from '../parts/time-text.js';
import type { LoadedLog } from './load-log.js';
import { ReplayLog } from './replay-log.js';
import { eventsIn, scenarioOf } from './side-log.js';

export const SPEEDS = [1, 2, 4, 8, 16, 32, 64] as const;

export interface Replay {
  readonly log: ReplayLog;
  readonly store: ExerciseStore;
  /** Exercise time that is shown, ms. */
  readonly time: number;
  readonly end: number;
  readonly isPlaying: boolean;
  readonly speed: number;
  readonly as: Stream;
  readonly streams: readonly Stream[];
  readonly seek: (time: number) => void;
  readonly step: (events: number) => void;
  readonly play: (isPlaying: boolean) => void;
  readonly setSpeed: (speed: number) => void;
  readonly setAs: (stream: Stream) => void;
}

/** A viewer who sees everything can choose a side; a side sees itself. */
function streamsFor(stream: Stream): readonly Stream[] {
  return stream === 'all' ? ['pak', 'chn', 'all'] : [stream];
}

export function useReplay(loaded: LoadedLog): Replay {
  const [at, setAt] = useUrlState('t');
  const [asText, setAsText] = useUrlState('as');
  const streams = streamsFor(loaded.stream);
  const as = streams.find((one) => one === asText) ?? loaded.stream;
  const log = useMemo(
    () => new ReplayLog(scenarioOf(as, loaded.scenario), as, eventsIn(as, loaded.events)),
    [loaded, as],
  );
  const end = Math.max(1, loaded.events.at(-1)?.at ?? 0);
  const asked = at === undefined ? undefined : parseExerciseTime(at);
  const [time, setTime] = useState<number>(asked ?? 0);
  const [isPlaying, setPlaying] = useState(false);
  const [speed, setSpeed] = useState<number>(8);
  const store = useMemo(() => new ExerciseStore(loaded.exercise, as, log.after(0)), [loaded, as, log]);

  // A link, or Back, shows its moment.
  useEffect(() => {
    if (asked !== undefined) setTime(asked);
  }, [asked]);
  useEffect(() => {
    store.show(log.after(log.countAt(time)), time);
  }, [store, log, time]);

  const seek = useCallback(
    (to: number) => {
      const next = Math.min(end, Math.max(0, to));
      setTime(next);
      setAt(exerciseTimeText(next));
    },
    [end, setAt],
  );
  const step = useCallback(
    (events: number) => {
      const count = log.countAt(time);
      const to =
        events > 0
          ? log.events[count + events - 1]
          : log.events.findLast((event) => event.at < (log.events[count - 1]?.at ?? 0));
      seek(to?.at ?? (events > 0 ? end : 0));
    },
    [log, time, end, seek],
  );
  const play = useCallback(
    (on: boolean) => {
      setPlaying(on);
      if (!on) setAt(exerciseTimeText(time));
    },
    [time, setAt],
  );
  usePlaying(isPlaying, speed, (ms) => {
    const next = time + ms;
    setTime(Math.min(end, next));
    if (next >= end) setPlaying(false);
  });
  const setAs = useCallback(
    (stream: Stream) => setAsText(stream === loaded.stream ? undefined : stream),
    [loaded, setAsText],
  );
  return { log, store, time, end, isPlaying, speed, as, streams, seek, step, play, setSpeed, setAs };
}

/** Calls `pass` with each frame while it plays: exercise time that has passed, ms. */
function usePlaying(isPlaying: boolean, speed: number, pass: (ms: number) => void): void {
  const latest = useRef(pass);
  latest.current = pass;
  useEffect(() => {
    if (!isPlaying) return undefined;
    let before = performance.now();
    let frame = requestAnimationFrame(function next(now) {
      latest.current((now - before) * speed);
      before = now;
      frame = requestAnimationFrame(next);
    });
    return () => cancelAnimationFrame(frame);
  }, [isPlaying, speed]);
}
