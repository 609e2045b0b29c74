/** The incidents as they stood at the moment that is shown, to whom it is shown as. */
import { memo, useCallback, useMemo } from 'react';
import { useTranslation } from '../language/use-translation.js';
import type { IncidentView } from '#domain/engine/read-models.js';
import { isOpen, sidesOf } from '../live/attention.js';
import { chainPlaces } from '../live/incident-facts.js';
import { useExercise } from '../live/use-exercise.js';
import { HeadlineProvider, useLoadedHeadlines } from '../live/use-headlines.js';
import { Countdown } from '../parts/countdown.js';
import { IncidentHeadline } from '../parts/incident-headline.js';
import { LabelMark } from '../parts/label-mark.js';
import { PanelHead } from '../parts/panel-head.js';
import { SeverityMark } from '../parts/severity-mark.js';
import { SideBadge } from '../parts/side-badge.js';
import { useText } from '../parts/use-text.js';
import { useWord } from '../parts/use-word.js';
import { VirtualRows } from '../parts/virtual-rows.js';
import styles from './replay.module.css';

interface Props {
  readonly selected: string | undefined;
  readonly onSelect: (incident: string | undefined) => void;
}

/** Follows the exercise that is shown, not the time. */
export const ReplayIncidents = memo(function ReplayIncidents({ selected, onSelect }: Props) {
  const { t } = useTranslation('replay');
  const incidents = useExercise(useCallback((fold) => [...fold.incidents.values()].toSorted(openFirst), []));
  const headlines = useLoadedHeadlines();
  const ids = useMemo(() => incidents.map(({ id }) => id), [incidents]);
  const byId = useMemo(() => new Map(incidents.map((incident) => [incident.id as string, incident])), [incidents]);
  const row = (id: string) => {
    const incident = byId.get(id);
    return incident && <Row incident={incident} isSelected={id === selected} onSelect={onSelect} />;
  };
  return (
    <section className={styles['column']}>
      <PanelHead title={t('incidents')} note={t('count', { count: incidents.length })} />
      {incidents.length === 0 && <p className={styles['none']}>{t('noIncidents')}</p>}
      <HeadlineProvider value={headlines}>
        <VirtualRows ids={ids} label={t('incidents')} render={row} selected={selected} />
      </HeadlineProvider>
    </section>
  );
});

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
        <span className={styles['words']}>
          <LabelMark of={incident.class} label={incident.label} />
          <span className={`${styles['place']} ellipsis`}>
            <bdi>{text(site)}</bdi>
            <span>{isOpen(incident) ? place : word('incidentStatus', incident.status)}</span>
          </span>
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
