/** What an event says, in the reader's language, with names for ids. Each value is isolated, so that it stays whole in Urdu. */
import type { EventView } from '#contracts/http/events.js';
import { isOfLanguage } from '#contracts/language/languages.js';
import type { Say } from '#contracts/language/say.js';
import type { Part, Sentence } from '#contracts/sentences/sentence.js';
import { partText } from '#contracts/sentences/plain-text.js';
import { sentenceOf } from '#contracts/sentences/sentences.js';
import { headlinesOf } from '#domain/alert/headline.js';
import type { DomainEvent } from '#domain/kernel/event.js';
import { useSay } from '../language/say.js';
import type { ExerciseFold } from '../live/exercise-fold.js';
import { useExerciseStore } from '../live/use-exercise.js';
import { SeverityMark } from './severity-mark.js';
import { SideBadge } from './side-badge.js';
import { clockText } from './time-text.js';
import { useText } from './use-text.js';

/** The sentence of an event; undefined for what this version of the page does not know. */
export function sentenceIn(fold: ExerciseFold, event: EventView, say: Say): Sentence | undefined {
  const domainEvent = event as unknown as DomainEvent;
  try {
    return sentenceOf(
      domainEvent,
      domainEvent.type === 'IncidentOpened' ? headlinesAt(fold, domainEvent.data.headline) : {},
      say,
    );
  } catch (error) {
    // A newer server may write what this page has no words for.
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** The event holds its headline in English; the alert that it came with has it in all its languages. */
function headlinesAt({ alerts }: ExerciseFold, headline: string) {
  for (const { alert } of alerts.values()) {
    const headlines = headlinesOf(alert);
    if (Object.values(headlines).includes(headline)) return { headlines };
  }
  return {};
}

export function EventSentence({ event }: { readonly event: EventView }) {
  const say = useSay();
  const { fold } = useExerciseStore();
  const sentence = sentenceIn(fold, event, say);
  if (sentence === undefined) return <bdi>{event.type}</bdi>;
  return (
    <span data-tone={sentence.tone}>
      <Parts parts={[...sentence.lead, ...sentence.text]} />
    </span>
  );
}

/** Parts of a sentence one after the other. They never change their order. */
export function Parts({ parts }: { readonly parts: readonly Part[] }) {
  return parts.map((part, index) => <OnePart key={index} part={part} />);
}

function OnePart({ part }: { readonly part: Part }) {
  const say = useSay();
  const text = useText();
  const { scenario } = useExerciseStore().fold.state;
  if (typeof part === 'string') return part;
  switch (part.kind) {
    case 'aside':
      return (
        <span className="mute">
          <Parts parts={part.parts} />
        </span>
      );
    case 'side':
      return <SideBadge side={part.side} />;
    case 'unit':
      return <bdi>{text(scenario.units.find(({ id }) => id === part.id)?.name) || part.id}</bdi>;
    case 'site':
      return <bdi>{text(scenario.sites.find(({ id }) => id === part.id)?.name) || part.id}</bdi>;
    case 'severity':
      return <SeverityMark severity={part.severity} />;
    case 'authored': {
      const isOther = part.language !== undefined && !isOfLanguage(part.language, say.language);
      return <bdi lang={isOther ? part.language : undefined}>{part.text}</bdi>;
    }
    case 'time':
      return <bdi>{clockText(part.ms)}</bdi>;
    case 'rating':
    case 'value':
    case 'duration':
      return <bdi>{partText(part, say)}</bdi>;
    default:
      return part satisfies never;
  }
}
