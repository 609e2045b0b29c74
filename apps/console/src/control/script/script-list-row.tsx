/** One inject of the list: when, what, and what one may do with it. */
import { useTranslation } from '../../language/use-translation.js';
import { useLocation } from 'wouter';
import { Button } from '@mantine/core';
import { useUrlState } from '../../app/use-url-state.js';
import { useExercise, useExerciseStore } from '../../live/use-exercise.js';
import { Countdown } from '../../parts/countdown.js';
import { exerciseTimeText } from '../../parts/time-text.js';
import { ConditionWords } from './condition-words.js';
import { InjectActs } from './inject-acts.js';
import { InjectWords } from './inject-words.js';
import type { ScriptRow } from './script.js';
import styles from './script.module.css';

export function ScriptListRow({ row }: { readonly row: ScriptRow }) {
  const { t } = useTranslation('control');
  const [selected, select] = useUrlState('inject', { inHistory: true });
  const { id, inject, view, state } = row;
  return (
    <div className={styles['line']} data-state={state}>
      <span className={styles['when']}>
        {row.at === undefined ? <span className="mute">{t('script.if')}</span> : <bdi>{exerciseTimeText(row.at)}</bdi>}
      </span>
      <span className={styles['left']}>
        {state === 'planned' && view.due !== null ? <Countdown to={view.due} /> : <span>{t(`state.${state}`)}</span>}
        {view.status === 'delayed' && <span className={styles['tag']}>{t('script.moved')}</span>}
      </span>
      <button
        type="button"
        className={styles['what']}
        aria-expanded={selected === id}
        onClick={() => select(selected === id ? undefined : id)}
      >
        <b>
          <bdi>{id}</bdi>
        </b>{' '}
        {view.improvised && <span className={styles['tag']}>{t('script.improvised')}</span>}{' '}
        {state === 'waiting' && inject.when !== undefined ? (
          <span className={styles['condition']}>
            <ConditionWords condition={inject.when} />
          </span>
        ) : (
          <InjectWords inject={inject} />
        )}
      </button>
      <span className={styles['acts']}>
        {state === 'fired' ? <OpenIncident inject={id} /> : <InjectActs row={row} minutes={[-1, 1]} />}
      </span>
    </div>
  );
}

/** The incident that the alert of an inject opened or joined. */
export function OpenIncident({ inject }: { readonly inject: string }) {
  const { t } = useTranslation('control');
  const { exercise } = useExerciseStore();
  const [, navigate] = useLocation();
  const incident = useExercise(
    ({ state }) => state.script.injects[inject as keyof typeof state.script.injects]?.incident,
  );
  if (incident === undefined) return null;
  return (
    <Button size="compact-xs" onClick={() => navigate(`/x/${exercise.id}/desk?incident=${incident}`)}>
      {t('script.open')} <bdi>&nbsp;{incident}</bdi>
    </Button>
  );
}
