/** What the events of the script say to people. */
import { formatDuration, formatExerciseTime } from '#contracts/scenario/duration.js';
import type { EventOf } from '#domain/engine/event.js';
import { english } from './english.js';
import type { Piece } from './paint.js';
import { piece } from './paint.js';

export type ScriptEvent = EventOf<
  | 'InjectScheduled'
  | 'InjectFired'
  | 'InjectSkipped'
  | 'InjectDelayed'
  | 'InjectImprovised'
  | 'AcknowledgementOverdue'
  | 'MessageSent'
  | 'NoteTaken'
>;

/** The word, then the text. */
export function tellScript(event: ScriptEvent): readonly [Piece, ...Piece[]] {
  switch (event.type) {
    case 'InjectScheduled':
      return ['scheduled', `inject ${event.data.inject} for ${formatExerciseTime(event.data.due)}`];
    case 'InjectFired': {
      const { inject, kind, time } = event.data;
      return [piece('bold', 'INJECT'), `${inject} (${kind})${time === 1 ? '' : `, time ${time}`}`];
    }
    case 'InjectSkipped': {
      const { inject, reason, code, message } = event.data;
      const why = {
        'too-late': 'its last time has passed',
        refused: `${message ?? reason} (${code ?? reason})`,
        'by-command': message ?? 'by command',
      }[reason];
      return [piece('warn', 'skipped'), `inject ${inject}: ${why}`];
    }
    case 'InjectDelayed':
      return ['delayed', `inject ${event.data.inject} to ${formatExerciseTime(event.data.due)}`];
    case 'InjectImprovised': {
      const { id, kind, at } = event.data.inject;
      return ['improvised', `inject ${id} (${kind}) for ${formatExerciseTime(at)}`];
    }
    case 'AcknowledgementOverdue':
      return [
        piece('warn', 'overdue'),
        piece(event.data.side === 'PAK' ? 'pak' : 'chn', event.data.side),
        ` has not acknowledged for ${formatDuration(event.data.forMs)}`,
      ];
    case 'MessageSent': {
      const { from, text } = event.data;
      return ['message', ...(from ? [`${english(from)}: `] : []), english(text)];
    }
    case 'NoteTaken':
      return ['note', english(event.data.text)];
    default:
      return event satisfies never;
  }
}
