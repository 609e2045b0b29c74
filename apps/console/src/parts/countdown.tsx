/** Time until an exercise time. Only this text is drawn anew each second. It is no live region: nobody wants to hear it each second. */
import { useCallback } from 'react';
import { useNow } from '../live/use-now.js';
import { remainingText } from './time-text.js';
import styles from './parts.module.css';

/** Below this, ms, it is marked as soon; at zero as late. */
const SOON_MS = 180_000;

export function Countdown({ to, className }: { readonly to: number; readonly className?: string }) {
  const text = useNow(useCallback((now: number) => remainingText(to - now), [to]));
  const mark = useNow(
    useCallback((now: number) => (to - now <= 0 ? 'late' : to - now <= SOON_MS ? 'soon' : 'calm'), [to]),
  );
  return (
    <bdi className={`${styles['countdown']} ${className ?? ''}`} data-mark={mark}>
      {text}
    </bdi>
  );
}

/** How much of the time from `from` to `to` has passed, as a bar. */
export function CountdownBar({ from, to }: { readonly from: number; readonly to: number }) {
  const share = useNow(
    useCallback(
      (now: number) => Math.round(Math.min(1, Math.max(0, (now - from) / Math.max(1, to - from))) * 200) / 2,
      [from, to],
    ),
  );
  const mark = useNow(
    useCallback((now: number) => (to - now <= 0 ? 'late' : to - now <= SOON_MS ? 'soon' : 'calm'), [to]),
  );
  return (
    <span className={styles['bar']} data-mark={mark} aria-hidden>
      <i style={{ inlineSize: `${share}%` }} />
    </span>
  );
}
