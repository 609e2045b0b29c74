/** The units in one line, at the foot of the left column; it opens the drawer with all of them. */
import { useMemo } from 'react';
import { useTranslation } from '../language/use-translation.js';
import type { UnitView } from '#domain/engine/read-models.js';
import { type Shortcut, useShortcuts } from '../app/shortcuts.js';
import { useUrlState } from '../app/use-url-state.js';
import type { ExerciseFold } from '../live/exercise-fold.js';
import { useExercise } from '../live/use-exercise.js';
import { SideBadge } from '../parts/side-badge.js';
import { useViewer } from '../session/use-session.js';
import { UnitsDrawer } from './units/units-drawer.js';
import { linkOfSide, unitCounts } from './units/units-model.js';
import styles from './units/units.module.css';

function allUnits({ units }: ExerciseFold): readonly UnitView[] {
  return [...units.values()];
}

export function UnitsBar() {
  const { t } = useTranslation('feed');
  const { side } = useViewer();
  const units = useExercise(allUnits);
  const counts = useMemo(() => unitCounts(units, side), [units, side]);
  const pak = useExercise(({ state }) => linkOfSide(state.links, 'PAK', side));
  const chn = useExercise(({ state }) => linkOfSide(state.links, 'CHN', side));
  const [opened, setOpened] = useUrlState('units');
  const isOpen = opened !== undefined;
  const shortcuts = useMemo(
    (): Shortcut[] => [{ keys: 'g u', label: t('units.open'), run: () => setOpened('1') }],
    [t, setOpened],
  );
  useShortcuts(shortcuts);
  return (
    <>
      <button
        type="button"
        className={styles['bar']}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        data-testid="units"
        onClick={() => setOpened('1')}
      >
        <b>{t('units.title')}</b>
        {counts.map((one) => (
          <span key={one.side} className={styles['count']}>
            <SideBadge side={one.side} /> <bdi>{one.total}</bdi>
            <span aria-hidden> · </span>
            {t('units.offDuty', { count: one.offDuty })}
            <span aria-hidden> · </span>
            {t('units.busy', { count: one.busy })}
          </span>
        ))}
        <span className="grow" />
        {side === undefined ? (
          <span data-link={pak === 'up' && chn === 'up' ? 'up' : 'down'} className={styles['links']}>
            PAK {t(`units.link.${pak}`)} · CHN {t(`units.link.${chn}`)}
          </span>
        ) : (
          <span data-link={side === 'PAK' ? pak : chn} className={styles['links']}>
            {t('units.ourLinks', { state: t(`units.link.${side === 'PAK' ? pak : chn}`) })}
          </span>
        )}
      </button>
      <UnitsDrawer isOpen={isOpen} onClose={() => setOpened(undefined)} />
    </>
  );
}
