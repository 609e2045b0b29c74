/** How fast the clock goes: three usual speeds, and any other as a number. */
import { Popover } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '../../language/use-translation.js';
import { NumberField } from '../../parts/number-field.js';
import { useExercise } from '../../live/use-exercise.js';
import { ActButton } from '../act-button.js';
import { useControl } from '../use-control.js';
import styles from './clock.module.css';

export const USUAL = [1, 10, 60] as const;
const SLOWEST = 0.1;
const FASTEST = 1000;

export function Speeds() {
  const { t } = useTranslation('control');
  const { act } = useControl();
  const speed = useExercise((fold) => fold.state.speed);
  const isOther = !USUAL.some((one) => one === speed);
  return (
    <span role="group" aria-label={t('clock.speed')} className={styles['group']}>
      {USUAL.map((one) => (
        <ActButton key={one} {...pressed(speed === one)} onClick={() => act({ do: 'speed', speed: one })}>
          <bdi dir="ltr">×{one}</bdi>
        </ActButton>
      ))}
      <OtherSpeed speed={speed} isOther={isOther} />
    </span>
  );
}

/** @param is whether it is the one that holds */
export function pressed(is: boolean) {
  return { 'aria-pressed': is, className: is ? styles['on'] : undefined };
}

function OtherSpeed({ speed, isOther }: { readonly speed: number; readonly isOther: boolean }) {
  const { t } = useTranslation('control');
  const { act } = useControl();
  const [opened, setOpened] = useState(false);
  const [value, setValue] = useState<string | number>(speed);
  const isRight = typeof value === 'number' && value >= SLOWEST && value <= FASTEST;
  const send = () => {
    if (!isRight) return;
    act({ do: 'speed', speed: value });
    setOpened(false);
  };
  return (
    <Popover opened={opened} onChange={setOpened} trapFocus transitionProps={{ duration: 0 }}>
      <Popover.Target>
        <ActButton
          {...pressed(isOther)}
          label={`${isOther ? `×${speed}` : '×…'} ${t('clock.otherSpeed')}`}
          onClick={() => setOpened((before) => !before)}
        >
          <bdi dir="ltr">{isOther ? `×${speed}` : '×…'}</bdi>
        </ActButton>
      </Popover.Target>
      <Popover.Dropdown>
        <form
          className={styles['form']}
          onSubmit={(event) => {
            event.preventDefault();
            send();
          }}
        >
          <NumberField
            size="xs"
            label={t('clock.speedIs')}
            description={t('clock.speedRange')}
            min={SLOWEST}
            max={FASTEST}
            value={value}
            onChange={setValue}
            data-autofocus
          />
          <ActButton onClick={send} because={isRight ? undefined : t('clock.speedRange')}>
            {t('clock.setSpeed')}
          </ActButton>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
