/** Severity by shape, colour and word. */
import type { Severity } from '#domain/alert/alert.js';
import { useWord } from './use-word.js';
import styles from './parts.module.css';

const SHAPES: Readonly<Record<Severity, string>> = {
  Extreme: '◆',
  Severe: '◆',
  Moderate: '▲',
  Minor: '●',
  Unknown: '■',
};

export function SeverityMark({ severity }: { readonly severity: Severity }) {
  const word = useWord()('severity', severity);
  return (
    <span className={styles['severity']} data-severity={severity} role="img" aria-label={word} title={word}>
      {SHAPES[severity]}
      {severity === 'Extreme' && '◆'}
    </span>
  );
}
