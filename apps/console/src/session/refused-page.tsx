/** The way back from the identity provider let nobody in: why, and what to do. */
import { Button } from '@mantine/core';
import type { OidcRefusal } from '#contracts/http/oidc-refusals.js';
import { useTranslation } from '../language/use-translation.js';
import { closeEntryLink } from './entry-link.js';
import { EntryPage } from './entry-page.js';
import { Refusal } from './refusal.js';
import styles from './entry.module.css';

export function RefusedPage({ code }: { readonly code: OidcRefusal }) {
  const { t } = useTranslation('session');
  return (
    <EntryPage title={t('refusedPage.title')}>
      <Refusal text={code === 'TOO_MANY_TRIES' ? t('refused.throttled', { seconds: 60 }) : t(`refused.${code}`)} />
      <p className="mute">
        {t('refusedPage.code')} <code dir="ltr">{code}</code>
      </p>
      <div className={styles['other']}>
        <Button variant="filled" size="sm" onClick={closeEntryLink}>
          {t('refusedPage.again')}
        </Button>
      </div>
    </EntryPage>
  );
}
