/** The scale above the lanes. */
import { exerciseTimeText } from '../../parts/time-text.js';
import styles from './lanes.module.css';

const MINUTE = 60_000;
const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1440].map((minutes) => minutes * MINUTE);
const LEAST_PX = 76;
const LONGEST = 1440 * MINUTE;

export function TimeAxis({
  duration,
  pxPerMs,
  offset,
}: {
  readonly duration: number;
  readonly pxPerMs: number;
  readonly offset: number;
}) {
  const step = STEPS.find((one) => one * pxPerMs >= LEAST_PX) ?? LONGEST;
  const times = Array.from({ length: Math.floor(duration / step) + 1 }, (_, index) => index * step);
  return (
    <div className={styles['axis']} aria-hidden>
      {times.map((time) => (
        <span key={time} style={{ insetInlineStart: time * pxPerMs + offset }}>
          {/* The last one would stand beyond the end. */}
          {(duration - time) * pxPerMs >= LEAST_PX / 2 || time === 0 ? (
            <bdi>{exerciseTimeText(time).slice(2, 7)}</bdi>
          ) : null}
        </span>
      ))}
    </div>
  );
}
