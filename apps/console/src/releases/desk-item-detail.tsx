/** One case, request or prompt in full: what is asked and proposed, what the other side would read, what can be done, what has happened. */
import { Button } from '@mantine/core';
import { Link } from 'wouter';
import { mayGive } from '#domain/release/permissions.js';
import { otherThan, type ReleaseCase, type ReleaseRequest } from '#domain/releasing/releasing-state.js';
import { useTranslation } from '../language/use-translation.js';
import { useExercise, useExerciseStore } from '../live/use-exercise.js';
import { Countdown } from '../parts/countdown.js';
import { EventSentence } from '../parts/event-sentence.js';
import { IncidentHeadline } from '../parts/incident-headline.js';
import { SideBadge } from '../parts/side-badge.js';
import { clockText } from '../parts/time-text.js';
import { useViewer } from '../session/use-session.js';
import type { DeskItem } from './desk-model.js';
import { ItemActs } from './item-acts.js';
import { ItemState } from './item-state.js';
import { Preview } from './preview.js';
import { ProposedThings } from './proposed-things.js';
import { TearLineText } from './tear-line-text.js';
import { eventsAbout, useReleaseEvents } from './use-release-events.js';
import { useReleasePlace } from './use-release-place.js';
import layout from '../parts/case-desk.module.css';
import styles from './releases.module.css';

export function DeskItemDetail({ item }: { readonly item: DeskItem }) {
  const { t } = useTranslation('releases');
  const events = eventsAbout(useReleaseEvents(), item.id);
  return (
    <article className={layout['item']} data-testid="release-item">
      <header className={layout['head']}>
        <h2>
          <bdi>{item.id}</bdi> <SideBadge side={item.side} /> <ItemState item={item} />
        </h2>
        {item.kind === 'case' && <Deadline of={item.of} />}
      </header>
      {item.kind === 'case' && <CaseParts of={item.of} />}
      {item.kind === 'request' && <RequestParts of={item.of} />}
      {item.kind === 'prompt' && <p>{t('prompt.means')}</p>}
      {item.kind === 'prompt' && <AboutIncident id={item.id} />}
      <ProposeButton item={item} />
      <ItemActs item={item} />
      {item.kind === 'case' && item.of.status === 'proposed' && <Preview of={item.of} />}
      <section aria-labelledby="release-history">
        <h3 id="release-history" className={layout['sectionHead']}>
          {t('history')}
        </h3>
        <ol className={layout['events']}>
          {events.toReversed().map((event) => (
            <li key={event.seq}>
              <bdi className="mute">{clockText(event.at)}</bdi>
              <span>
                <EventSentence event={event} />
              </span>
            </li>
          ))}
        </ol>
      </section>
    </article>
  );
}

function Deadline({ of: { decideBy, decidedAt, overdue } }: { readonly of: ReleaseCase }) {
  const { t } = useTranslation('releases');
  if (decideBy === undefined || decidedAt !== undefined) return null;
  return (
    <p className={layout['facts']} data-overdue={overdue}>
      <span>
        {t('decideBy')} <bdi>T+{clockText(decideBy)}</bdi>
      </span>
      <span>
        {t(overdue === true ? 'overdueSince' : 'timeLeft')} <Countdown to={decideBy} />
      </span>
      {overdue === true && <b>{t('overdueMeans')}</b>}
    </p>
  );
}

function CaseParts({ of }: { readonly of: ReleaseCase }) {
  const { t } = useTranslation('releases');
  const { account } = useViewer();
  const { asked, proposal, joint } = of;
  return (
    <>
      {asked !== undefined && (
        <section className={layout['part']}>
          <h3 className={layout['sectionHead']}>
            {t('asked')} <SideBadge side={asked.from} />
          </h3>
          <p>
            <bdi>{asked.text}</bdi>
          </p>
          {asked.tearLine !== undefined && (
            <p className="mute">
              {t('aboutTearLine')} <bdi>{asked.tearLine}</bdi>
            </p>
          )}
        </section>
      )}
      {proposal !== undefined && (
        <section className={layout['part']}>
          <h3 className={layout['sectionHead']}>
            {t('proposed')} {proposal.by === account && <span className={styles['you']}>{t('byYou')}</span>}
          </h3>
          <AboutIncident id={proposal.incident} />
          <p>
            <bdi>{proposal.reason}</bdi>
          </p>
          {joint === undefined && <Target join={proposal.join} />}
          {of.decidedAt === undefined && <ProposedThings of={of} />}
        </section>
      )}
      {joint !== undefined && <Joint id={joint} />}
    </>
  );
}

function Target({ join }: { readonly join: string | undefined }) {
  const { t } = useTranslation('releases');
  if (join === undefined) return <p className="mute">{t('opensNew')}</p>;
  return (
    <div>
      <span className="mute">{t('joins')}</span> <AboutIncident id={join} />
    </div>
  );
}

function RequestParts({ of }: { readonly of: ReleaseRequest }) {
  const { t } = useTranslation('releases');
  const { text, tearLine, joint, from } = of;
  return (
    <>
      <section className={layout['part']}>
        <h3 className={layout['sectionHead']}>
          {t('askedOf')} <SideBadge side={otherThan(from)} />
        </h3>
        <p>
          <bdi>{text}</bdi>
        </p>
        {tearLine !== undefined && <TearLineText id={tearLine} title={t('aboutTearLine')} />}
      </section>
      {of.status === 'waiting' && <p className="mute">{t('requestWaits')}</p>}
      {of.status === 'tear-line' && <AnsweredByTearLine request={of.id} />}
      {joint !== undefined && <Joint id={joint} />}
    </>
  );
}

function AnsweredByTearLine({ request }: { readonly request: string }) {
  const { t } = useTranslation('releases');
  const answer = eventsAbout(useReleaseEvents(), request).findLast(({ type }) => type === 'ReleaseAnswered');
  const { tearLine } = (answer?.data ?? {}) as { readonly tearLine?: string };
  return tearLine === undefined ? null : <TearLineText id={tearLine} title={t('answeredBy')} />;
}

function Joint({ id }: { readonly id: string }) {
  const { t } = useTranslation('releases');
  return (
    <div className={layout['part']}>
      <h3 className={layout['sectionHead']}>{t('joint')}</h3>
      <AboutIncident id={id} />
    </div>
  );
}

/** Its headline, as a way to the desk. */
function AboutIncident({ id }: { readonly id: string }) {
  const { exercise } = useExerciseStore();
  const view = useExercise((fold) => fold.incidents.get(id as never));
  return (
    <p>
      <Link href={`/x/${exercise.id}/desk?${new URLSearchParams({ incident: id })}`} className={styles['link']}>
        <bdi>{id}</bdi>
      </Link>{' '}
      {view !== undefined && <IncidentHeadline incident={view} />}
    </p>
  );
}

/** From what waits to a proposal: of a request, for an incident to be chosen. */
function ProposeButton({ item }: { readonly item: DeskItem }) {
  const { t } = useTranslation('releases');
  const { role } = useViewer();
  const [, go] = useReleasePlace();
  const isOpen = item.kind === 'prompt' || (item.kind === 'case' && item.of.status === 'asked');
  if (!isOpen || !mayGive(role, 'ProposeRelease')) return null;
  const about = item.kind === 'prompt' ? { incident: item.id } : { answers: item.id };
  return (
    <div>
      <Button variant="filled" onClick={() => go({ form: 'propose', ...about })}>
        {t('propose.title')}
      </Button>
    </div>
  );
}
