/** What a verdict says to people. */
import type { Expectation, Judgement, Party, Verdict, VerdictReason } from '#domain/expectation/expectation.js';
import { english } from '../sentences/english.js';
import { formatExerciseTime } from './duration.js';

export const JUDGEMENT_WORDS: Record<Judgement, string> = {
  met: 'met',
  missed: 'MISSED',
  'not-applicable': 'n/a',
  unjudged: 'not judged',
};

const REASONS: Record<VerdictReason, string> = {
  happened: 'it happened',
  held: 'nothing to the contrary happened',
  'did-not-happen': 'it did not happen',
  'too-late': 'it happened too late',
  broken: 'the contrary happened',
  'inject-not-fired': 'the inject that it counts from did not fire',
  'no-incident': 'the inject led to no incident',
  'opened-after-deadline': 'the incident was opened after the deadline',
  'incident-cancelled': 'the incident was cancelled before',
  'not-releasable': 'a side may not know of this incident',
  'log-ends-before': 'the run ended before it could be judged',
};

/** `it happened too late, at T+00:12:00 (by T+00:10:00)`. */
export function reasonText({ reason, at, deadline }: Verdict): string {
  const when = at === undefined ? '' : `, at ${exactTime(at)}`;
  const by = deadline === undefined ? '' : ` (by ${exactTime(deadline)})`;
  return `${REASONS[reason]}${when}${by}`;
}

/** The author's title, or what is expected in words of ours. */
export function expectationText(expectation: Expectation): string {
  return expectation.title === undefined ? outcomeText(expectation) : english(expectation.title);
}

function outcomeText(expectation: Expectation): string {
  switch (expectation.kind) {
    case 'acknowledged':
      return `${partyText(expectation.by)} acknowledges ${expectation.incident}`;
    case 'joint-acknowledgement':
      return `both sides acknowledge ${expectation.incident}`;
    case 'notified':
      return `${partyText(expectation.party)} is notified of ${expectation.incident}`;
    case 'escalation': {
      const { incident, atLeast, atMost } = expectation;
      const bounds = [
        ...(atLeast === undefined ? [] : [`at least ${times(atLeast)}`]),
        ...(atMost === undefined ? [] : [`at most ${times(atMost)}`]),
      ];
      return `${incident} escalates ${bounds.join(', ')}`;
    }
    case 'resolved':
      return `${expectation.incident} is resolved`;
    case 'nothing-sent': {
      const about = expectation.incident === undefined ? '' : ` about ${expectation.incident}`;
      return `nothing is sent to ${expectation.unit}${about}`;
    }
    default:
      return expectation satisfies never;
  }
}

function partyText({ unit, side }: Party): string {
  return unit ?? side;
}

/** `T+00:01:20.325`. */
function exactTime(ms: number): string {
  const rest = ms % 1000;
  return formatExerciseTime(ms) + (rest === 0 ? '' : `.${String(rest).padStart(3, '0')}`);
}

function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`;
}
