/** An invitation that was just made: its link, code and PIN, shown this once. */
import { Button, CopyButton } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { CreatedInvitation } from '#contracts/http/invitations.js';
import styles from './people.module.css';

const QrCode = lazy(async () => ({ default: (await import('./qr-code.js')).QrCode }));

export function MadeInvitation({ made, onDone }: { readonly made: CreatedInvitation; readonly onDone: () => void }) {
  const { t } = useTranslation('control');
  const link = `${location.origin}${made.path}`;
  return (
    <div className={styles['made']} role="group" aria-label={t('invite.made')}>
      <p>{t('invite.once')}</p>
      <Suspense fallback={<div className={styles['qr']} />}>
        <QrCode text={link} label={t('invite.qr')} className={styles['qr'] ?? ''} />
      </Suspense>
      <dl>
        <dt>{t('invite.code')}</dt>
        <dd>
          <bdi>{made.code}</bdi>
        </dd>
        <dt>{t('invite.pin')}</dt>
        <dd>
          <bdi>{made.pin.replace(/(\d{4})(?=\d)/g, '$1 ')}</bdi>
        </dd>
        <dt>{t('invite.link')}</dt>
        <dd>
          <bdi className={styles['link']}>{link}</bdi>
        </dd>
      </dl>
      <div className={styles['pair']}>
        <CopyButton value={link}>
          {({ copied, copy }) => <Button onClick={copy}>{t(copied ? 'invite.copied' : 'invite.copy')}</Button>}
        </CopyButton>
        <Button onClick={onDone}>{t('invite.done')}</Button>
      </div>
    </div>
  );
}
