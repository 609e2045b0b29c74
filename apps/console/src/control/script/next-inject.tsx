/** What comes next, when, what is expected then, and what one may do about it. */
import { useMemo } from 'react';
import { useTranslation } from '../../language/use-translation.js';
import type { Expectation } from '#domain/expectation/expectation.js';
import { type Shortcut, useShortcuts } from '../../app/shortcuts.js';
import { useExercise, useExerciseStore } from '../../live/use-exercise.js';
import { Countdown } from '../../parts/countdown.js';
import { durationText, exerciseTimeText } from '../../parts/time-text.js';
import { useText } from '../../parts/use-text.js';
import { ActButton } from '../act-button.js';
import { ExpectationWords } from '../expectations/expectation-words.js';
import { useControl } from '../use-control.js';
import { InjectActs } from './inject-acts.js';
import { InjectWords } from './inject-words.js';
import { expectationsOf, type ScriptRow } from './script.js';
import { useComing, useScript } from './use-script.js';
import styles from './script.module.css';

const NONE: readonly Expectation[] = [];

export function NextInject() {
  const { t } = useTranslation('control');
  const [next, after] = useComing();
  const { act, blocked } = useControl();
  const id = next?.id;
  const shortcuts = useMemo((): Shortcut[] => {
    if (id === undefined || blocked !== undefined) return [];
    return [{ keys: 'f', label: t('next.fire'), run: () => act({ do: 'fire', inject: id }) }];
  }, [t, id, act, blocked]);
  useShortcuts(shortcuts);
  return (
    <section className={styles['next']} aria-label={t('next.title')} data-testid="next-inject">
      {next === undefined ? <NothingNext /> : <Next row={next} after={after} />}
    </section>
  );
}

function NothingNext() {
  const { t } = useTranslation('control');
  const waiting = useScript().filter(({ state }) => state === 'waiting').length;
  return (
    <div className={styles['nextWords']}>
      <b className={styles['nothing']}>{t('next.none')}</b>
      {waiting > 0 && <span className="mute">{t('next.waiting', { count: waiting })}</span>}
    </div>
  );
}

function Next({ row, after }: { readonly row: ScriptRow; readonly after: ScriptRow | undefined }) {
  const { t } = useTranslation('control');
  const text = useText();
  const { act } = useControl();
  const { fold } = useExerciseStore();
  const isPlanned = useExercise(({ state }) => state.status === 'planned');
  const expected = expectationsOf(fold.state.scenario.expectations ?? NONE, row.id);
  const { due } = row.view;
  if (due === null) return null;
  return (
    <>
      <div className={styles['nextTime']}>
        <span className={styles['in']}>
          {t('next.in')} <Countdown to={due} className={styles['inTime'] ?? ''} />
        </span>
        <span className="mute nowrap">
          <bdi>{exerciseTimeText(due)}</bdi>
        </span>
        <AfterThat due={due} after={after} />
      </div>
      <div className={styles['nextWords']}>
        <span className={styles['nextLine']}>
          <b>
            <bdi>{row.id}</bdi>
          </b>
          {row.inject.title !== undefined && (
            <>
              {' · '}
              <bdi>{text(row.inject.title)}</bdi>
            </>
          )}
          {' · '}
          <InjectWords inject={row.inject} />
        </span>
        {expected.length === 0 ? (
          <span className="mute">{t('next.nothingExpected')}</span>
        ) : (
          <ul className={styles['expected']} aria-label={t('next.expected')}>
            {expected.slice(0, MOST_EXPECTED).map((expectation) => (
              <li key={expectation.id}>
                <span className="mute">{t('next.expects')}</span> <ExpectationWords expectation={expectation} />
                {expectation.objective !== undefined && (
                  <span className="mute">
                    {' · '}
                    <bdi>{expectation.objective}</bdi>
                  </span>
                )}
              </li>
            ))}
            {expected.length > MOST_EXPECTED && (
              <li className="mute">{t('next.more', { count: expected.length - MOST_EXPECTED })}</li>
            )}
          </ul>
        )}
      </div>
      <div className={styles['nextActs']}>
        <ActButton
          keys="f"
          size="sm"
          className={styles['fire']}
          because={isPlanned ? t('next.notStarted') : undefined}
          onClick={() => act({ do: 'fire', inject: row.id })}
        >
          {t('next.fire')}
        </ActButton>
        <InjectActs row={row} minutes={[-5, -1, 1, 5]} isLarge />
      </div>
    </>
  );
}

const MOST_EXPECTED = 3;
/** Shorter than this, ms, is no quiet. */
const QUIET_MS = 60_000;

function AfterThat({ due, after }: { readonly due: number; readonly after: ScriptRow | undefined }) {
  const { t } = useTranslation('control');
  if (after?.view.due == null) return <span className="mute nowrap">{t('next.thenNothing')}</span>;
  const quiet = after.view.due - due;
  return (
    <span className="mute nowrap">
      {t('next.then')}{' '}
      {quiet >= QUIET_MS && (
        <>
          <bdi>{durationText(quiet)}</bdi> {t('next.quiet')}
        </>
      )}
      {quiet < QUIET_MS && <bdi>{after.id}</bdi>}
    </span>
  );
}
