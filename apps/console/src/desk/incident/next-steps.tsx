/** What happens next: the steps of each chain, done, now and to come, with the time until each if nobody acts. */
import { useCallback, useMemo } from 'react';
import { useTranslation } from '../../language/use-translation.js';
import type { EventView } from '#contracts/http/events.js';
import type { IncidentExplanation } from '#domain/engine/explain-incident.js';
import type { IncidentView } from '#domain/engine/read-models.js';
import type { ExerciseFold } from '../../live/exercise-fold.js';
import { useExercise, useExerciseStore } from '../../live/use-exercise.js';
import { chainPlaces } from '../../live/incident-facts.js';
import { ChainSteps } from './chain-steps.js';
import { doneSteps } from './done-steps.js';
import { useRules } from './use-rules.js';
import styles from './incident.module.css';
import stepsStyles from './steps.module.css';

interface Props {
  readonly incident: IncidentView;
  readonly events: readonly EventView[];
  readonly explanation: IncidentExplanation | undefined;
}

export function NextSteps({ incident, events, explanation }: Props) {
  const { t } = useTranslation('desk');
  const { fold } = useExerciseStore();
  const rules = useRules();
  // Units that go off duty and links that fail change the plan of every incident.
  const world = useExercise(useCallback(({ state }: ExerciseFold) => worldOf(state), []));
  const plans = useMemo(
    () => rules?.plansOf(fold.state, incident.id) ?? [],
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the state is the same object all the time
    [rules, fold, incident, world],
  );
  const done = useMemo(() => doneSteps(events), [events]);
  const places = useExercise(
    useCallback((now: ExerciseFold) => chainPlaces(now, incident).map((place) => JSON.stringify(place)), [incident]),
  );
  if (places.length === 0) return null;
  return (
    <section className={stepsStyles['next']} aria-labelledby="next-steps">
      <h3 id="next-steps" className={styles['sectionHead']}>
        {t('next.title')}
      </h3>
      {places.map((text) => {
        const place = JSON.parse(text) as ReturnType<typeof chainPlaces>[number];
        return (
          <ChainSteps
            key={place.chain}
            place={place}
            isOnly={places.length === 1}
            standing={explanation?.chains.find(({ chain }) => chain === place.chain)}
            done={done.filter(({ chain }) => chain === place.chain)}
            plan={plans.find(({ chain }) => chain === place.chain)}
          />
        );
      })}
    </section>
  );
}

function worldOf({ units, links }: ExerciseFold['state']): string {
  const away = Object.values(units).filter(({ duty, link }) => duty === 'off' || link.status === 'down');
  return [links.PAK.status, links.CHN.status, ...away.map(({ id, duty, link }) => `${id}${duty}${link.status}`)].join(
    ' ',
  );
}
