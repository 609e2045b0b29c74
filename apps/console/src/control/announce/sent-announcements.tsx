/** What was sent, to whom, and who has read it. */
import { Button } from '@mantine/core';
import { useTranslation } from '../../language/use-translation.js';
import type { AnnouncementView } from '#contracts/http/announcements.js';
import { useExerciseStore } from '../../live/use-exercise.js';
import { AuthoredText } from '../../parts/authored-text.js';
import { SideBadge } from '../../parts/side-badge.js';
import { useAction } from '../../parts/use-action.js';
import { api, dataOf } from '../../session/api.js';
import { NotServed } from '../not-served.js';
import { WALL_CLOCK } from '../wall-clock.js';
import { useAnnouncements } from './use-announcements.js';
import { useWord } from '../../parts/use-word.js';
import styles from './announce.module.css';

export function SentAnnouncements() {
  const { t } = useTranslation('control');
  const { announcements, error } = useAnnouncements();
  if (error != null) return <NotServed error={error} what={t('announce.title')} />;
  return (
    <section aria-label={t('announce.sent')}>
      <h3 className={styles['title']}>{t('announce.sent')}</h3>
      <ul className={styles['sent']}>
        {announcements.map((one) => (
          <Sent key={one.id} announcement={one} />
        ))}
        {announcements.length === 0 && <li className="mute">{t('announce.none')}</li>}
      </ul>
    </section>
  );
}

function Sent({
  announcement: { id, at, text, side, role, receipts = [], withdrawnAt },
}: {
  readonly announcement: AnnouncementView;
}) {
  const { t } = useTranslation('control');
  const word = useWord();
  const { exercise } = useExerciseStore();
  const withdraw = useAction((_: undefined) =>
    dataOf(
      api.DELETE('/v1/exercises/{exercise}/announcements/{announcement}', {
        params: { path: { exercise: exercise.id, announcement: id } },
      }),
    ),
  );
  const read = receipts.filter(({ readAt }) => readAt !== undefined);
  return (
    <li>
      <div className={styles['line']}>
        <bdi className="mute">{WALL_CLOCK.format(Date.parse(at))} UTC</bdi>
        <span className="grow">
          <AuthoredText text={text} />
        </span>
        {side === undefined ? t('announce.bothSides') : <SideBadge side={side} />}{' '}
        {role === undefined ? t('announce.allRoles') : word('role', role)}
        {withdrawnAt === undefined ? (
          <Button size="compact-xs" loading={withdraw.isPending} onClick={() => withdraw.mutate(undefined)}>
            {t('announce.withdraw')}
          </Button>
        ) : (
          <b>{t('announce.withdrawn')}</b>
        )}
      </div>
      <details>
        <summary>{t('announce.readBy', { read: read.length, all: receipts.length })}</summary>
        <ul className={styles['receipts']}>
          {receipts.map(({ account, name, role: of, side: from, readAt }) => (
            <li key={account} data-read={readAt === undefined ? undefined : true}>
              <span aria-hidden>{readAt === undefined ? '○' : '✓'}</span> <bdi>{name}</bdi> {word('role', of)}{' '}
              {from !== undefined && <SideBadge side={from} />}{' '}
              {readAt === undefined ? t('announce.notRead') : <bdi>{WALL_CLOCK.format(Date.parse(readAt))} UTC</bdi>}
            </li>
          ))}
        </ul>
      </details>
    </li>
  );
}
