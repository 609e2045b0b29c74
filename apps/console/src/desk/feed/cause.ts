/** Why something happened, in a word, and the id that belongs to it. */
import type { EventView } from '#contracts/http/events.js';

/** Causes of players are `script`, `clock`, `rules`; those who run the exercise see the timers themselves. */
const WORDS = [
  'script',
  'clock',
  'rules',
  'deliver',
  'answer',
  'answerArrives',
  'linkBack',
  'update',
  'move',
  'delay',
  'deadline',
  'remind',
  'expire',
  'lapse',
  'close',
  'inject',
  'latest',
  'halt',
  'end',
  'overdue',
] as const;

export type CauseWord = (typeof WORDS)[number] | 'command' | 'injectByHand' | 'other';

export function causeParts({ command, inject, timer }: EventView['cause']): {
  readonly word: CauseWord;
  readonly id?: string;
} {
  if (inject !== undefined) return { word: 'injectByHand', id: inject };
  if (command !== undefined) return { word: 'command', id: command };
  if (timer === undefined) return { word: 'other' };
  const [kind = '', ...rest] = timer.split(':');
  const word = WORDS.find((one) => one === kind);
  if (word === undefined) return { word: 'other', id: timer };
  return rest.length === 0 ? { word } : { word, id: rest.join(':') };
}
