/** What would change, line by line, with a little of what stays around it. */
import { useMemo } from 'react';
import { useTranslation } from '../language/use-translation.js';
import { lineDiff } from './line-diff.js';
import styles from './policy.module.css';

const SIGNS = { same: ' ', added: '+', removed: '−' } as const;
const AROUND = 1;

export function PolicyDiff({ before, after }: { readonly before: string; readonly after: string }) {
  const { t } = useTranslation('policy');
  const lines = useMemo(() => lineDiff(before, after), [before, after]);
  const shown = lines
    .map((line, index) => ({ ...line, index }))
    .filter(({ index }) =>
      lines.slice(Math.max(0, index - AROUND), index + AROUND + 1).some(({ change }) => change !== 'same'),
    );
  return (
    <section aria-label={t('changes')}>
      <h3 style={{ fontSize: 13, margin: '8px 0 0' }}>{t('changes')}</h3>
      {shown.length === 0 ? (
        <p className="mute">{t('noChanges')}</p>
      ) : (
        <div className={styles['diff']} dir="ltr" lang="en" tabIndex={0}>
          {shown.map(({ index, change, text }) => (
            <div key={index} data-change={change}>
              {SIGNS[change]} {text}
            </div>
          ))}
        </div>
      )}
    </section>
  );
}
