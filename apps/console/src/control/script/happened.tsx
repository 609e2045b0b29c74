/** What has just happened, latest first: it follows while it is at its head, and stands still under the pointer. */
import { useCallback, useState } from 'react';
import { useTranslation } from '../../language/use-translation.js';
import type { EventView } from '#contracts/http/events.js';
import { useExercise } from '../../live/use-exercise.js';
import { EventLabelMark } from '../../parts/event-label-mark.js';
import { EventSentence } from '../../parts/event-sentence.js';
import { PanelHead } from '../../parts/panel-head.js';
import { exerciseTimeText } from '../../parts/time-text.js';
import { ReleaseBadge } from './inject-words.js';
import styles from './script.module.css';

const MOST = 60;
/** What only moves the script or the simulation along says nothing to a trainer. */
const QUIET: ReadonlySet<string> = new Set(['AnswerPlanned', 'MovePlanned', 'CommandRefused', 'InjectScheduled']);

export function Happened() {
  const { t } = useTranslation('control');
  const latest = useExercise(
    useCallback(
      (fold) =>
        fold.events
          .slice(-MOST * 2)
          .filter(({ type }) => !QUIET.has(type))
          .slice(-MOST),
      [],
    ),
  );
  const [held, hold] = useState<readonly EventView[] | undefined>();
  const shown = held ?? latest;
  const newer = held === undefined ? 0 : latest.filter(({ seq }) => seq > (held.at(-1)?.seq ?? 0)).length;
  return (
    <section className={styles['detail']} data-idle aria-label={t('happened.title')}>
      <PanelHead
        title={t('happened.title')}
        note={held === undefined ? t('happened.live') : t('happened.held', { count: newer })}
      />
      <ol
        className={styles['events']}
        onPointerEnter={() => hold(latest)}
        onPointerLeave={() => hold(undefined)}
        onFocus={() => hold(latest)}
        onBlur={() => hold(undefined)}
        tabIndex={0}
        aria-label={t('happened.title')}
      >
        {shown.toReversed().map((event) => (
          <li key={event.seq}>
            <bdi className="mute">{exerciseTimeText(event.at)}</bdi>
            <span>
              {event.audience !== 'JOINT' && event.audience !== 'CONTROL' && <ReleaseBadge of={event.audience} />}{' '}
              <EventSentence event={event} /> <EventLabelMark event={event} />
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
