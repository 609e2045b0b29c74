/** What one side sees now, to read only: its incidents, its feed, its links. The view is the server's own for that side. */
import { useTranslation } from '../../language/use-translation.js';
import type { EventView } from '#contracts/http/events.js';
import { eventIn, type Showable } from '#domain/release/shown.js';
import { streamsOf } from '#domain/release/release.js';
import type { Side } from '#domain/kernel/side.js';
import { useExercise } from '../../live/use-exercise.js';
import { HeadlineProvider, useLoadedHeadlines } from '../../live/use-headlines.js';
import { Countdown } from '../../parts/countdown.js';
import { EventLabelMark } from '../../parts/event-label-mark.js';
import { EventSentence } from '../../parts/event-sentence.js';
import { IncidentHeadline } from '../../parts/incident-headline.js';
import { LabelMark } from '../../parts/label-mark.js';
import { SideBadge } from '../../parts/side-badge.js';
import { exerciseTimeText } from '../../parts/time-text.js';
import { useWord } from '../../parts/use-word.js';
import { isOpen, sidesOf } from '../../live/attention.js';
import { Severity, SiteName } from '../names.js';
import { NotServed } from '../not-served.js';
import { KnownTearLines } from './known-tear-lines.js';
import { STREAM, useSideView } from './use-side-view.js';
import styles from './sides.module.css';

const MOST = 80;

export function SeeAs({ side }: { readonly side: Side }) {
  const { t } = useTranslation('control');
  const word = useWord();
  const headlines = useLoadedHeadlines();
  const { fold, error } = useSideView(side);
  const stream = STREAM[side];
  const events = useExercise((all): readonly EventView[] =>
    all.events.filter(({ audience }) => streamsOf(audience).includes(stream)).slice(-MOST),
  );
  if (error != null) return <NotServed error={error} what={t('sides.title')} />;
  const incidents = fold === undefined ? [] : [...fold.incidents.values()].filter(isOpen);
  return (
    <div className={styles['seeAs']}>
      <p className={styles['readOnly']}>{t('sides.readOnly')}</p>
      <h3>{t('sides.incidents')}</h3>
      <HeadlineProvider value={headlines}>
        <ul>
          {incidents.map((incident) => (
            <li key={incident.id}>
              <Severity of={incident.severity} />{' '}
              <b>
                <bdi>{incident.id}</bdi>
              </b>{' '}
              <IncidentHeadline incident={incident} />
              <span className="mute">
                {' · '}
                {word('incidentStatus', incident.status)}
                {incident.site !== undefined && (
                  <>
                    {' · '}
                    <SiteName id={incident.site} />
                  </>
                )}
              </span>{' '}
              {sidesOf(incident).map((one) => (
                <SideBadge
                  key={one}
                  side={one}
                  state={incident.acknowledgedBy[one] === undefined ? 'waits' : 'acknowledged'}
                />
              ))}{' '}
              <LabelMark of={incident.class} label={incident.label} />{' '}
              {incident.nextStepAt !== undefined && <Countdown to={incident.nextStepAt} />}
            </li>
          ))}
          {incidents.length === 0 && <li className="mute">{t('sides.nothing')}</li>}
        </ul>
      </HeadlineProvider>
      <KnownTearLines side={side} />
      <h3>{t('sides.feed')}</h3>
      <ol>
        {events.toReversed().map((event) => (
          <li key={event.seq}>
            <bdi className="mute">{exerciseTimeText(event.at)}</bdi>{' '}
            <EventSentence event={eventIn(stream, event as unknown as Showable) as unknown as EventView} />{' '}
            <EventLabelMark event={event} />
          </li>
        ))}
      </ol>
    </div>
  );
}
