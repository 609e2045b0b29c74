/** Runs until a time, or until the next inject, and stands there. The mark can be taken back. */
import { Popover, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '../../language/use-translation.js';
import { parseExerciseTime } from '#contracts/scenario/duration.js';
import { dueOf, timerKey } from '#domain/kernel/timers.js';
import { useExercise, useExerciseStore } from '../../live/use-exercise.js';
import { Countdown } from '../../parts/countdown.js';
import { exerciseTimeText } from '../../parts/time-text.js';
import { ActButton } from '../act-button.js';
import { useNextInject } from '../script/use-script.js';
import { useControl } from '../use-control.js';
import styles from './clock.module.css';

export function RunTo() {
  const { t } = useTranslation('control');
  const { act } = useControl();
  const mark = useExercise((fold) => dueOf(fold.state.timers, timerKey({ kind: 'halt', by: 'mark' })));
  const [opened, setOpened] = useState(false);
  if (mark !== undefined) {
    return (
      <span className={styles['chip']}>
        {t('clock.runsTo')}{' '}
        <b>
          <bdi>{exerciseTimeText(mark)}</bdi>
        </b>{' '}
        (<Countdown to={mark} />){' '}
        <ActButton size="compact-xs" onClick={() => act({ do: 'runTo', to: null })}>
          {t('clock.takeBack')}
        </ActButton>
      </span>
    );
  }
  return (
    <Popover opened={opened} onChange={setOpened} trapFocus transitionProps={{ duration: 0 }}>
      <Popover.Target>
        <ActButton onClick={() => setOpened((before) => !before)}>{t('clock.runTo')}</ActButton>
      </Popover.Target>
      <Popover.Dropdown>
        <RunToForm onDone={() => setOpened(false)} />
      </Popover.Dropdown>
    </Popover>
  );
}

function RunToForm({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation('control');
  const { act } = useControl();
  const store = useExerciseStore();
  const next = useNextInject();
  const [text, setText] = useState(() => exerciseTimeText(Math.ceil((store.clock.now() + 60_000) / 60_000) * 60_000));
  const written = text.trim().replace(/^T?\+?/i, 'T+');
  const to = parseExerciseTime(written);
  const run = (time: number) => {
    act({ do: 'runTo', to: time });
    onDone();
  };
  const isPast = to !== undefined && to <= store.clock.now();
  const problem = to === undefined ? t('clock.timeForm') : isPast ? t('clock.timePast') : undefined;
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        if (to !== undefined && !isPast) run(to);
      }}
    >
      <TextInput
        label={t('clock.runToTime')}
        value={text}
        dir="ltr"
        error={problem}
        onChange={(event) => setText(event.currentTarget.value)}
        data-autofocus
      />
      <ActButton because={problem} onClick={() => to !== undefined && run(to)}>
        {t('clock.run')}
      </ActButton>
      {next?.view.due != null && (
        <ActButton onClick={() => next.view.due !== null && run(next.view.due)}>
          {t('clock.runToNext')} <bdi>{next.id}</bdi>
        </ActButton>
      )}
    </form>
  );
}
