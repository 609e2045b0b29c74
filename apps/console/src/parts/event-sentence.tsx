/** What an event says, with names for ids. */
import type { EventView } from '#contracts/http/events.js';
import { sentenceOf } from '#contracts/sentences/sentences.js';
import type { Part } from '#contracts/sentences/sentence.js';
import type { DomainEvent } from '#domain/kernel/event.js';
import { useExerciseStore } from '../live/use-exercise.js';
import { SeverityMark } from './severity-mark.js';
import { SideBadge } from './side-badge.js';
import { useText } from './use-text.js';

export function EventSentence({ event }: { readonly event: EventView }) {
  const sentence = sentenceOf(event as unknown as DomainEvent);
  if (sentence === undefined) return <bdi>{event.type}</bdi>;
  return (
    <span data-tone={sentence.tone}>
      {sentence.lead}
      {sentence.text.map((part, index) => (
        // The parts of one sentence never change their order.
        <SentencePart key={index} part={part} />
      ))}
    </span>
  );
}

function SentencePart({ part }: { readonly part: Part }) {
  const text = useText();
  const { scenario } = useExerciseStore().fold.state;
  if (typeof part === 'string') return part;
  switch (part.kind) {
    case 'aside':
      return <span className="mute">{part.text}</span>;
    case 'side':
      return <SideBadge side={part.side} />;
    case 'unit':
      return <bdi>{text(scenario.units.find(({ id }) => id === part.id)?.name) || part.id}</bdi>;
    case 'site':
      return <bdi>{text(scenario.sites.find(({ id }) => id === part.id)?.name) || part.id}</bdi>;
    case 'severity':
      return <SeverityMark severity={part.severity} />;
    case 'rating':
      return <bdi>{part.rating}</bdi>;
    default:
      return part satisfies never;
  }
}
