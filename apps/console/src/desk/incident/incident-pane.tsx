/** The incident that is selected: what it is, what can be done, both sides, what comes next, and what has been. */
import { useQuery } from '@tanstack/react-query';
import { Suspense, useCallback, useState } from 'react';
import { lazyPage } from '../../language/lazy-page.js';
import { useTranslation } from '../../language/use-translation.js';
import type { IncidentView } from '#domain/engine/read-models.js';
import { useSelectedIncident } from '../../app/use-url-state.js';
import { isOpen, sidesOf } from '../../live/attention.js';
import type { ExerciseFold } from '../../live/exercise-fold.js';
import { useExercise, useExerciseStore } from '../../live/use-exercise.js';
import { Problem } from '../../parts/problem.js';
import { api, ApiError, dataOf } from '../../session/api.js';
import { HeadlineProvider, useLoadedHeadlines } from '../../live/use-headlines.js';
import { ActionBar } from './action-bar.js';
import { DecisionLog } from './decision-log.js';
import { IncidentHead } from './incident-head.js';
import { NextSteps } from './next-steps.js';
import { SideLane } from './side-lane.js';
import { Timeline } from './timeline.js';
import { useExplanation } from './use-explanation.js';
import { useIncidentEvents } from './use-incident-events.js';
import styles from './incident.module.css';
import laneStyles from './lane.module.css';

const AlertsDrawer = lazyPage(['desk'], async () => (await import('./alerts-drawer.js')).AlertsDrawer);
const WhyDrawer = lazyPage(['desk'], async () => (await import('./why-drawer.js')).WhyDrawer);

export function IncidentPane() {
  const { t } = useTranslation('desk');
  const [selected] = useSelectedIncident();
  if (selected === undefined) return <p className={styles['empty']}>{t('pick')}</p>;
  return <SelectedIncident key={selected} id={selected} />;
}

function SelectedIncident({ id }: { readonly id: string }) {
  const headlines = useLoadedHeadlines();
  const { exercise } = useExerciseStore();
  const held = useExercise(useCallback((fold: ExerciseFold) => fold.incidents.get(id as never), [id]));
  const { data, error } = useQuery({
    queryKey: ['incident', exercise.id, id],
    enabled: held === undefined,
    retry: false,
    queryFn: () =>
      dataOf(
        api.GET('/v1/exercises/{exercise}/incidents/{incident}', {
          params: { path: { exercise: exercise.id, incident: id } },
        }),
      ),
  });
  const incident = held ?? (data as unknown as IncidentView | undefined);
  if (incident === undefined) {
    return error === null ? null : (
      <Problem error={error} gone={error instanceof ApiError && error.status === 404 ? id : undefined} />
    );
  }
  return (
    <HeadlineProvider value={headlines}>
      <IncidentParts incident={incident} />
    </HeadlineProvider>
  );
}

function IncidentParts({ incident }: { readonly incident: IncidentView }) {
  const [drawer, open] = useState<'alerts' | 'why' | undefined>();
  const isInState = useExercise(
    useCallback((fold: ExerciseFold) => fold.state.incidents[incident.id] !== undefined, [incident.id]),
  );
  const explained = useExplanation(incident.id, isInState);
  const { explanation } = explained;
  const events = useIncidentEvents(incident.id);
  const close = () => open(undefined);
  return (
    <article className={styles['incident']} data-testid="incident">
      <IncidentHead incident={incident} onAlerts={() => open('alerts')} onWhy={() => open('why')} />
      {isInState && <ActionBar incident={incident} explained={explained} events={events} onWhy={() => open('why')} />}
      <div className={laneStyles['lanes']}>
        {sidesOf(incident).map((side) => (
          <SideLane key={side} incident={incident} side={side} explanation={explanation} />
        ))}
      </div>
      {(isOpen(incident) || events.length > 0) && (
        <NextSteps incident={incident} events={events} explanation={explanation} />
      )}
      <DecisionLog events={events} />
      <Timeline events={events} />
      <Suspense>
        {drawer === 'alerts' && <AlertsDrawer incident={incident} onClose={close} />}
        {drawer === 'why' && <WhyDrawer incident={incident} explanation={explanation} onClose={close} />}
      </Suspense>
    </article>
  );
}
