/** The exercise clock, its state in a word, and the wall clocks of the story by the names of their zones. */
import { useCallback } from 'react';
import { useTranslation } from '../language/use-translation.js';
import { storyTimeMs } from '#domain/kernel/story-time.js';
import { useExercise } from '../live/use-exercise.js';
import { useNow } from '../live/use-now.js';
import { exerciseTimeText } from '../parts/time-text.js';
import { useWord } from '../parts/use-word.js';
import styles from './frame.module.css';

export const ZONES = [
  { name: 'PKT', zone: 'Asia/Karachi' },
  { name: 'CST', zone: 'Asia/Shanghai' },
] as const;

export function ExerciseClockHead({ isSmall }: { readonly isSmall: boolean }) {
  const word = useWord();
  const status = useExercise((fold) => fold.state.status);
  const speed = useExercise((fold) => fold.state.speed);
  return (
    <>
      <ExerciseClockText className={isSmall ? styles['clockSmall'] : styles['clock']} />
      <span className={styles['chip']} data-status={status} data-testid="status">
        {status === 'paused' && <span aria-hidden>❚❚ </span>}
        {word('exerciseStatus', status)} {status === 'running' && <Speed speed={speed} />}
      </span>
      <div className={styles['zones']}>
        {ZONES.map(({ name, zone }) => (
          <div key={name}>
            <bdi>{name}</bdi> <WallClock zone={zone} />
          </div>
        ))}
      </div>
    </>
  );
}

/** The sign stands before the number in every direction of text. */
function Speed({ speed }: { readonly speed: number }) {
  return (
    <b>
      <bdi dir="ltr">×{speed}</bdi>
    </b>
  );
}

export function ExerciseClockText({ className }: { readonly className?: string | undefined }) {
  const { t } = useTranslation('frame');
  const status = useExercise((fold) => fold.state.status);
  const text = useNow(exerciseTimeText);
  return (
    <b className={className} data-status={status} title={t('clock')} data-testid="clock">
      <bdi>{text}</bdi>
    </b>
  );
}

export function WallClock({ zone }: { readonly zone: string }) {
  const startsAt = useExercise((fold) => fold.state.scenario.startsAt);
  const show = useCallback(
    (now: number) => wallText(storyTimeMs(startsAt === undefined ? {} : { startsAt }, now), zone),
    [startsAt, zone],
  );
  return (
    <b>
      <bdi>{useNow(show)}</bdi>
    </b>
  );
}

const formats = new Map<string, Intl.DateTimeFormat>();

function wallText(ms: number, zone: string): string {
  let format = formats.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeStyle: 'medium', hourCycle: 'h23' });
    formats.set(zone, format);
  }
  return format.format(ms);
}
