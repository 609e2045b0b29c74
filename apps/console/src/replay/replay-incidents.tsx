/** The incidents as they stood at the moment that is shown, to whom it is shown as. */
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { IncidentView } from '#domain/engine/read-models.js';
import { isOpen, sidesOf } from '../live/attention.js';
import { chainPlaces } from '../live/incident-facts.js';
import { useExercise } from '../live/use-exercise.js';
import { HeadlineProvider, useLoadedHeadlines } from '../live/use-headlines.js';
import { Countdown } from '../parts/countdown.js';
import { IncidentHeadline } from '../parts/incident-headline.js';
import { PanelHead } from '../parts/panel-head.js';
import { SeverityMark } from '../parts/severity-mark.js';
import { SideBadge } from '../parts/side-badge.js';
import { useText } from '../parts/use-text.js';
import { useWord } from '../parts/use-word.js';
import styles from './replay.module.css';

interface Props {
  readonly selected: string | undefined;
  readonly onSelect: (incident: string | undefined) => void;
}

export function ReplayIncidents({ selected, onSelect }: Props) {
  const { t } = useTranslation('replay');
  const incidents = useExercise(useCallback((fold) => [...fold.incidents.values()].toSorted(openFirst), []));
  const headlines = useLoadedHeadlines();
  return (
    <section className={styles['column']}>
      <PanelHead title={t('incidents')} note={t('count', { count: incidents.length })} />
      <ul className={styles['list']}>
        <HeadlineProvider value={headlines}>
          {incidents.map((incident) => (
            <li key={incident.id}>
              <Row incident={incident} isSelected={incident.id === selected} onSelect={onSelect} />
            </li>
          ))}
        </HeadlineProvider>
        {incidents.length === 0 && <li className={styles['none']}>{t('noIncidents')}</li>}
      </ul>
    </section>
  );
}

function openFirst(a: IncidentView, b: IncidentView): number {
  return Number(isOpen(b)) - Number(isOpen(a)) || a.openedAt - b.openedAt;
}

interface RowProps extends Pick<Props, 'onSelect'> {
  readonly incident: IncidentView;
  readonly isSelected: boolean;
}

function Row({ incident, isSelected, onSelect }: RowProps) {
  const { t } = useTranslation('replay');
  const text = useText();
  const word = useWord();
  const site = useExercise((fold) => fold.state.scenario.sites.find(({ id }) => id === incident.site)?.name);
  const place = useExercise((fold) => {
    const [at] = chainPlaces(fold, incident);
    return at === undefined || at.step < 1 || at.steps === undefined
      ? ''
      : t('step', { step: at.step, steps: at.steps });
  });
  return (
    <button
      type="button"
      className={styles['incident']}
      aria-pressed={isSelected}
      onClick={() => onSelect(isSelected ? undefined : incident.id)}
    >
      <SeverityMark severity={incident.severity} />
      <span className={styles['what']}>
        <span className={`${styles['headline']} ellipsis`}>
          <bdi className="mute">{incident.id}</bdi> <IncidentHeadline incident={incident} />
        </span>
        <span className={`${styles['words']} ellipsis`}>
          <bdi>{text(site)}</bdi>
          <span>{isOpen(incident) ? place : word('incidentStatus', incident.status)}</span>
        </span>
      </span>
      <span className={styles['end']}>
        {incident.joint === 'joint' ? (
          <b className={styles['joint']}>{t('joint')}</b>
        ) : (
          isOpen(incident) && incident.nextStepAt !== undefined && <Countdown to={incident.nextStepAt} />
        )}
        <span>
          {sidesOf(incident).map((side) => (
            <SideBadge
              key={side}
              side={side}
              state={incident.acknowledgedBy[side] === undefined ? 'waits' : 'acknowledged'}
            />
          ))}
        </span>
      </span>
    </button>
  );
}
