/** What an expectation asks for, and what a verdict says to people. */
import type { Expectation, Party, Verdict } from '#domain/expectation/expectation.js';
import { formatExerciseTime } from '#domain/kernel/exercise-time.js';
import type { Say } from '../language/say.js';
import { listed, word } from '../language/words.js';
import { authoredPart } from './authored.js';
import { side, unit, value, type Part } from './sentence.js';
import { yes } from './sentence-of.js';

/** `it happened too late, at T+00:12:00 (by T+00:10:00)`. */
export function reasonParts({ reason, at, deadline }: Verdict, say: Say): Part[] {
  return say('phrase.verdict', {
    reason: word(say, `word.verdictReason.${reason}`),
    timed: yes(at !== undefined),
    at: at === undefined ? '' : value(exactTime(at)),
    bounded: yes(deadline !== undefined),
    deadline: deadline === undefined ? '' : value(exactTime(deadline)),
  });
}

/** The author's title, or what is expected in words of ours. */
export function expectationParts(expectation: Expectation, say: Say): Part[] {
  return expectation.title === undefined
    ? outcomeParts(expectation, say)
    : [authoredPart(expectation.title, say.language)];
}

function outcomeParts(expectation: Expectation, say: Say): Part[] {
  const incident = expectation.incident === undefined ? '' : value(expectation.incident);
  switch (expectation.kind) {
    case 'acknowledged':
      return say('phrase.expectation.acknowledged', { party: partyPart(expectation.by), incident });
    case 'joint-acknowledgement':
      return say('phrase.expectation.joint', { incident });
    case 'notified':
      return say('phrase.expectation.notified', { party: partyPart(expectation.party), incident });
    case 'escalation': {
      const { atLeast, atMost } = expectation;
      const bounds = [
        ...(atLeast === undefined ? [] : [say('phrase.expectation.atLeast', times(atLeast))]),
        ...(atMost === undefined ? [] : [say('phrase.expectation.atMost', times(atMost))]),
      ];
      return say('phrase.expectation.escalates', { incident, bounds: listed(say, bounds, 'clauses') });
    }
    case 'resolved':
      return say('phrase.expectation.resolved', { incident });
    case 'knows': {
      const { side: of, tearLine } = expectation;
      return tearLine === undefined
        ? say('phrase.expectation.knows', { side: side(of), incident })
        : say('phrase.expectation.knowsTearLine', { side: side(of), inject: value(tearLine) });
    }
    case 'nothing-sent': {
      const named = yes(expectation.incident !== undefined);
      return say('phrase.expectation.nothingSent', { unit: unit(expectation.unit), named, incident });
    }
    default:
      return expectation satisfies never;
  }
}

function partyPart({ unit: id, side: of }: Party): Part {
  return id === undefined ? side(of) : unit(id);
}

/** `T+00:01:20.325`. */
function exactTime(ms: number): string {
  const rest = ms % 1000;
  return formatExerciseTime(ms) + (rest === 0 ? '' : `.${String(rest).padStart(3, '0')}`);
}

function times(count: number): { readonly count: number; readonly times: Part } {
  return { count, times: value(count) };
}
