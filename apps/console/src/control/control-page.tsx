/** The trainer's screen: the clock, what comes next, the script, and what all of it does to whom. */
import { useMemo } from 'react';
import { useTranslation } from '../language/use-translation.js';
import { CloseButton } from '@mantine/core';
import { type Shortcut, useShortcuts } from '../app/shortcuts.js';
import { useUrlState } from '../app/use-url-state.js';
import { useExercise } from '../live/use-exercise.js';
import { useProblemText } from '../parts/problem.js';
import { ClockBar } from './clock/clock-bar.js';
import { SidePanels } from './side-panels.js';
import { ControlDialogs } from './control-dialogs.js';
import { Happened } from './script/happened.js';
import { InjectDetail } from './script/inject-detail.js';
import { Lanes } from './script/lanes.js';
import { NextInject } from './script/next-inject.js';
import { ScriptList } from './script/script-list.js';
import { useFreshScript, useScript } from './script/use-script.js';
import { ControlContext, useControl, useNewControl } from './use-control.js';
import { useDialog } from './use-dialog.js';
import styles from './control.module.css';

export function ControlPage() {
  const control = useNewControl();
  useFreshScript();
  return (
    <ControlContext value={control}>
      <Screen />
    </ControlContext>
  );
}

function Screen() {
  const [, open] = useDialog();
  const copy = (inject: string) => open('improvise', { from: inject });
  useControlKeys(open);
  return (
    <div className={styles['page']}>
      <div className={styles['middle']}>
        <ClockBar
          onImprovise={() => open('improvise')}
          onAnnounce={() => open('announce')}
          onPolicy={() => open('policy')}
        />
        <Refusal />
        <NextInject />
        <Lanes />
        <div className={styles['below']}>
          <ScriptList />
          <Beside onCopy={copy} />
        </div>
      </div>
      <SidePanels />
      <ControlDialogs />
    </div>
  );
}

/** What is selected, and what has just happened. */
function Beside({ onCopy }: { readonly onCopy: (inject: string) => void }) {
  const [selected] = useUrlState('inject', { inHistory: true });
  const row = useScript().find(({ id }) => id === selected);
  return (
    <div className={styles['beside']} data-selected={row !== undefined || undefined}>
      {row !== undefined && <InjectDetail row={row} onCopy={onCopy} />}
      <Happened />
    </div>
  );
}

/** Why the last act was refused. It stays until it is read. */
function Refusal() {
  const { t } = useTranslation('control');
  const { error, dismiss } = useControl();
  const text = useProblemText();
  if (error == null) return null;
  return (
    <div className={styles['refusal']} role="alert">
      <b>{t('refused')}</b> <span>{text(error)}</span>
      <CloseButton size="sm" aria-label={t('frame:close')} onClick={dismiss} />
    </div>
  );
}

function useControlKeys(open: (dialog: string) => void): void {
  const { t } = useTranslation('control');
  const { act, blocked } = useControl();
  const status = useExercise((fold) => fold.state.status);
  const [, select] = useUrlState('inject', { inHistory: true });
  const shortcuts = useMemo((): Shortcut[] => {
    const see: Shortcut[] = [
      { keys: '1', label: t('keys.seePak'), run: () => open('pak') },
      { keys: '2', label: t('keys.seeChn'), run: () => open('chn') },
      { keys: 'Escape', label: t('keys.clear'), run: () => select(undefined), inPalette: false },
    ];
    if (blocked !== undefined) return see;
    const acts: Shortcut[] = [{ keys: 'i', label: t('improvise.open'), run: () => open('improvise') }, ...see];
    if (status === 'running')
      return [{ keys: 'Space', label: t('clock.pause'), run: () => act({ do: 'pause' }) }, ...acts];
    if (status !== 'paused') return acts;
    return [
      { keys: 'Space', label: t('clock.resume'), run: () => act({ do: 'resume' }) },
      { keys: '.', label: t('clock.step'), run: () => act({ do: 'step' }) },
      ...acts,
    ];
  }, [t, act, blocked, status, open, select]);
  useShortcuts(shortcuts);
}
