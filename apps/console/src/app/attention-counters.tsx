/** Three counters of what waits, which are filters of the desk, too. */
import { useTranslation } from '../language/use-translation.js';
import { useLocation } from 'wouter';
import { attentionCounts } from '../live/attention.js';
import { useExercise, useExerciseStore } from '../live/use-exercise.js';
import { useViewer } from '../session/use-session.js';
import { useUrlState } from './use-url-state.js';
import styles from './frame.module.css';

export function AttentionCounters() {
  const { t } = useTranslation('frame');
  const viewer = useViewer();
  const { id } = useExerciseStore().exercise;
  const [location, navigate] = useLocation();
  const [shown, show] = useUrlState('show');
  const [waits, escalated, unreached] = useExercise((fold) => attentionCounts(fold, viewer));
  const press = (filter: string) => {
    if (location.endsWith('/desk')) show(shown === filter ? undefined : filter);
    else navigate(`/x/${id}/desk?show=${filter}`);
  };
  const counters = [
    ['waits', waits],
    ['escalated', escalated],
    ['unreached', unreached],
  ] as const;
  return (
    <div className={styles['counters']} role="group" aria-label={t('attention.group')}>
      {counters.map(([name, count]) => (
        <button
          key={name}
          type="button"
          className={styles['counter']}
          data-counter={name}
          data-empty={count === 0 || undefined}
          aria-pressed={shown === name}
          title={t(`attention.${name}`, { count })}
          onClick={() => press(name)}
        >
          {count === 0 ? (
            <>
              <bdi>0</bdi> <span className={styles['emptyWord']}>{t(`attention.${name}`, { count })}</span>
            </>
          ) : (
            t(`attention.${name}`, { count })
          )}
        </button>
      ))}
    </div>
  );
}
