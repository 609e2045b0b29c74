/** What each side has decided about a joint incident, who waits for whom and since when, and whether they are stuck. */
import { Button } from '@mantine/core';
import { useCallback } from 'react';
import { useTranslation } from '../../language/use-translation.js';
import type { EventView } from '#contracts/http/events.js';
import type { IncidentView } from '#domain/engine/read-models.js';
import type { SideDecision } from '#domain/incident/incident.js';
import type { Side } from '#domain/kernel/side.js';
import { dueOf, timerKey } from '#domain/kernel/timers.js';
import { keysText } from '../../app/keys-text.js';
import type { ExerciseFold } from '../../live/exercise-fold.js';
import { useExercise } from '../../live/use-exercise.js';
import { useNow } from '../../live/use-now.js';
import { Countdown } from '../../parts/countdown.js';
import { Placed } from '../../parts/placed.js';
import { SideBadge } from '../../parts/side-badge.js';
import { durationText, exerciseTimeText } from '../../parts/time-text.js';
import { KEYS } from './act-keys.js';
import { jointStanding, otherSideThan } from './joint-standing.js';
import type { ActKind } from './send-act.js';
import type { Possible } from './use-acts.js';
import incidentStyles from './incident.module.css';
import styles from './joint-decision.module.css';

interface Props {
  readonly incident: IncidentView;
  /** Of the incident, oldest first. */
  readonly events: readonly EventView[];
  readonly possible: (kind: ActKind) => Possible;
  readonly onBegin: (kind: ActKind) => void;
}

export function JointDecision({ incident, events, possible, onBegin }: Props) {
  const { t } = useTranslation('coordination');
  const { t: desk } = useTranslation('desk');
  const { t: frame } = useTranslation('frame');
  const deadlockAt = useExercise(
    useCallback(
      ({ state }: ExerciseFold) => dueOf(state.timers, timerKey({ kind: 'deadlock', incident: incident.id })),
      [incident.id],
    ),
  );
  const standing = jointStanding(incident.decisions, events);
  if (standing === undefined) return null;
  const { decisions, deadlock, waitsFor } = standing;
  return (
    <section className={styles['joint']} data-deadlock={deadlock} aria-label={t('joint.title')} data-testid="decisions">
      <h3>{t('joint.title')}</h3>
      <p className={incidentStyles['spoken']} role="status">
        {decisions
          .flatMap(({ side, decided }) =>
            decided === undefined ? [] : [desk(`head.decided.${decided.decision}`, { side })],
          )
          .concat(waitsFor === undefined ? [] : [desk('head.waitsFor', { side: waitsFor })])
          .join(frame('listSeparator'))}
      </p>
      <ul>
        {decisions.map(({ side, decided }) => (
          <li key={side} data-side={side}>
            <SideBadge side={side} />{' '}
            {decided === undefined ? (
              <Waiting side={side} since={incident.decisions?.[otherSideThan(side)]?.at} />
            ) : (
              <Decided decided={decided} />
            )}
          </li>
        ))}
      </ul>
      {deadlock !== undefined ? (
        <p className={styles['deadlock']}>
          <b>{t('joint.deadlock')}</b> {t(`joint.deadlockBy.${deadlock}`)} {t('joint.deadlockEnds')}
        </p>
      ) : (
        deadlockAt !== undefined && (
          <p className="mute">
            <Placed say={(marks) => t('joint.deadlockIn', marks)} values={{ left: <Countdown to={deadlockAt} /> }} />
          </p>
        )
      )}
      {possible('withdraw').whyNot === undefined && (
        <Button
          size="compact-xs"
          onClick={() => onBegin('withdraw')}
          rightSection={<kbd aria-hidden>{keysText(KEYS.withdraw)}</kbd>}
        >
          {desk('act.withdraw')}
        </Button>
      )}
    </section>
  );
}

function Decided({ decided: { decision, at, reason } }: { readonly decided: SideDecision }) {
  const { t } = useTranslation('coordination');
  return (
    <>
      <b>{t(`joint.decided.${decision}`)}</b> <bdi className="mute">{exerciseTimeText(at)}</bdi>
      {reason !== undefined && (
        <>
          {' '}
          <bdi className={styles['reason']}>“{reason}”</bdi>
        </>
      )}
    </>
  );
}

/** The side that the other one waits for, and for how long. */
function Waiting({ side, since = 0 }: { readonly side: Side; readonly since: number | undefined }) {
  const { t } = useTranslation('coordination');
  const waited = useNow(useCallback((now: number) => durationText(Math.max(0, now - since)), [since]));
  return (
    <Placed
      say={(marks) => t('joint.undecided', marks)}
      values={{ other: <SideBadge side={otherSideThan(side)} />, waited: <bdi>{waited}</bdi> }}
    />
  );
}
