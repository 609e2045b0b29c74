/** What an event says to people in the terminal: one line, or none for what is of little interest to them. */
import type { EventView } from '#contracts/http/events.js';
import { inEnglish } from '#contracts/language/english.js';
import { formatExerciseTime } from '#contracts/scenario/duration.js';
import { partText, plainText, type Names } from '#contracts/sentences/plain-text.js';
import type { Part } from '#contracts/sentences/sentence.js';
import { sentenceOf } from '#contracts/sentences/sentences.js';
import type { Severity } from '#domain/alert/alert.js';
import type { DomainEvent } from '#domain/kernel/event.js';
import type { EventContext } from '#domain/evaluation/event-context.js';
import type { Rating } from '#domain/evaluation/evaluation.js';
import type { Side } from '#domain/kernel/side.js';
import type { Line } from './line.js';
import { piece, type Colour, type Piece } from './paint.js';

/** What a line needs of an event. */
export type ShownEvent = Pick<EventView, 'at' | 'type' | 'data' | 'audience'> & Partial<Pick<EventView, 'actor'>>;

/** An event of a server that is newer than this program, or of a shape that it does not know, is shown by its type. */
export function eventLine(event: ShownEvent, names: Names, context: EventContext = {}): Line {
  const time = formatExerciseTime(event.at);
  const { incident } = event.data;
  const about = typeof incident === 'string' ? incident : '';
  try {
    const sentence = sentenceOf(event as unknown as DomainEvent, context, inEnglish);
    if (!sentence) throw new TypeError(`${event.type} is not a known type of event`);
    const { label, tone = 'plain', text } = sentence;
    const readers = event.audience === 'CONTROL' ? 'controllers' : event.audience;
    const mark = event.audience === 'JOINT' ? {} : { mark: piece('dim', `[${readers} only]`) };
    const pieces = text.flatMap((part) => piecesOf(part, names));
    return { time, incident: about, word: valid(piece(tone, label)), text: pieces.map(valid), ...mark };
  } catch {
    return { time, incident: about, word: 'event', text: [event.type] };
  }
}

/** @throws TypeError when the event lacked what its sentence says */
function valid(shown: Piece): Piece {
  const text: unknown = typeof shown === 'string' ? shown : shown.text;
  if (typeof text !== 'string') throw new TypeError('a part of the sentence is no text');
  return shown;
}

const SEVERITY_COLOURS: Readonly<Partial<Record<Severity, Colour>>> = {
  Extreme: 'bad',
  Severe: 'bad',
  Moderate: 'warn',
};
const RATING_COLOURS: Readonly<Record<Rating, Colour>> = { P: 'good', S: 'good', M: 'warn', U: 'bad' };

function piecesOf(part: Part, names: Names): Piece[] {
  if (typeof part === 'string') return [part];
  switch (part.kind) {
    case 'aside':
      return [piece('dim', plainText(part.parts, inEnglish, names))];
    case 'side':
      return [sidePiece(part.side)];
    case 'unit': {
      const side = names.sideOf(part.id);
      const name = names.nameOf(part.id);
      return side === undefined ? [name] : [sidePiece(side), ` ${name}`];
    }
    case 'site':
    case 'value':
    case 'authored':
    case 'time':
    case 'duration':
      return [partText(part, inEnglish, names)];
    case 'severity':
      return [piece(SEVERITY_COLOURS[part.severity] ?? 'plain', part.severity)];
    case 'rating':
      return [piece(RATING_COLOURS[part.rating], part.rating)];
    default:
      return part satisfies never;
  }
}

/** A side is named by its letters; the colour only helps. */
function sidePiece(side: Side): Piece {
  return piece(side === 'PAK' ? 'pak' : 'chn', side);
}
