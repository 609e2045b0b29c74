/** All of one inject: what it says, what it waits for, what is expected of it, and what came of it. */
import { Button } from '@mantine/core';
import { useTranslation } from '../../language/use-translation.js';
import { headlinesOf } from '#domain/alert/headline.js';
import type { Alert } from '#domain/alert/alert.js';
import { useUrlState } from '../../app/use-url-state.js';
import { useExerciseStore } from '../../live/use-exercise.js';
import { AuthoredText } from '../../parts/authored-text.js';
import { PanelHead } from '../../parts/panel-head.js';
import { durationText, exerciseTimeText } from '../../parts/time-text.js';
import { ActButton } from '../act-button.js';
import { ExpectationWords } from '../expectations/expectation-words.js';
import { ConditionWords } from './condition-words.js';
import { InjectActs } from './inject-acts.js';
import { InjectWords } from './inject-words.js';
import { expectationsOf, type ScriptRow } from './script.js';
import { OpenIncident } from './script-list-row.js';
import styles from './script.module.css';

export function InjectDetail({ row, onCopy }: { readonly row: ScriptRow; readonly onCopy: (inject: string) => void }) {
  const { t } = useTranslation('control');
  const { fold } = useExerciseStore();
  const [, select] = useUrlState('inject', { inHistory: true });
  const { id, inject, view, state } = row;
  const expected = expectationsOf(fold.state.scenario.expectations ?? [], id);
  return (
    <section className={styles['detail']} aria-label={t('detail.title')}>
      <PanelHead title={<bdi>{id}</bdi>} note={t(`state.${state}`)}>
        <Button size="compact-xs" onClick={() => select(undefined)}>
          {t('frame:close')}
        </Button>
      </PanelHead>
      <div className={styles['detailBody']}>
        {inject.title !== undefined && (
          <p>
            <b>
              <AuthoredText text={inject.title} />
            </b>
          </p>
        )}
        <p>
          <InjectWords inject={inject} />
        </p>
        {inject.kind === 'alert' && <AlertText alert={inject.messages[0].alert} />}
        <dl className={styles['facts']}>
          <Fact name={t('detail.due')} times={view.due === null ? [] : [view.due]} />
          <Fact name={t('detail.written')} times={view.at === null ? [] : [view.at]} />
          <Fact name={t('detail.fired')} times={view.fired} />
          {inject.repeat !== undefined && (
            <div>
              <dt>{t('detail.repeats')}</dt>
              <dd>
                <bdi>
                  {inject.repeat.times} × {durationText(inject.repeat.everyMs)}
                </bdi>
              </dd>
            </div>
          )}
          {inject.when !== undefined && (
            <div>
              <dt>{t('detail.waits')}</dt>
              <dd>
                <ConditionWords condition={inject.when} />
                {inject.delayMs !== undefined && (
                  <>
                    {' '}
                    {t('detail.delay')} <bdi>{durationText(inject.delayMs)}</bdi>
                  </>
                )}
                {inject.latestMs !== undefined && (
                  <>
                    {' · '}
                    {t('detail.latest')} <bdi>{exerciseTimeText(inject.latestMs)}</bdi>
                  </>
                )}
              </dd>
            </div>
          )}
          {view.skipped !== undefined && (
            <div>
              <dt>{t('detail.skipped')}</dt>
              <dd>
                <bdi>{exerciseTimeText(view.skipped.at)}</bdi> · {t(`detail.reason.${view.skipped.reason}`)}{' '}
                {view.skipped.message !== undefined && <bdi className="mute">{view.skipped.message}</bdi>}
              </dd>
            </div>
          )}
        </dl>
        {expected.length > 0 && (
          <>
            <h3>{t('next.expected')}</h3>
            <ul className={styles['expected']}>
              {expected.map((expectation) => (
                <li key={expectation.id}>
                  <ExpectationWords expectation={expectation} />
                </li>
              ))}
            </ul>
          </>
        )}
        <div className={styles['detailActs']}>
          <InjectActs row={row} minutes={[-5, -1, 1, 5]} />
          <OpenIncident inject={id} />
          <ActButton size="compact-xs" onClick={() => onCopy(id)}>
            {t('detail.copy')}
          </ActButton>
        </div>
      </div>
    </section>
  );
}

function Fact({ name, times }: { readonly name: string; readonly times: readonly number[] }) {
  if (times.length === 0) return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {times.map((time, index) => (
          <span key={index}>
            {index > 0 && ' · '}
            <bdi>{exerciseTimeText(time)}</bdi>
          </span>
        ))}
      </dd>
    </div>
  );
}

/** What players would read of it. */
function AlertText({ alert }: { readonly alert: Alert }) {
  const info = alert.info ?? [];
  const descriptions = Object.fromEntries(
    info.flatMap(({ language = 'en', description }) => (description ? [[language.slice(0, 2), description]] : [])),
  );
  const { tearLine } = alert.exercise.releasability;
  const headlines = headlinesOf(alert);
  const languages = Object.keys(headlines);
  return (
    <>
      {Object.keys(descriptions).length > 0 && (
        <p className="mute">
          <AuthoredText text={descriptions} />
        </p>
      )}
      {tearLine !== undefined && (
        <p className={styles['tearLine']}>
          <AuthoredText text={tearLine} />
        </p>
      )}
      <p className="mute">
        <bdi>{languages.join(' · ')}</bdi>
      </p>
    </>
  );
}
