/** An account by the name of its person: as the incident names it, or as the viewer sees who is here; else by its id. */
import { useCallback } from 'react';
import type { IncidentId } from '#domain/kernel/ids.js';
import type { ExerciseFold } from '../../../live/exercise-fold.js';
import { useExercise } from '../../../live/use-exercise.js';
import { useTranslation } from '../../../language/use-translation.js';
import { usePresence } from '../../../control/people/use-presence.js';
import { Placed } from '../../../parts/placed.js';
import { useViewer } from '../../../session/use-session.js';

interface Props {
  readonly id: string;
  /** In which it has to do with something. */
  readonly incident: string;
}

export function AccountName({ id, incident }: Props) {
  const { t } = useTranslation('coordination');
  const viewer = useViewer();
  const { people } = usePresence();
  const named = useExercise(
    useCallback(({ state }: ExerciseFold) => state.incidents[incident as IncidentId]?.people?.[id], [incident, id]),
  );
  if (viewer.account === id) {
    return <Placed say={(marks) => t('command.you', marks)} values={{ name: <bdi>{viewer.name}</bdi> }} />;
  }
  const name = named ?? people.find(({ account }) => account === id)?.name;
  return <bdi title={id}>{name ?? id}</bdi>;
}
