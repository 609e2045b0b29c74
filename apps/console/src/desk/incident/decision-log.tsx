/** The decision log of an incident: what could be done, what was decided, by whom and why. Nobody changes an entry. */
import { useTranslation } from '../../language/use-translation.js';
import type { EventView } from '#contracts/http/events.js';
import type { EventData } from '#domain/kernel/event.js';
import { isEventOf } from '#contracts/events/event-of.js';
import { LabelButton } from '../../parts/label-button.js';
import { LabelMark } from '../../parts/label-mark.js';
import { SideBadge } from '../../parts/side-badge.js';
import { exerciseTimeText } from '../../parts/time-text.js';
import { useWord } from '../../parts/use-word.js';
import { labelOfEvent } from '../../live/event-label.js';
import { AccountName } from './command/account-name.js';
import incidentStyles from './incident.module.css';
import styles from './decision-log.module.css';

/** @param events of the incident, oldest first */
export function DecisionLog({ events }: { readonly events: readonly EventView[] }) {
  const { t } = useTranslation('coordination');
  const entries = decisionsIn(events).toReversed();
  return (
    <section className={styles['log']} aria-labelledby="decision-log" data-testid="decision-log">
      <h3 id="decision-log" className={incidentStyles['sectionHead']}>
        {t('record.title')} {entries.length > 0 && <bdi className="mute">{entries.length}</bdi>}
      </h3>
      {entries.length === 0 ? (
        <p className={styles['none']}>{t('record.none')}</p>
      ) : (
        <ol className={styles['entries']}>
          {entries.map((event) => (
            <li key={event.seq}>
              <Entry event={event} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

/** Those that the viewer may read from the start, and those whose labels were lowered since, as they were written. */
function decisionsIn(events: readonly EventView[]): readonly EventView[] {
  const read = new Map<string, EventView>();
  for (const event of events) {
    if (isEventOf(event, 'DecisionRecorded')) read.set(event.data.record, event);
    if (!isEventOf(event, 'LabelDisclosed')) continue;
    const { said, label } = event.data;
    if (said.type !== 'DecisionRecorded' || read.has(said.data.record)) continue;
    const { type, at, actor, data } = said;
    read.set(data.record, { ...event, type, at, actor, data: { ...data, label } });
  }
  return [...read.values()];
}

function Entry({ event }: { readonly event: EventView }) {
  const { t } = useTranslation('coordination');
  const word = useWord();
  const { actor, at, audience } = event;
  const { incident, record, options, decision, reason } = event.data as unknown as EventData['DecisionRecorded'];
  const label = labelOfEvent(event);
  return (
    <article className={styles['entry']}>
      <header className={styles['head']}>
        <bdi className="nowrap">{exerciseTimeText(at)}</bdi>
        <span>
          {actor.role !== undefined && word('role', actor.role)}{' '}
          {actor.side !== undefined && <SideBadge side={actor.side} />}{' '}
          {actor.id !== undefined && <AccountName id={actor.id} incident={incident} />}
        </span>
        {label === undefined ? <span>{word('audience', audience)}</span> : <LabelMark of={label.of} label={label} />}
        <LabelButton of="decision" id={record} />
      </header>
      <dl>
        <dt>{t('record.decision')}</dt>
        <dd>
          <b dir="auto">{decision}</b>
        </dd>
        <dt>{t('record.reason')}</dt>
        <dd dir="auto">{reason}</dd>
        <dt>{t('record.options')}</dt>
        <dd>
          <ul className={styles['options']}>
            {options.map((option, index) => (
              <li key={index} data-chosen={option === decision || undefined}>
                <bdi>{option}</bdi>{' '}
                {option === decision && <span className={styles['chosen']}>✓ {t('record.chosen')}</span>}
              </li>
            ))}
          </ul>
        </dd>
      </dl>
    </article>
  );
}
