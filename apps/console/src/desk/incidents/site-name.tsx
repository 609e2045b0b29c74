/** A place by its name. */
import { useCallback } from 'react';
import { useTranslation } from '../../language/use-translation.js';
import type { ExerciseFold } from '../../live/exercise-fold.js';
import { useExercise } from '../../live/use-exercise.js';
import { useText } from '../../parts/use-text.js';

/** Every place of an exercise is fictional, and the banner says so; a row has no room to say it again. */
function withoutAside(name: string): string {
  return name.replace(/\s*[(（][^()（）]*[)）]\s*$/, '');
}

export function SiteName({ site, isShort = false }: { readonly site: string | undefined; readonly isShort?: boolean }) {
  const { t } = useTranslation('desk');
  const text = useText();
  const name = useExercise(
    useCallback((fold: ExerciseFold) => fold.state.scenario.sites.find(({ id }) => id === site)?.name, [site]),
  );
  if (site === undefined) return <>{t('noSite')}</>;
  const whole = text(name) || site;
  return <bdi title={isShort ? whole : undefined}>{isShort ? withoutAside(whole) : whole}</bdi>;
}

export function UnitName({ unit }: { readonly unit: string }) {
  const text = useText();
  const name = useExercise(
    useCallback((fold: ExerciseFold) => fold.state.scenario.units.find(({ id }) => id === unit)?.name, [unit]),
  );
  return <bdi>{text(name) || unit}</bdi>;
}
