/** If nobody acts: the chance of what is still open. It is a forecast, and says so. */
import { Button } from '@mantine/core';
import { useTranslation } from '../../language/use-translation.js';
import type { ForecastView } from '#contracts/http/forecast.js';
import { useUrlState } from '../../app/use-url-state.js';
import { useExercise, useExerciseStore } from '../../live/use-exercise.js';
import { PanelHead } from '../../parts/panel-head.js';
import { exerciseTimeText } from '../../parts/time-text.js';
import { ExpectationWords } from '../expectations/expectation-words.js';
import { NotServed } from '../not-served.js';
import { useForecast } from './use-forecast.js';
import styles from './forecast.module.css';

export function ForecastPanel() {
  const { t } = useTranslation('control');
  const [shown, setShown] = useUrlState('forecast');
  const hasEnded = useExercise((fold) => fold.state.status === 'ended');
  const isOpen = shown !== 'off';
  const { data, error } = useForecast(isOpen);
  return (
    <section className={styles['panel']} aria-label={t('forecast.title')}>
      <PanelHead
        title={t('forecast.title')}
        note={
          data !== undefined && isOpen ? (
            <bdi>{t('forecast.made', { runs: data.runs, seconds: (data.tookMs / 1000).toFixed(1) })}</bdi>
          ) : undefined
        }
      >
        <Button size="compact-xs" aria-expanded={isOpen} onClick={() => setShown(isOpen ? 'off' : undefined)}>
          {t(isOpen ? 'forecast.hide' : 'forecast.show')}
        </Button>
      </PanelHead>
      {isOpen && (
        <div className={styles['body']} tabIndex={0} role="group" aria-label={t('forecast.title')}>
          {hasEnded ? (
            <p className={styles['mark']}>{t('blocked.ended')}</p>
          ) : data === undefined ? (
            error === null ? (
              <p className={styles['mark']}>{t('forecast.making')}</p>
            ) : (
              <NotServed error={error} what={t('forecast.title')} />
            )
          ) : (
            <Chances forecast={data} />
          )}
        </div>
      )}
    </section>
  );
}

function Chances({ forecast: { at, expectations, chains } }: { readonly forecast: ForecastView }) {
  const { t } = useTranslation('control');
  const { scenario } = useExerciseStore().fold.state;
  return (
    <>
      <p className={styles['mark']}>
        ◔ {t('forecast.mark')} <bdi>{exerciseTimeText(at)}</bdi>
      </p>
      <ul className={styles['list']}>
        {chains.flatMap(({ incident, chain, joint, jointByDeadline, exhausted, resolved }) => [
          jointByDeadline === undefined ? null : (
            <Chance key={`${incident}/${chain}/deadline`} share={jointByDeadline}>
              <bdi>{incident}</bdi> {t('forecast.jointByDeadline')}
            </Chance>
          ),
          joint === undefined ? null : (
            <Chance key={`${incident}/${chain}/joint`} share={joint}>
              <bdi>{incident}</bdi> {t('forecast.joint')}
            </Chance>
          ),
          <Chance key={`${incident}/${chain}/exhausted`} share={exhausted} isBad>
            <bdi>
              {incident} · {chain}
            </bdi>{' '}
            {t('forecast.exhausted')}
          </Chance>,
          <Chance key={`${incident}/${chain}/resolved`} share={resolved}>
            <bdi>{incident}</bdi> {t('forecast.resolved')}
          </Chance>,
        ])}
        {expectations.map(({ expectation: id, met }) => {
          const expectation = scenario.expectations?.find((one) => one.id === id);
          return (
            <Chance key={id} share={met}>
              {expectation === undefined ? <bdi>{id}</bdi> : <ExpectationWords expectation={expectation} />}
            </Chance>
          );
        })}
        {chains.length + expectations.length === 0 && <li className="mute">{t('forecast.nothing')}</li>}
      </ul>
    </>
  );
}

interface ChanceProps {
  readonly share: number;
  /** Whether it is what nobody hopes for. */
  readonly isBad?: boolean;
  readonly children: React.ReactNode;
}

function Chance({ share, isBad = false, children }: ChanceProps) {
  const percent = Math.round(share * 100);
  return (
    <li data-worry={(isBad ? percent >= 50 : percent < 50) || undefined}>
      <span className={styles['words']}>{children}</span>
      <span className={styles['bar']} aria-hidden>
        <i style={{ inlineSize: `${percent}%` }} />
      </span>
      <b>
        <bdi>{percent} %</bdi>
      </b>
    </li>
  );
}
