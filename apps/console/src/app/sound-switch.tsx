/** Whether the page sounds, in the header: on, off, or waiting for the click that the browser wants first. */
import { Button, Popover, Slider, Switch } from '@mantine/core';
import { use, useMemo, useSyncExternalStore } from 'react';
import { useTranslation } from '../language/use-translation.js';
import { soundPlayer } from '../live/sound-player.js';
import { SOUND_KINDS, soundOf } from '../live/state-looks.js';
import { ExerciseContext } from '../live/use-exercise.js';
import { keysText } from './keys-text.js';
import { type Shortcut, useShortcuts } from './shortcuts.js';
import styles from './sound-switch.module.css';
import { useAlarms } from './use-alarms.js';

const SIGNS = { off: '○', blocked: '◌', on: '●' } as const;

export function SoundSwitch() {
  const { t } = useTranslation('frame');
  const silence = useAlarms(use(ExerciseContext));
  const state = useSyncExternalStore(soundPlayer.subscribe, () => soundPlayer.state);
  const { isOn, volume, hasNotices } = useSyncExternalStore(soundPlayer.subscribe, () => soundPlayer.settings);
  const shortcuts = useMemo(
    (): Shortcut[] => [{ keys: 'Shift+m', label: t('sound.silence'), run: silence, group: t('keys.everywhere') }],
    [t, silence],
  );
  useShortcuts(shortcuts);
  const setNotices = async (wanted: boolean) => {
    const permission = wanted ? await Notification.requestPermission() : 'denied';
    soundPlayer.change({ hasNotices: permission === 'granted' });
  };
  const isRefused = 'Notification' in window && Notification.permission === 'denied';
  return (
    <Popover position="bottom-end" withinPortal trapFocus transitionProps={{ duration: 0 }} shadow="md">
      <Popover.Target>
        <Button size="compact-sm" variant="default" data-testid="sound" data-sound={state} className={styles['chip']}>
          <span aria-hidden>{SIGNS[state]}</span>&nbsp;{t(`sound.state.${state}`)}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={styles['menu']} aria-label={t('sound.title')}>
        <div className={styles['part']}>
          <Switch
            size="xs"
            label={t('sound.on')}
            checked={isOn}
            onChange={(event) => soundPlayer.change({ isOn: event.currentTarget.checked })}
          />
          {state === 'blocked' && <p className={styles['note']}>{t('sound.blocked')}</p>}
        </div>
        <div className={styles['part']}>
          <span id="sound-volume">{t('sound.volume')}</span>
          <Slider
            size="sm"
            min={0}
            max={100}
            step={5}
            label={(value) => `${value} %`}
            value={Math.round(volume * 100)}
            thumbProps={{ 'aria-labelledby': 'sound-volume' }}
            onChange={(value) => soundPlayer.change({ volume: value / 100 })}
          />
        </div>
        <div className={styles['part']}>
          <Switch
            size="xs"
            label={t('sound.notices')}
            description={isRefused ? t('sound.refused') : t('sound.noticesWhen')}
            checked={hasNotices}
            disabled={!('Notification' in window) || isRefused}
            onChange={(event) => void setNotices(event.currentTarget.checked)}
          />
        </div>
        <div className={styles['part']} role="group" aria-label={t('sound.test')}>
          <div className={styles['label']}>{t('sound.test')}</div>
          <div className={styles['tests']}>
            {SOUND_KINDS.map((kind) => (
              <Button
                key={kind}
                size="compact-xs"
                disabled={!isOn}
                onClick={() => soundPlayer.play(soundOf(kind, 'Severe'))}
              >
                ♪ {t(`sound.kind.${kind}`)}
              </Button>
            ))}
          </div>
        </div>
        <div className={styles['part']}>
          <Button size="compact-sm" fullWidth onClick={silence} rightSection={<kbd>{keysText('Shift+m')}</kbd>}>
            {t('sound.silence')}
          </Button>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
