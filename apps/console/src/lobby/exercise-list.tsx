/** The exercises: what state they are in, who is there, and what one can do with them. */
import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { CONTROLLERS } from '#contracts/http/roles.js';
import { useTranslation } from '../language/use-translation.js';
import { Link, useLocation } from 'wouter';
import { type Shortcut, useShortcuts } from '../app/shortcuts.js';
import { useUrlState } from '../app/use-url-state.js';
import { PanelHead } from '../parts/panel-head.js';
import { Problem } from '../parts/problem.js';
import { useViewer } from '../session/use-session.js';
import { ExerciseRow } from './exercise-row.js';
import { type Status, useExercises } from './use-exercises.js';
import { useWord } from '../parts/use-word.js';
import { MoreButton } from './more-button.js';
import { TableHead } from './table-head.js';
import styles from './lobby.module.css';

const STATUSES: readonly Status[] = ['running', 'paused', 'planned', 'ended'];

export function ExerciseList() {
  const { t } = useTranslation('lobby');
  const word = useWord();
  const { role } = useViewer();
  const [filter, setFilter] = useUrlState('status');
  const status = STATUSES.find((one) => one === filter);
  const list = useExercises(status);
  const { data, error } = list;
  const isController = CONTROLLERS.includes(role);
  const [, navigate] = useLocation();
  const shortcuts = useMemo(
    (): Shortcut[] =>
      isController ? [{ keys: 'n', label: t('exercises.create'), run: () => navigate('/library') }] : [],
    [isController, navigate, t],
  );
  useShortcuts(shortcuts);
  return (
    <section aria-label={t('frame:lobby')}>
      <PanelHead title={t('frame:lobby')} note={data !== undefined && t('exercises.count', { count: data.length })}>
        <div className={styles['tools']}>
          <div className={styles['filter']} role="group" aria-label={t('exercises.filter')}>
            {[undefined, ...STATUSES].map((one) => (
              <button key={one ?? 'all'} type="button" aria-pressed={one === status} onClick={() => setFilter(one)}>
                {one === undefined ? t('exercises.all') : word('exerciseStatus', one)}
              </button>
            ))}
          </div>
          {isController && (
            <Button component={Link} href="/library" variant="filled" size="compact-sm">
              {t('exercises.create')} <kbd className={styles['key']}>N</kbd>
            </Button>
          )}
        </div>
      </PanelHead>
      {error !== null && <Problem error={error} />}
      {data?.length === 0 && <Nothing isFiltered={status !== undefined} isController={isController} />}
      {data !== undefined && data.length > 0 && (
        <div className={styles['scroll']}>
          <table className={styles['table']}>
            <TableHead columns={['status', 'title', 'clock', 'here', 'role', 'created', 'actions']} />
            <tbody>
              {data.map((exercise) => (
                <ExerciseRow key={exercise.id} exercise={exercise} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <MoreButton list={list} />
    </section>
  );
}

function Nothing({ isFiltered, isController }: { readonly isFiltered: boolean; readonly isController: boolean }) {
  const { t } = useTranslation('lobby');
  if (isFiltered) return <p className={styles['empty']}>{t('exercises.noneOfStatus')}</p>;
  return (
    <div className={styles['empty']}>
      <h3>{t('exercises.none')}</h3>
      <p>{isController ? t('exercises.noneController') : t('exercises.noneOther')}</p>
      {isController && (
        <Button component={Link} href="/library" variant="filled">
          {t('exercises.openLibrary')}
        </Button>
      )}
    </div>
  );
}
