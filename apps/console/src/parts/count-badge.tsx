/** A number beside a name: how many things wait. Nothing, while none does. */
import styles from './count-badge.module.css';

interface Props {
  readonly count: number;
  /** In a sentence. */
  readonly text: string;
  readonly testId?: string;
}

export function CountBadge({ count, text, testId }: Props) {
  if (count === 0) return null;
  return (
    <span className={styles['count']} data-testid={testId} title={text}>
      <bdi aria-hidden>{count}</bdi>
      <span className={styles['spoken']}> {text}</span>
    </span>
  );
}
