/** A line of what happens next. Its state is a shape and a word, too. */
import type { ReactNode } from 'react';
import { useTranslation } from '../../language/use-translation.js';
import { UnitName } from '../incidents/site-name.js';
import styles from './steps.module.css';

interface Props {
  readonly state: 'done' | 'now' | 'next' | 'later' | 'met' | 'end';
  readonly when: ReactNode;
  /** Index, from 0. */
  readonly step?: number;
  readonly round?: number;
  readonly condition?: string | undefined;
  readonly units?: readonly { readonly unit: string; readonly isCutOff: boolean }[];
  readonly note?: string | undefined;
  readonly children?: ReactNode;
}

export function StepLine({ state, when, step, round = 0, condition, units, note, children }: Props) {
  const { t } = useTranslation('desk');
  return (
    <li className={styles['step']} data-state={state} aria-current={state === 'now' ? 'step' : undefined}>
      <span className={styles['stepWhen']}>{when}</span>
      <span
        className={styles['dot']}
        role="img"
        aria-label={t(`next.state.${state}`)}
        title={t(`next.state.${state}`)}
      />
      <span>
        {step !== undefined && (
          <b>
            {t('next.step', { step: step + 1 })}
            {round > 0 && <> {t('next.round', { round: round + 1 })}</>}
          </b>
        )}
        {condition !== undefined && <> {condition}</>}
        {units !== undefined && units.length > 0 && (
          <>
            {' '}
            <span className={styles['arrow']} aria-hidden>
              →
            </span>{' '}
            {units.map(({ unit, isCutOff }, index) => (
              <span key={unit}>
                {index > 0 && t('unitSeparator')}
                <UnitName unit={unit} />
                {isCutOff && <span className={styles['cutOff']}> {t('next.cutOff')}</span>}
              </span>
            ))}
          </>
        )}
        {children}
      </span>
      {note !== undefined && <span className={styles['stepNote']}>{note}</span>}
    </li>
  );
}
