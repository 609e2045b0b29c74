/** What the report says, in English: ratings as the standard words them, and the names of what it counts. */
import { ENGLISH } from '#contracts/language/english.js';
import { english } from '#contracts/sentences/english.js';
import { isEnglish } from '#domain/alert/headline.js';
import type { LocalizedText } from '#domain/kernel/localized-text.js';
import type { Actor } from '#domain/kernel/event.js';
import type { ObservationKind, Rating } from '#domain/evaluation/evaluation.js';
import { shareOf, type NotificationEnds, type UnansweredReason } from '#domain/evaluation/figures.js';
import type { GroundKind, ProposedRating } from '#domain/evaluation/ratings.js';
import type { MarkKind, SpanKind } from '#domain/evaluation/unit-timeline.js';
import type { Judgement } from '#domain/expectation/expectation.js';

export const MARKING = 'EXERCISE';
export const NOTICE = 'EXERCISE: nothing in this report is real.';

/** HSEEP 2020, the rating scale; in our words. */
export const RATING_NAMES: Readonly<Record<Rating, string>> = ENGLISH.word.rating;
export const RATING_MEANINGS: Readonly<Record<Rating, string>> = ENGLISH.word.ratingMeaning;

export const GROUND_WORDS: Readonly<Record<GroundKind, string>> = {
  'did-not-happen': 'never came about',
  broken: 'what must not happen did',
  'too-late': 'came about only after its deadline',
  overridden: 'rests on a controller, who acknowledged in the place of a side',
  exhausted: 'came about after the policy had nobody left to ask',
  escalated: 'came about in time, but not at the first call',
};

export const UNANSWERED_WORDS: Readonly<Record<UnansweredReason, string>> = {
  silent: 'gave no answer in time',
  'just-asked': 'was asked at that moment',
  'not-reached': 'was not reached',
  declined: 'declined',
  lapsed: 'acknowledged, then lapsed',
  withdrawn: 'withdrawn',
};

export const JUDGEMENTS: Readonly<Record<Judgement, string>> = ENGLISH.word.judgement;

/** How many expectations of an objective came to which judgement. */
export function judgementCounts({ met, missed, notApplicable, unjudged }: ProposedRating): string {
  const further = [
    ...(notApplicable === 0 ? [] : [`${notApplicable} not applicable`]),
    ...(unjudged === 0 ? [] : [`${unjudged} not judged`]),
  ];
  return [`${met} met`, `${missed} missed`, ...further].join(', ');
}

export function whyUnrated({ unjudged }: ProposedRating): string {
  if (unjudged === 0) return 'Not rated: none of its expectations applied.';
  return `Not rated yet: the log ends before ${plural(unjudged, 'expectation')} could be judged.`;
}

export const OBSERVATION_NAMES: Readonly<Record<ObservationKind, string>> = {
  strength: 'Strength',
  'area-for-improvement': 'Area for improvement',
};

export const END_NAMES = {
  acknowledged: 'acknowledged',
  declined: 'declined',
  expired: 'expired',
  undeliverable: 'undeliverable',
  withdrawn: 'withdrawn',
  open: 'still open',
} as const satisfies Partial<Record<keyof NotificationEnds, string>>;

export const SPAN_NAMES: Readonly<Record<SpanKind, string>> = {
  sent: 'message under way',
  asked: 'asked, no answer yet',
  engaged: 'acknowledged',
  enRoute: 'en route',
  onScene: 'on scene',
  'off-duty': 'off duty',
  degraded: 'link degraded',
  down: 'link down',
};

export const MARK_NAMES: Readonly<Record<MarkKind, string>> = {
  acknowledged: 'acknowledged',
  late: 'acknowledged late',
  declined: 'declined',
  expired: 'expired',
  undeliverable: 'undeliverable',
};

/** The other languages of a text, each with its tag. */
export function otherLanguages(text: LocalizedText): [string, string][] {
  const shown = english(text);
  return Object.entries(text).filter(([language, words]) => !isEnglish(language) && words !== shown);
}

/** `Anna Example (controller)`; `controller acc_1` where only the id is known. @param nameOf the name of an account */
export function actorText(actor: Actor, nameOf: (account: string) => string | undefined): string {
  switch (actor.kind) {
    case 'account': {
      const name = nameOf(actor.id);
      const side = actor.side === undefined ? [] : [actor.side];
      if (name !== undefined) return `${name} (${[actor.role, ...side].join(', ')})`;
      return [actor.role, actor.id, ...side.map((of) => `(${of})`)].join(' ');
    }
    case 'unit':
      return `unit ${actor.id}`;
    case 'engine':
      return 'the exercise';
    default:
      return actor satisfies never;
  }
}

/** In which capacity somebody did it. */
export function roleText(actor: Actor): string {
  return actor.kind === 'account' ? actor.role : actor.kind;
}

/** How long, for people: `45 s`, `3 min 05 s`, `2 h 10 min`. */
export function lengthText(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min ${String(seconds % 60).padStart(2, '0')} s`;
  return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')} min`;
}

export function percentText(part: number | undefined): string {
  return part === undefined ? '–' : `${Math.round(part * 100)} %`;
}

/** Of the expired ones it says how many were never delivered: their unit could not answer. */
export function expiredText(ends: NotificationEnds): string {
  const share = percentText(shareOf(ends, 'expired'));
  return ends.unreached === 0 ? share : `${share} (${percentText(shareOf(ends, 'unreached'))} not delivered)`;
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
