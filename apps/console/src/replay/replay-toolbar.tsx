/** Play, speed, steps, whose eyes one looks through, and a link to this moment. */
import { Button, CopyButton, SegmentedControl, Select } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from '../language/use-translation.js';
import type { ApiShapes } from '#contracts/client/create-api-client.js';
import { type Shortcut, useShortcuts } from '../app/shortcuts.js';
import { exerciseTimeText } from '../parts/time-text.js';
import { type Replay, SPEEDS } from './use-replay.js';
import styles from './replay.module.css';

interface Props {
  readonly replay: Replay;
  /** Exercise times of missed expectations, ms, in order. */
  readonly missed: readonly number[];
  readonly exercise: ApiShapes['Exercise'];
}

/** The address of this page at a moment. */
function linkTo(time: number): string {
  const url = new URL(location.href);
  url.searchParams.set('t', exerciseTimeText(time));
  return url.href;
}

export function ReplayToolbar({ replay, missed, exercise }: Props) {
  const { t } = useTranslation('replay');
  const { time, isPlaying, speed, as, streams, step, seek, play, setSpeed, setAs } = replay;
  const nextMissed = missed.find((at) => at > time) ?? missed[0];
  const shortcuts = useMemo((): Shortcut[] => {
    const list: Shortcut[] = [
      { keys: 'Space', label: t(isPlaying ? 'pause' : 'play'), run: () => play(!isPlaying) },
      { keys: ',', label: t('previous'), run: () => step(-1) },
      { keys: '.', label: t('next'), run: () => step(1) },
      ...streams.map((one, index): Shortcut => ({
        keys: String(index + 1),
        label: t('seeAs', { side: t(`as.${one}`) }),
        run: () => setAs(one),
      })),
    ];
    if (nextMissed !== undefined) list.push({ keys: 'm', label: t('nextMissed'), run: () => seek(nextMissed) });
    return list;
  }, [t, isPlaying, play, step, streams, setAs, seek, nextMissed]);
  useShortcuts(shortcuts);

  return (
    <div className={styles['toolbar']} role="toolbar" aria-label={t('toolbar')}>
      <Button.Group>
        <Button onClick={() => step(-1)}>
          {t('previous')} <kbd>,</kbd>
        </Button>
        <Button variant={isPlaying ? 'filled' : 'default'} onClick={() => play(!isPlaying)} data-testid="play">
          {t(isPlaying ? 'pause' : 'play')} <kbd>Space</kbd>
        </Button>
        <Button onClick={() => step(1)}>
          {t('next')} <kbd>.</kbd>
        </Button>
      </Button.Group>
      <Select
        size="xs"
        w={84}
        aria-label={t('speed')}
        allowDeselect={false}
        value={String(speed)}
        data={SPEEDS.map((value) => ({ value: String(value), label: `\u2066×${value}\u2069` }))}
        onChange={(value) => setSpeed(Number(value))}
      />
      {nextMissed !== undefined && (
        <Button onClick={() => seek(nextMissed)}>
          {t('nextMissed')} <kbd>M</kbd>
        </Button>
      )}
      <b className={styles['clock']} data-testid="replay-time">
        <bdi>{exerciseTimeText(time)}</bdi>
      </b>
      <span className={styles['of']}>
        {t('of')} <bdi>{exerciseTimeText(exercise.durationMs)}</bdi>
      </span>
      <span className="grow" />
      {streams.length > 1 && (
        <>
          <span className="mute">{t('seenBy')}</span>
          <SegmentedControl
            size="xs"
            aria-label={t('seenBy')}
            value={as}
            data={streams.map((value) => ({ value, label: t(`as.${value}`) }))}
            onChange={(value) => setAs(value)}
          />
        </>
      )}
      <CopyButton value={linkTo(time)}>
        {({ copied, copy }) => (
          <Button
            onClick={() => {
              play(false);
              copy();
            }}
          >
            {copied ? (
              t('copied')
            ) : (
              <>
                {t('copyLink')} <bdi className={styles['gap']}>{exerciseTimeText(time)}</bdi>
              </>
            )}
          </Button>
        )}
      </CopyButton>
    </div>
  );
}
