/** Where an incident of one side meets a JOINT one: the way to propose it, and each by the other's name for those who may see both. */
import { useCallback } from 'react';
import { Link } from 'wouter';
import type { IncidentView } from '#domain/engine/read-models.js';
import { mayGive } from '#domain/release/permissions.js';
import { linkedIncidents } from '#domain/releasing/releasing-state.js';
import { useSelectedIncident } from '../../app/use-url-state.js';
import { useTranslation } from '../../language/use-translation.js';
import type { ExerciseFold } from '../../live/exercise-fold.js';
import { useExercise, useExerciseStore } from '../../live/use-exercise.js';
import { proposePath } from '../../releases/use-release-place.js';
import { useViewer } from '../../session/use-session.js';
import styles from './incident.module.css';

export function IncidentRelease({ incident: { id, class: releaseClass } }: { readonly incident: IncidentView }) {
  const { t } = useTranslation('coordination');
  const { exercise } = useExerciseStore();
  const { role } = useViewer();
  const [, select] = useSelectedIncident();
  const linked = useExercise(useCallback(({ state }: ExerciseFold) => linkedIncidents(state, id), [id]));
  const isKnown = useExercise(useCallback(({ state }: ExerciseFold) => state.incidents[id] !== undefined, [id]));
  return (
    <>
      {linked.length > 0 && (
        <span data-testid="linked">
          {t(releaseClass === 'JOINT' ? 'release.from' : 'release.as')}{' '}
          {linked.map((one) => (
            <button key={one} type="button" className={styles['link']} onClick={() => select(one)}>
              <bdi>{one}</bdi>
            </button>
          ))}
        </span>
      )}
      {releaseClass !== 'JOINT' && isKnown && mayGive(role, 'ProposeRelease') && (
        <Link href={proposePath(exercise.id, id)} className={styles['link']}>
          {t('release.propose')}
        </Link>
      )}
    </>
  );
}
