/** STARTEX, with the speed at which it begins. */
import { useState } from 'react';
import { useTranslation } from '../../language/use-translation.js';
import { NumberField } from '../../parts/number-field.js';
import { ActButton } from '../act-button.js';
import { useControl } from '../use-control.js';
import { pressed, USUAL } from './speeds.js';
import styles from './clock.module.css';

export function StartExercise() {
  const { t } = useTranslation('control');
  const { act } = useControl();
  const [speed, setSpeed] = useState<number>(1);
  return (
    <>
      <ActButton className={styles['resume']} onClick={() => act({ do: 'start', speed })}>
        ▶ {t('clock.start')}
      </ActButton>
      <span role="group" aria-label={t('clock.speed')} className={styles['group']}>
        {USUAL.map((one) => (
          <ActButton key={one} {...pressed(one === speed)} onClick={() => setSpeed(one)}>
            <bdi dir="ltr">×{one}</bdi>
          </ActButton>
        ))}
        <NumberField
          size="xs"
          w={72}
          aria-label={t('clock.speedIs')}
          min={0.1}
          max={1000}
          value={speed}
          onChange={(value) => typeof value === 'number' && value >= 0.1 && setSpeed(value)}
        />
      </span>
      <span className="mute">{t('clock.planned')}</span>
    </>
  );
}
