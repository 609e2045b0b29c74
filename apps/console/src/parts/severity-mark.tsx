/** Severity by shape, colour and word. */
import { useTranslation } from 'react-i18next';
import type { Severity } from '#domain/alert/alert.js';
import styles from './parts.module.css';

const SHAPES: Readonly<Record<Severity, string>> = {
  Extreme: '◆',
  Severe: '◆',
  Moderate: '▲',
  Minor: '●',
  Unknown: '■',
};

export function SeverityMark({ severity }: { readonly severity: Severity }) {
  const { t } = useTranslation('frame');
  const word = t(`severity.${severity}`);
  return (
    <span className={styles['severity']} data-severity={severity} role="img" aria-label={word} title={word}>
      {SHAPES[severity]}
      {severity === 'Extreme' && '◆'}
    </span>
  );
}
