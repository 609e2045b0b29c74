/** What the checks say of a policy, each with its place. */
import { useTranslation } from '../language/use-translation.js';
import styles from './policy.module.css';

export interface ShownFinding {
  readonly code: string;
  readonly level?: string | undefined;
  readonly path?: string | undefined;
  readonly message: string;
  readonly line?: number | undefined;
}

export function Findings({
  findings,
  onLine,
}: {
  readonly findings: readonly ShownFinding[];
  readonly onLine?: (line: number) => void;
}) {
  const { t } = useTranslation('policy');
  return (
    <ul className={styles['findings']}>
      {findings.map(({ code, level = 'error', path = '', message, line }, index) => (
        <li key={`${code}/${path}/${index}`} data-level={level}>
          <b>{t(level === 'error' ? 'error' : 'warning')}</b>
          {line !== undefined && onLine !== undefined && (
            <button type="button" onClick={() => onLine(line)}>
              {t('line', { line })}
            </button>
          )}
          <span>
            <bdi lang="en" dir="ltr">
              {message}
            </bdi>
          </span>
        </li>
      ))}
    </ul>
  );
}
