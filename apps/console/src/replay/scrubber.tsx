/** The whole exercise as a line: where something happened, what was expected and observed, and where one looks. */
import { useElementSize } from '@mantine/hooks';
import { memo, useCallback, useMemo, useRef } from 'react';
import { useTranslation } from '../language/use-translation.js';
import type { EventView } from '#contracts/http/events.js';
import { exerciseTimeText } from '../parts/time-text.js';
import { groupMarks, type Mark, type MarkGroup } from './mark-groups.js';
import styles from './replay.module.css';

interface Props {
  readonly events: readonly EventView[];
  readonly marks: readonly Mark[];
  readonly time: number;
  readonly end: number;
  readonly onSeek: (time: number) => void;
}

/** How many columns show the density of events. */
const COLUMNS = 240;
const STEP_MS = 60_000;

export function Scrubber({ events, marks, time, end, onSeek }: Props) {
  const { t } = useTranslation('replay');
  const path = useMemo(() => densityPath(events, end), [events, end]);
  const { ref, width } = useElementSize();
  const groups = useMemo(() => (width === 0 ? [] : groupMarks(marks, end, width)), [marks, end, width]);
  const latest = useRef(time);
  latest.current = time;
  // Pressed again, one of several goes on to the next of them.
  const goOn = useCallback(
    ({ marks: [first, ...more] }: MarkGroup) =>
      onSeek([first, ...more].find(({ at }) => at > latest.current)?.at ?? first.at),
    [onSeek],
  );
  return (
    <div className={styles['scrubber']} ref={ref}>
      <svg viewBox={`0 0 ${COLUMNS} 40`} preserveAspectRatio="none" aria-hidden>
        <path d={path} className={styles['density']} />
      </svg>
      {groups.map((group) => (
        <MarkButton key={group.marks[0].id} group={group} onPress={goOn} />
      ))}
      <input
        type="range"
        className={styles['range']}
        min={0}
        max={end}
        step={1000}
        value={Math.min(time, end)}
        aria-label={t('time')}
        aria-valuetext={exerciseTimeText(time)}
        onChange={(event) => onSeek(Number(event.currentTarget.value))}
        onKeyDown={(event) => {
          if (event.key !== 'PageUp' && event.key !== 'PageDown') return;
          event.preventDefault();
          onSeek(time + (event.key === 'PageUp' ? 10 : -10) * STEP_MS);
        }}
      />
      <span
        className={styles['needle']}
        style={{ insetInlineStart: `${(Math.min(time, end) / end) * 100}%` }}
        aria-hidden
      />
    </div>
  );
}

interface MarkProps {
  readonly group: MarkGroup;
  readonly onPress: (group: MarkGroup) => void;
}

/** Stays as it is while the time goes on. */
const MarkButton = memo(function MarkButton({ group, onPress }: MarkProps) {
  const { t } = useTranslation('replay');
  const { place, kind, marks } = group;
  const words = marks.map((one) =>
    t('mark', { kind: t(`kind.${one.kind}`), time: exerciseTimeText(one.at), label: one.label }),
  );
  return (
    <button
      type="button"
      className={styles['mark']}
      data-kind={kind}
      style={{ insetInlineStart: place }}
      title={words.join('\n')}
      aria-label={marks.length > 1 ? `${marks.length}\n${words.join('\n')}` : words.join('\n')}
      onClick={() => onPress(group)}
    >
      {marks.length > 1 && <bdi>{marks.length}</bdi>}
    </button>
  );
});

function densityPath(events: readonly EventView[], end: number): string {
  const counts = Array.from({ length: COLUMNS }, () => 0);
  for (const { at } of events) {
    const column = Math.min(COLUMNS - 1, Math.floor((at / end) * COLUMNS));
    counts[column] = (counts[column] ?? 0) + 1;
  }
  const most = Math.max(1, ...counts);
  return counts
    .map((count, x) =>
      count === 0 ? '' : `M${x} 40v${-Math.max(4, Math.round((Math.sqrt(count) / Math.sqrt(most)) * 34))}h.6V40z`,
    )
    .join('');
}
