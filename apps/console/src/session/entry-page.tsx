/** What stands around every way to come in: the name of the place, and language and colours, which everybody can choose first. */
import type { ReactNode } from 'react';
import { useTranslation } from '../language/use-translation.js';
import { ColourSwitch, LanguageSwitch } from '../app/preferences.js';
import styles from './entry.module.css';

interface Props {
  readonly title: ReactNode;
  readonly lead?: ReactNode;
  readonly children: ReactNode;
}

export function EntryPage({ title, lead, children }: Props) {
  const { t } = useTranslation('session');
  return (
    <main className={styles['page']}>
      <section className={styles['card']} aria-labelledby="entry-title">
        <p className={styles['place']}>
          <b>Tandem</b> <span>{t('place')}</span>
        </p>
        <h1 id="entry-title">{title}</h1>
        {lead !== undefined && <p className="mute">{lead}</p>}
        {children}
      </section>
      <div className={styles['choices']}>
        <LanguageSwitch />
        <ColourSwitch />
      </div>
    </main>
  );
}
