/** The script as lanes over time, with now; zoomed and scrolled, and walked by the arrow keys. */
import { SegmentedControl } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from '../../language/use-translation.js';
import { useUrlState } from '../../app/use-url-state.js';
import { useExercise, useExerciseStore } from '../../live/use-exercise.js';
import { useNow } from '../../live/use-now.js';
import { PanelHead } from '../../parts/panel-head.js';
import { PlainButton } from './plain-button.js';
import { LaneItem } from './lane-item.js';
import { placeInLane, rowsIn, MARK_PX, type Placed } from './lane-layout.js';
import { TimeAxis } from './time-axis.js';
import { earliestOf, LANES, type Lane, type ScriptRow } from './script.js';
import { useScript } from './use-script.js';
import styles from './lanes.module.css';

const HOUR = 3_600_000;
const ZOOMS = { whole: undefined, '2h': 2 * HOUR, '30m': HOUR / 2 } as const;
type Zoom = keyof typeof ZOOMS;

const LETTER_PX = 6.6;
const LABEL_MORE_PX = 26;
const ROW_PX = 26;
/** A longer one gets fewer rows for each lane. */
const LONG_SCRIPT = 60;
/** Where now stands in what is seen, when it is followed. */
const NOW_AT = 0.35;

export function Lanes() {
  const { t } = useTranslation('control');
  const [zoomed, setZoomed] = useUrlState('zoom');
  const zoom: Zoom = zoomed !== undefined && zoomed in ZOOMS ? (zoomed as Zoom) : 'whole';
  const duration = useExercise((fold) => fold.state.scenario.durationMs);
  const { ref, width } = useElementSize();
  const scroller = useRef<HTMLDivElement>(null);
  const span = Math.min(ZOOMS[zoom] ?? duration, duration);
  const pxPerMs = Math.max(1, width - MARK_PX * 2) / span;
  const [isFollowing, setFollowing] = useState(true);
  useFollowNow(scroller, pxPerMs, isFollowing && span < duration);
  const lanes = usePlaced(pxPerMs, duration);
  const total = duration * pxPerMs + MARK_PX * 2;

  return (
    <section className={styles['lanes']} aria-label={t('lanes.title')}>
      <PanelHead title={t('lanes.title')} note={<Legend />}>
        <span className={styles['tools']}>
          {span < duration && !isFollowing && (
            <PlainButton onClick={() => setFollowing(true)}>{t('lanes.toNow')}</PlainButton>
          )}
          <SegmentedControl
            size="xs"
            aria-label={t('lanes.zoom')}
            value={zoom}
            onChange={(value) => {
              setZoomed(value === 'whole' ? undefined : value);
              setFollowing(true);
            }}
            data={(Object.keys(ZOOMS) as Zoom[]).map((value) => ({ value, label: t(`lanes.zooms.${value}`) }))}
          />
        </span>
      </PanelHead>
      <div className={styles['grid']}>
        <div className={styles['names']} aria-hidden>
          <span className={styles['axisName']} />
          {LANES.map((lane) => (
            <span key={lane} style={{ blockSize: heightOf(lanes[lane]) }}>
              {t(`lane.${lane}`)}
            </span>
          ))}
        </div>
        <div
          ref={scroller}
          className={styles['scroller']}
          // After manual scrolling the view stays.
          onWheel={(event) => (event.deltaX !== 0 || event.shiftKey) && setFollowing(false)}
          onPointerDown={(event) => event.target === event.currentTarget && setFollowing(false)}
        >
          <div ref={ref} className={styles['measure']} />
          <div className={styles['sheet']} style={{ inlineSize: total }} onKeyDown={walk}>
            <TimeAxis duration={duration} pxPerMs={pxPerMs} offset={MARK_PX} />
            {LANES.map((lane) => (
              <ul
                key={lane}
                className={styles['lane']}
                style={{ blockSize: heightOf(lanes[lane]) }}
                aria-label={t(`lane.${lane}`)}
              >
                {lanes[lane].map((placed) => (
                  <LaneItem key={placed.item.id} placed={placed} rowPx={ROW_PX} />
                ))}
              </ul>
            ))}
            <NowLine pxPerMs={pxPerMs} />
          </div>
        </div>
      </div>
    </section>
  );
}

function heightOf(placed: readonly Placed<ScriptRow>[]): number {
  return rowsIn(placed) * ROW_PX + 4;
}

type Placement = Readonly<Record<Lane, readonly Placed<ScriptRow>[]>>;

function usePlaced(pxPerMs: number, duration: number): Placement {
  const rows = useScript();
  const byId = useMemo(() => new Map(rows.map((row) => [row.id, row])), [rows]);
  const times = useExercise(
    useCallback((fold) => rows.map((row) => row.at ?? earliestOf(row, byId, fold.state)), [rows, byId]),
  );
  // What waits for something whose time nobody knows stands beside now, and goes along with it.
  const beside = useNow(useCallback((now: number) => Math.ceil((now * pxPerMs) / 8) * 8, [pxPerMs])) / pxPerMs;
  return useMemo(() => {
    const measured = rows
      .map((item, index) => {
        const known = times[index];
        const isPast = item.state === 'waiting' && known !== undefined && known < beside;
        const time = known === undefined || isPast ? beside : known;
        const x = MARK_PX + Math.min(time, duration) * pxPerMs;
        return { item, x, width: item.id.length * LETTER_PX + LABEL_MORE_PX };
      })
      .toSorted((a, b) => a.x - b.x);
    const end = MARK_PX * 2 + duration * pxPerMs;
    const mostRows = rows.length > LONG_SCRIPT ? 2 : 3;
    return Object.fromEntries(
      LANES.map((lane) => {
        const own = measured.filter(({ item }) => item.lane === lane);
        // Near the end of the scale a label would stand beyond it.
        return [
          lane,
          placeInLane(
            own
              .map((one) => ({ ...one, x: Math.max(0, Math.min(one.x, end - one.width)) }))
              .toSorted((a, b) => a.x - b.x),
            mostRows,
          ),
        ];
      }),
    ) as unknown as Placement;
  }, [rows, times, beside, pxPerMs, duration]);
}

function useFollowNow(scroller: React.RefObject<HTMLDivElement | null>, pxPerMs: number, isFollowing: boolean): void {
  const { clock } = useExerciseStore();
  const step = useNow(useCallback((now: number) => Math.round((now * pxPerMs) / 4), [pxPerMs]));
  useEffect(() => {
    const element = scroller.current;
    if (element === null || !isFollowing) return;
    const x = Math.max(0, clock.now() * pxPerMs - element.clientWidth * NOW_AT);
    element.scrollTo({ left: getComputedStyle(element).direction === 'rtl' ? -x : x });
  }, [scroller, clock, step, pxPerMs, isFollowing]);
}

function NowLine({ pxPerMs }: { readonly pxPerMs: number }) {
  const { t } = useTranslation('control');
  const x = useNow(useCallback((now: number) => Math.round(now * pxPerMs), [pxPerMs]));
  return (
    <div className={styles['now']} style={{ insetInlineStart: x + MARK_PX }}>
      <span>{t('lanes.now')}</span>
    </div>
  );
}

function Legend() {
  const { t } = useTranslation('control');
  return (
    <span className={styles['legend']}>
      {(['planned', 'waiting', 'fired', 'skipped'] as const).map((state) => (
        <span key={state} data-state={state}>
          {t(`state.${state}`)}
        </span>
      ))}
    </span>
  );
}

/** Left and right go through the injects of a lane, up and down to the lane beside. */
function walk(event: React.KeyboardEvent<HTMLDivElement>): void {
  const here = event.target as HTMLElement;
  const lane = here.closest('ul');
  if (lane === null) return;
  const isRtl = getComputedStyle(lane).direction === 'rtl';
  const buttons = [...lane.querySelectorAll('button')];
  const index = buttons.indexOf(here as HTMLButtonElement);
  const step =
    event.key === (isRtl ? 'ArrowLeft' : 'ArrowRight')
      ? 1
      : event.key === (isRtl ? 'ArrowRight' : 'ArrowLeft')
        ? -1
        : 0;
  if (step !== 0) {
    event.preventDefault();
    buttons[index + step]?.focus();
    return;
  }
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  event.preventDefault();
  const lanes = [...event.currentTarget.querySelectorAll('ul')].filter((one) => one.querySelector('button') !== null);
  const next = lanes[lanes.indexOf(lane) + (event.key === 'ArrowDown' ? 1 : -1)];
  next?.querySelector('button')?.focus();
}
