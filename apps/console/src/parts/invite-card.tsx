/** An invitation that was just made: its link, QR code, code and PIN. They are shown this once; the server keeps only their hashes. */
import { useTranslation } from '../language/use-translation.js';
import type { ApiShapes } from '#contracts/client/create-api-client.js';
import { CopyButton } from './copy-button.js';
import { QrCode } from './qr-code.js';
import { SideBadge } from './side-badge.js';
import { WallTime } from './wall-time.js';
import { useWord } from './use-word.js';
import styles from './invite.module.css';

export type CreatedInvitation = ApiShapes['CreatedInvitation'];

interface Props {
  readonly invitation: CreatedInvitation;
  /** Names of its units, where the page knows them. */
  readonly units?: readonly string[] | undefined;
}

export function InviteCard({ invitation, units = invitation.units }: Props) {
  const { t } = useTranslation('invitations');
  const word = useWord();
  const { role, side, code, pin, path, maxUses, expiresAt, note } = invitation;
  const link = `${location.origin}${path}`;
  return (
    <section className={styles['card']} aria-label={t('card', { code })}>
      <QrCode text={link} label={t('qr')} />
      <div className={styles['facts']}>
        <p className={styles['who']}>
          <b className="capital">{word('role', role)}</b> {side !== undefined && <SideBadge side={side} />}
          {units !== undefined && <bdi>{units.join(' · ')}</bdi>}
          {note !== undefined && (
            <span className="mute">
              <bdi>{note}</bdi>
            </span>
          )}
        </p>
        <div className={styles['linkLine']}>
          <input
            className={styles['link']}
            readOnly
            value={link}
            dir="ltr"
            aria-label={t('link')}
            onFocus={(event) => event.currentTarget.select()}
          />
          <CopyButton text={link} label={t('frame:copy.link')} />
        </div>
        <dl className={styles['secrets']}>
          <div>
            <dt>{t('code')}</dt>
            <dd>
              <bdi dir="ltr">{code}</bdi>
            </dd>
          </div>
          <div>
            <dt>{t('pin')}</dt>
            <dd>
              <bdi dir="ltr">{pin.replace(/(\d{4})(?=\d)/, '$1 ')}</bdi>
            </dd>
          </div>
        </dl>
        <p className="mute">
          {t('forPeople', { count: maxUses })} · {t('until')} <WallTime at={expiresAt} />
        </p>
        <p className={styles['once']}>{t('once')}</p>
      </div>
    </section>
  );
}
