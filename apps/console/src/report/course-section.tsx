/** The course of each incident, event by event. */
import { useTranslation } from '../language/use-translation.js';
import { EventSentence } from '../parts/event-sentence.js';
import { useText } from '../parts/use-text.js';
import { MomentLink } from './evidence.js';
import type { ReportFacts } from './report-facts.js';
import styles from './report.module.css';

export function CourseSection({ facts }: { readonly facts: ReportFacts }) {
  const { t } = useTranslation('report');
  const text = useText();
  return (
    <section>
      <h3>{t('course')}</h3>
      {facts.report.paths.map(({ incident, headline, events }) => (
        <details key={incident} className={styles['course']}>
          <summary>
            <bdi className="mute">{incident}</bdi> <bdi>{text(headline)}</bdi>{' '}
            <span className="mute">{t('events', { count: events.length })}</span>
          </summary>
          <ol>
            {events.map((seq) => {
              const event = facts.event(seq);
              return event === undefined ? null : (
                <li key={seq}>
                  <MomentLink exercise={facts.exercise} at={event.at} incident={incident} seq={seq} />
                  <span dir="auto">
                    <EventSentence event={event} />
                  </span>
                </li>
              );
            })}
          </ol>
        </details>
      ))}
    </section>
  );
}
