/** One question to one unit: what has become of it, in words, and when. */
import { useCallback } from 'react';
import { useTranslation } from '../../language/use-translation.js';
import type { NotificationView } from '#domain/engine/read-models.js';
import type { ExerciseFold } from '../../live/exercise-fold.js';
import { useExercise } from '../../live/use-exercise.js';
import { useNow } from '../../live/use-now.js';
import { Placed } from '../../parts/placed.js';
import { clockText, durationText } from '../../parts/time-text.js';
import { useWord } from '../../parts/use-word.js';
import { UnitName } from '../incidents/site-name.js';
import laneStyles from './lane.module.css';

type Tone = 'good' | 'bad' | 'open' | 'quiet';

const TONES: Readonly<Record<NotificationView['status'], Tone>> = {
  queued: 'open',
  sent: 'open',
  delivered: 'open',
  acknowledged: 'good',
  declined: 'bad',
  expired: 'quiet',
  withdrawn: 'quiet',
  undeliverable: 'bad',
};

export function NotificationRow({ notification }: { readonly notification: NotificationView }) {
  const { t } = useTranslation('desk');
  const word = useWord();
  const { unit, incident, action, status, attempts, reason } = notification;
  const [pending, progress, isDone] = useExercise(
    useCallback(
      ({ state }: ExerciseFold) => [
        state.notifications[notification.id]?.pending?.state,
        state.units[unit]?.progress[incident],
        state.notifications[notification.id]?.done,
      ],
      [notification.id, unit, incident],
    ),
  );
  const isLapsed = notification.lapsedAt !== undefined;
  const isStanding = notification.acknowledgedAt !== undefined && !isLapsed;
  const way = !isStanding ? undefined : isDone === true ? 'clear' : typeof progress === 'string' ? progress : undefined;
  const state = isLapsed
    ? word('notificationStatus', 'lapsed')
    : way !== undefined
      ? word('progress', way)
      : pending !== undefined
        ? t('lane.pending')
        : status === 'delivered'
          ? t('lane.silent')
          : word('notificationStatus', isStanding ? 'acknowledged' : status);
  return (
    <tr
      className={laneStyles['question']}
      data-state={status}
      data-tone={isLapsed ? 'bad' : isStanding ? 'good' : TONES[status]}
    >
      <th scope="row">
        <UnitName unit={unit} /> <span className="mute">{word('action', action)}</span>
      </th>
      <td>
        <span className={laneStyles['questionState']}>{state}</span>
        {notification.lateAcknowledgementAt !== undefined && <span className="mute"> {t('lane.late')}</span>}
        {attempts > 1 && TONES[status] === 'open' && (
          <span className="mute"> {t('lane.reminded', { count: attempts - 1 })}</span>
        )}
        {reason !== undefined && (
          <span className="mute">
            {' '}
            <Reason status={status} reason={reason} />
          </span>
        )}
      </td>
      <td className={laneStyles['when']}>
        <When notification={notification} />
      </td>
    </tr>
  );
}

/** Reasons that the rules give have words; those of people stand as they were written. */
function Reason({ status, reason }: { readonly status: NotificationView['status']; readonly reason: string }) {
  const word = useWord();
  if (status === 'undeliverable') return <>{word('undeliverable', reason)}</>;
  if (status === 'withdrawn') return <>{word('withdrawal', reason)}</>;
  if (reason === 'declined') return null;
  return reason === 'at-capacity' ? <>{word('declineReason', reason)}</> : <bdi>“{reason}”</bdi>;
}

function When({ notification }: { readonly notification: NotificationView }) {
  const { t } = useTranslation('desk');
  const { queuedAt, status, acknowledgedAt, endedAt } = notification;
  const ago = useNow(useCallback((now: number) => durationText(Math.max(0, now - queuedAt)), [queuedAt]));
  const at = acknowledgedAt ?? endedAt;
  if (TONES[status] === 'open' || at === undefined) {
    return <Placed say={(marks) => t('lane.asked', marks)} values={{ since: <bdi>{ago}</bdi> }} />;
  }
  return <bdi>{clockText(at)}</bdi>;
}
