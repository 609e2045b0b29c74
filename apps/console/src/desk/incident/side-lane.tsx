/** One side of an incident: whether it has acknowledged, how long is left, and what has become of each question to it. */
import { useCallback } from 'react';
import { useTranslation } from '../../language/use-translation.js';
import type { IncidentExplanation } from '#domain/engine/explain-incident.js';
import type { IncidentView, NotificationView } from '#domain/engine/read-models.js';
import type { Side } from '#domain/kernel/side.js';
import { isOpen } from '../../live/attention.js';
import type { ExerciseFold } from '../../live/exercise-fold.js';
import { useExercise } from '../../live/use-exercise.js';
import { Countdown } from '../../parts/countdown.js';
import { Placed } from '../../parts/placed.js';
import { SideBadge } from '../../parts/side-badge.js';
import { durationText } from '../../parts/time-text.js';
import { useWord } from '../../parts/use-word.js';
import { chainPlaces } from '../../live/incident-facts.js';
import { UnitName } from '../incidents/site-name.js';
import { NotificationRow } from './notification-row.js';
import styles from './incident.module.css';
import laneStyles from './lane.module.css';

interface Props {
  readonly incident: IncidentView;
  readonly side: Side;
  readonly explanation: IncidentExplanation | undefined;
}

export function SideLane({ incident, side, explanation }: Props) {
  const { t } = useTranslation('desk');
  const acknowledged = incident.acknowledgedBy[side];
  const notifications = useExercise(
    useCallback(
      (fold: ExerciseFold) =>
        [...fold.notifications.values()].filter((one) => one.incident === incident.id && one.side === side),
      [incident.id, side],
    ),
  );
  return (
    <section className={laneStyles['lane']} data-side={side} aria-label={t('lane.label', { side })}>
      <h3 className={laneStyles['laneHead']}>
        <SideBadge side={side} state={acknowledged === undefined ? 'waits' : 'acknowledged'} />
        <LaneWord incident={incident} side={side} />
      </h3>
      <p className={laneStyles['laneTime']} data-state={acknowledged === undefined ? 'waits' : 'acknowledged'}>
        <LaneTime incident={incident} side={side} />
      </p>
      <table className={laneStyles['questions']}>
        <caption className={styles['spoken']}>{t('lane.questions', { side })}</caption>
        <thead className={styles['spoken']}>
          <tr>
            <th scope="col">{t('lane.unit')}</th>
            <th scope="col">{t('lane.state')}</th>
            <th scope="col">{t('lane.when')}</th>
          </tr>
        </thead>
        <tbody>
          {latestFirst(notifications).map((one) => (
            <NotificationRow key={one.id} notification={one} />
          ))}
          <NotAsked side={side} explanation={explanation} />
        </tbody>
      </table>
      {notifications.length === 0 && <p className={laneStyles['quiet']}>{t('lane.nobody')}</p>}
    </section>
  );
}

/** Open questions first, as they were asked. */
function latestFirst(notifications: readonly NotificationView[]): readonly NotificationView[] {
  const isEnded = ({ status }: NotificationView) =>
    status === 'withdrawn' || status === 'expired' || status === 'declined';
  return notifications.toSorted((a, b) => Number(isEnded(a)) - Number(isEnded(b)) || a.queuedAt - b.queuedAt);
}

function LaneWord({ incident, side }: Omit<Props, 'explanation'>) {
  const { t } = useTranslation('desk');
  const acknowledged = incident.acknowledgedBy[side];
  if (acknowledged === undefined)
    return (
      <span>
        {!isOpen(incident) ? t('lane.never') : incident.nextStepAt === undefined ? t('lane.notYet') : t('lane.waits')}
      </span>
    );
  return (
    <span>
      {t('lane.acknowledged')}{' '}
      <span className="mute">
        {acknowledged.by === 'unit' ? (
          <UnitName unit={acknowledged.unit} />
        ) : (
          <>
            {t('lane.override')} <bdi>“{acknowledged.reason}”</bdi>
          </>
        )}
      </span>
    </span>
  );
}

/** `after 0:41`, or `2:17 left of 5:00`. */
function LaneTime({ incident, side }: Omit<Props, 'explanation'>) {
  const { t } = useTranslation('desk');
  const acknowledged = incident.acknowledgedBy[side];
  const [nextStepAt, waitsSince, isExhausted] = useExercise(
    useCallback(
      (fold: ExerciseFold): readonly [number | undefined, number | undefined, boolean] => {
        const places = chainPlaces(fold, incident);
        const [first] = places;
        return [
          first?.nextStepAt,
          first?.waitsSince,
          places.length > 0 && places.every(({ status }) => status === 'exhausted'),
        ];
      },
      [incident],
    ),
  );
  if (acknowledged !== undefined) {
    const after = <bdi>{durationText(acknowledged.at - incident.openedAt)}</bdi>;
    return <Placed say={(marks) => t('lane.after', marks)} values={{ after }} />;
  }
  if (!isOpen(incident)) return null;
  if (nextStepAt === undefined) return <>{isExhausted ? t('lane.exhausted') : t('lane.noDeadline')}</>;
  const left = <Countdown to={nextStepAt} />;
  if (waitsSince === undefined) return <Placed say={(marks) => t('lane.left', marks)} values={{ left }} />;
  const given = <bdi className={laneStyles['given']}>{durationText(nextStepAt - waitsSince)}</bdi>;
  return <Placed say={(marks) => t('lane.leftOf', marks)} values={{ left, given }} />;
}

/** Units of the side that the step means and does not ask, and why. */
function NotAsked({ side, explanation }: Pick<Props, 'side' | 'explanation'>) {
  const { t } = useTranslation('desk');
  const word = useWord();
  const isOurs = useExercise((fold) => fold.state.scenario.units).filter((unit) => unit.side === side);
  const unreached = (explanation?.chains ?? []).flatMap((chain) => chain.unreached);
  const seen = new Set<string>();
  return unreached
    .filter(
      ({ target, reason }) =>
        isOurs.some(({ id }) => id === target) &&
        reason !== 'already-acknowledged' &&
        !seen.has(target) &&
        seen.add(target),
    )
    .map(({ target, reason }) => (
      <tr key={target} className={laneStyles['question']} data-state="not-asked">
        <th scope="row">
          <UnitName unit={target} />
        </th>
        <td className="mute">
          {t('lane.notAsked')} {word('unreached', reason)}
        </td>
        <td />
      </tr>
    ));
}
