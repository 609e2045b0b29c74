/** The chosen event in full, with what an evaluator can do with it. */
import { Button } from '@mantine/core';
import { useTranslation } from '../language/use-translation.js';
import { Link } from 'wouter';
import type { EventView } from '#contracts/http/events.js';
import { useExerciseStore } from '../live/use-exercise.js';
import { EventSentence } from '../parts/event-sentence.js';
import { replayLink } from '../parts/replay-link.js';
import { exerciseTimeText } from '../parts/time-text.js';
import { incidentOf } from './feed-events.js';
import styles from './evaluate.module.css';

interface Props {
  readonly event: EventView;
  readonly isBound: boolean;
  readonly refusal: string | undefined;
  readonly onObserve: () => void;
}

export function ChosenEvent({ event, isBound, refusal, onObserve }: Props) {
  const { t } = useTranslation('evaluate');
  const { id } = useExerciseStore().exercise;
  return (
    <div className={styles['chosen']}>
      <p dir="auto">
        <EventSentence event={event} />
      </p>
      <div className={styles['chosenFoot']}>
        <span className="mute">
          {t('event')} <bdi>{event.seq}</bdi>
        </span>
        <bdi className="mute">{exerciseTimeText(event.at)}</bdi>
        <span className="grow" />
        <Link href={replayLink(id, event.at, incidentOf(event))} className={styles['link']}>
          {t('inReplay')}
        </Link>
        <Button variant="filled" disabled={refusal !== undefined || isBound} title={refusal} onClick={onObserve}>
          {isBound ? t('bound') : t('observe')} <kbd>O</kbd>
        </Button>
      </div>
    </div>
  );
}
