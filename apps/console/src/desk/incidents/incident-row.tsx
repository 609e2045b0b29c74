/** An incident in the list. Its state changes in place; its place changes only when the list settles. */
import { memo, useCallback } from 'react';
import { useTranslation } from '../../language/use-translation.js';
import type { IncidentView } from '#domain/engine/read-models.js';
import { isOpen, sidesOf, waitsFor } from '../../live/attention.js';
import type { ExerciseFold } from '../../live/exercise-fold.js';
import { lookClass } from '../../live/look-class.js';
import { lookOf } from '../../live/state-looks.js';
import { useExercise } from '../../live/use-exercise.js';
import { useNow } from '../../live/use-now.js';
import { Countdown, CountdownBar } from '../../parts/countdown.js';
import { LabelMark } from '../../parts/label-mark.js';
import { SeverityMark } from '../../parts/severity-mark.js';
import { SideBadge } from '../../parts/side-badge.js';
import { useWord } from '../../parts/use-word.js';
import { useViewer } from '../../session/use-session.js';
import { IncidentHeadline } from '../../parts/incident-headline.js';
import { chainPlaces, nationalsAtRisk } from '../../live/incident-facts.js';
import { decisionInBrief } from '../incident/joint-standing.js';
import { SiteName } from './site-name.js';
import { useIncidentView } from './use-incidents.js';
import styles from './incidents.module.css';

interface Props {
  readonly id: string;
  readonly isSelected: boolean;
  readonly onSelect: (id: string) => void;
}

export const IncidentRow = memo(function IncidentRow({ id, isSelected, onSelect }: Props) {
  const incident = useIncidentView(id);
  const viewer = useViewer();
  const waits = useExercise(
    useCallback((fold: ExerciseFold) => waitsFor(fold, { id: id as never }, viewer), [id, viewer]),
  );
  const look = useExercise(
    useCallback(
      (fold: ExerciseFold) => {
        const view = fold.incidents.get(id as never);
        return view === undefined ? '' : lookClass(lookOf(view, fold, viewer.side));
      },
      [id, viewer],
    ),
  );
  if (incident === undefined) return <div className={`choice ${styles['row']}`}>{id}</div>;
  return (
    <button
      type="button"
      className={`choice ${styles['row']} ${look}`}
      data-id={id}
      data-waits={waits || undefined}
      data-ended={!isOpen(incident) || undefined}
      aria-current={isSelected || undefined}
      onClick={() => onSelect(id)}
    >
      <SeverityMark severity={incident.severity} />
      <span className={styles['rowMain']}>
        <span className={styles['rowLine']}>
          <b className={`${styles['rowTitle']} ellipsis`}>
            <bdi className={styles['id']}>{incident.id}</bdi> <IncidentHeadline incident={incident} />
          </b>
          <RowDue incident={incident} waits={waits} />
        </span>
        <span className={styles['rowLine']}>
          <RowDecision incident={incident} />
          <RowFacts incident={incident} />
          <LabelMark of={incident.class} label={incident.label} />
          <SideStates incident={incident} />
        </span>
        <RowBar incident={incident} />
      </span>
    </button>
  );
});

/** Time to the next deadline, or the state in a word. */
export function RowDue({ incident, waits = false }: { readonly incident: IncidentView; readonly waits?: boolean }) {
  const { t } = useTranslation('desk');
  const word = useWord();
  if (isOpen(incident) && incident.nextStepAt !== undefined) {
    return (
      <span className={styles['due']} data-waits={waits || undefined}>
        <Countdown to={incident.nextStepAt} />
        {incident.figures.escalations > 0 && (
          <span
            className={styles['escalated']}
            title={t('row.escalatedTitle', { count: incident.figures.escalations })}
          >
            <bdi>↑{incident.figures.escalations}</bdi>
          </span>
        )}
      </span>
    );
  }
  if (isOpen(incident) && incident.joint === 'joint') return <span className={styles['joint']}>{t('row.joint')}</span>;
  if (isOpen(incident) && incident.chains.some(({ status }) => status === 'exhausted')) {
    return <span className={styles['exhausted']}>{t('row.exhausted')}</span>;
  }
  return <span className="mute nowrap">{word('incidentStatus', incident.status)}</span>;
}

/** Whether a side waits for the other's decision. */
function RowDecision({ incident }: { readonly incident: IncidentView }) {
  const { t } = useTranslation('coordination');
  const { side } = useViewer();
  const brief = decisionInBrief(incident.decisions, side);
  if (brief === undefined) return null;
  return (
    <span className={styles['decision']} data-brief={brief}>
      {t(`row.${brief}`)}
    </span>
  );
}

function RowFacts({ incident }: { readonly incident: IncidentView }) {
  const { t } = useTranslation('desk');
  const word = useWord();
  const [step, steps, ...nationals] = useExercise(
    useCallback(
      (fold: ExerciseFold): readonly (number | string | undefined)[] => {
        const [place] = chainPlaces(fold, incident);
        return [
          place?.step,
          place?.steps,
          ...nationalsAtRisk(fold, incident).map(([country, count]) => `${count} ${country}`),
        ];
      },
      [incident],
    ),
  );
  return (
    <span className={styles['rowFacts']}>
      <span className="ellipsis">
        <SiteName site={incident.site} isShort />
      </span>
      <span className="ellipsis">
        {nationals.length > 0 && (
          <>
            {' · '}
            <bdi>{nationals.slice(0, 3).join(', ')}</bdi>
          </>
        )}
        {isOpen(incident) && incident.nextStepAt !== undefined && typeof step === 'number' && step > 0 && (
          <> · {typeof steps === 'number' ? t('row.step', { step, steps }) : t('row.stepOnly', { step })}</>
        )}
        {incident.status === 'responding' && incident.nextStepAt === undefined && (
          <> · {word('incidentStatus', 'responding')}</>
        )}
      </span>
    </span>
  );
}

export function SideStates({ incident }: { readonly incident: IncidentView }) {
  const { nextStepAt } = incident;
  const isLate = useNow(useCallback((now: number) => nextStepAt !== undefined && now > nextStepAt, [nextStepAt]));
  const isEscalated = incident.figures.escalations > 0 && nextStepAt !== undefined;
  return (
    <span className={styles['sides']}>
      {sidesOf(incident).map((side) => {
        const isIn = incident.acknowledgedBy[side] !== undefined;
        return (
          <SideBadge key={side} side={side} state={isIn ? 'acknowledged' : isLate || isEscalated ? 'late' : 'waits'} />
        );
      })}
    </span>
  );
}

function RowBar({ incident }: { readonly incident: IncidentView }) {
  const { nextStepAt, openedAt } = incident;
  const since = useExercise(
    useCallback((fold: ExerciseFold) => chainPlaces(fold, incident)[0]?.waitsSince, [incident]),
  );
  if (!isOpen(incident) || nextStepAt === undefined) return null;
  return <CountdownBar from={since ?? openedAt} to={nextStepAt} />;
}
