/** What the lint, or the reading of a file, has found: how grave, where by line and column, and in words. */
import { useTranslation } from '../language/use-translation.js';
import styles from './library.module.css';

export interface Finding {
  readonly code: string;
  readonly level?: string | undefined;
  readonly path?: string | undefined;
  readonly message: string;
  readonly line?: unknown;
  readonly column?: unknown;
  readonly file?: unknown;
}

interface Props {
  readonly findings: readonly Finding[];
  /** Shows the place in the text, where there is one. */
  readonly onGo?: (line: number, column: number) => void;
}

export function Findings({ findings, onGo }: Props) {
  const { t } = useTranslation('library');
  if (findings.length === 0) return <p className={styles['good']}>✓ {t('noFindings')}</p>;
  return (
    <ul className={styles['findings']}>
      {findings.map((finding, index) => (
        // The same fault may stand at one place twice.
        <li key={index} data-level={finding.level ?? 'error'}>
          <b className={styles['level']}>{t(`level.${finding.level === 'warning' ? 'warning' : 'error'}`)}</b>
          <Place finding={finding} onGo={onGo} />
          <span lang="en" dir="ltr" className={styles['message']}>
            {finding.message}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Place({ finding, onGo }: { readonly finding: Finding; readonly onGo: Props['onGo'] }) {
  const { t } = useTranslation('library');
  const { line, column, path, file } = finding;
  if (typeof line !== 'number') return path === undefined || path === '' ? null : <code>{path}</code>;
  const words = t('place', { line, column: typeof column === 'number' ? column : 1 });
  if (onGo === undefined) {
    return (
      <span className="mute">
        {typeof file === 'string' && <bdi>{file}</bdi>} {words}
      </span>
    );
  }
  return (
    <button
      type="button"
      className={styles['place']}
      onClick={() => onGo(line, typeof column === 'number' ? column : 1)}
    >
      {words}
    </button>
  );
}
