/** A place by its name. */
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExerciseFold } from '../../live/exercise-fold.js';
import { useExercise } from '../../live/use-exercise.js';
import { useText } from '../../parts/use-text.js';

export function SiteName({ site }: { readonly site: string | undefined }) {
  const { t } = useTranslation('desk');
  const text = useText();
  const name = useExercise(
    useCallback((fold: ExerciseFold) => fold.state.scenario.sites.find(({ id }) => id === site)?.name, [site]),
  );
  if (site === undefined) return <>{t('noSite')}</>;
  return <bdi>{text(name) || site}</bdi>;
}

export function UnitName({ unit }: { readonly unit: string }) {
  const text = useText();
  const name = useExercise(
    useCallback((fold: ExerciseFold) => fold.state.scenario.units.find(({ id }) => id === unit)?.name, [unit]),
  );
  return <bdi>{text(name) || unit}</bdi>;
}
