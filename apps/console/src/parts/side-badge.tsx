/** A side by its letters; filled when it has acknowledged, an outline while it has not. Never by colour alone: the state is a word. */
import { useTranslation } from '../language/use-translation.js';
import type { Side } from '#domain/kernel/side.js';
import styles from './parts.module.css';

interface Props {
  readonly side: Side;
  /** Absent: only the side is meant, not its state. */
  readonly state?: 'acknowledged' | 'waits' | 'late' | undefined;
}

export function SideBadge({ side, state }: Props) {
  const { t } = useTranslation('frame');
  const label = state === undefined ? side : t(`sideState.${state}`, { side });
  return (
    <span className={styles['side']} data-side={side} data-state={state} title={label}>
      <bdi>{side}</bdi>
      {state !== undefined && <span className={styles['spoken']}>{label}</span>}
    </span>
  );
}
