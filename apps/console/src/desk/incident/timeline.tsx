/** What has happened to the incident, newest first. */
import { Switch } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '../../language/use-translation.js';
import type { EventView } from '#contracts/http/events.js';
import { isEventOf } from '#contracts/events/event-of.js';
import { LabelButton } from '../../parts/label-button.js';
import { EventLabelMark } from '../../parts/event-label-mark.js';
import { EventSentence } from '../../parts/event-sentence.js';
import { clockText } from '../../parts/time-text.js';
import styles from './incident.module.css';
import stepsStyles from './steps.module.css';

/** How messages go to and fro; who wants to know finds them under the switch. */
const DETAILS: ReadonlySet<string> = new Set([
  'NotificationSent',
  'NotificationDelivered',
  'TransmissionPlanned',
  'AnswerPlanned',
  'AnswerTransmissionPlanned',
  'AnswerKept',
  'MovementsPlanned',
  'UpdateTransmissionPlanned',
  'UpdateDelivered',
]);
const AT_FIRST = 60;

export function Timeline({ events }: { readonly events: readonly EventView[] }) {
  const { t } = useTranslation('desk');
  const [withDetails, setDetails] = useState(false);
  const [most, setMost] = useState(AT_FIRST);
  const shown = (withDetails ? events : events.filter(({ type }) => !DETAILS.has(type))).toReversed();
  return (
    <section className={stepsStyles['timeline']} aria-labelledby="timeline">
      <div className={stepsStyles['timelineHead']}>
        <h3 id="timeline" className={styles['sectionHead']}>
          {t('timeline.title')}
        </h3>
        <Switch
          size="xs"
          label={t('timeline.details')}
          checked={withDetails}
          onChange={({ currentTarget }) => setDetails(currentTarget.checked)}
        />
      </div>
      <ol className={stepsStyles['events']}>
        {shown.slice(0, most).map((event) => (
          <li key={event.seq} className={stepsStyles['event']}>
            <bdi className={stepsStyles['eventTime']}>{clockText(event.at)}</bdi>
            <span>
              <EventSentence event={event} /> <EventLabelMark event={event} />{' '}
              {isEventOf(event, 'IncidentNoted') && <LabelButton of="note" id={event.data.note} />}
            </span>
          </li>
        ))}
      </ol>
      {shown.length > most && (
        <button type="button" className={styles['link']} onClick={() => setMost(most * 4)}>
          {t('timeline.more', { count: shown.length - most })}
        </button>
      )}
    </section>
  );
}
