/** What the report says in the language of its reader: names of what it counts, lengths of time, people. */
import { DIRECTIONS, isOfLanguage } from '#contracts/language/languages.js';
import type { ReportKey, ReportLanguage } from '#contracts/language/report-language.js';
import { word } from '#contracts/language/words.js';
import { authoredIn } from '#contracts/sentences/authored.js';
import type { LocalizedText } from '#domain/kernel/localized-text.js';
import type { Actor } from '#domain/kernel/event.js';
import { shareOf, type NotificationEnds } from '#domain/evaluation/figures.js';
import type { ProposedRating } from '#domain/evaluation/ratings.js';
import type { WordKey } from '#contracts/language/catalogue.js';

export const MARKING = 'EXERCISE';

export const ENDS = [
  'acknowledged',
  'declined',
  'expired',
  'undeliverable',
  'withdrawn',
  'open',
] as const satisfies readonly (keyof NotificationEnds)[];
export type End = (typeof ENDS)[number];

export class Words {
  constructor(readonly language: ReportLanguage) {}

  get say(): ReportLanguage['say'] {
    return this.language.say;
  }

  get tag() {
    return this.say.language;
  }

  get direction(): 'ltr' | 'rtl' {
    return DIRECTIONS[this.tag];
  }

  readonly text = (key: ReportKey, values?: Readonly<Record<string, string | number>>): string =>
    this.language.text(key, values);

  word(key: WordKey): string {
    return word(this.say, key);
  }

  /** An authored text in the reader's language; one in another language says which. */
  authored(text: LocalizedText): string {
    const found = authoredIn(text, this.tag);
    if (!found.isFallback || found.language === undefined) return found.text;
    return `${found.text} ${this.text('fallback', { language: found.language })}`;
  }

  /** The other languages of a text, each with its tag. */
  others(text: LocalizedText): [string, string][] {
    const shown = authoredIn(text, this.tag).text;
    return Object.entries(text).filter(([tag, words]) => !isOfLanguage(tag, this.tag) && words !== shown);
  }

  /** How many expectations of an objective came to which judgement. */
  judgementCounts({ met, missed, notApplicable, unjudged }: ProposedRating): string {
    return this.text('objective.tally', { met, missed, notApplicable, unjudged });
  }

  whyUnrated({ unjudged }: ProposedRating): string {
    return unjudged === 0 ? this.text('objective.unrated') : this.text('objective.unratedYet', { count: unjudged });
  }

  /** `Anna Example (controller)`; `controller acc_1` where only the id is known. @param nameOf the name of an account */
  actor(actor: Actor, nameOf: (account: string) => string | undefined): string {
    switch (actor.kind) {
      case 'account': {
        const name = nameOf(actor.id);
        const values = {
          as: this.word(`word.role.${actor.role}`),
          sided: actor.side === undefined ? 'no' : 'yes',
          side: actor.side ?? '',
        };
        return name === undefined
          ? this.text('actor.unnamed', { ...values, name: actor.id })
          : this.text('actor.named', { ...values, name });
      }
      case 'unit':
        return this.text('actor.unit', { name: actor.id });
      case 'engine':
        return this.text('actor.engine');
      default:
        return actor satisfies never;
    }
  }

  /** In which capacity somebody did it. */
  role(actor: Actor): string {
    return actor.kind === 'account' ? this.word(`word.role.${actor.role}`) : this.actor(actor, () => undefined);
  }

  /** How long, for people: `45 s`, `3 min 05 s`, `2 h 10 min`. @param ms a length */
  length(ms: number | undefined): string {
    if (ms === undefined) return '–';
    const seconds = Math.round(ms / 1000);
    if (seconds < 60) return this.text('length.s', { seconds: String(seconds) });
    const minutes = Math.floor(seconds / 60);
    const two = (count: number) => String(count % 60).padStart(2, '0');
    if (minutes < 60) return this.text('length.m', { minutes: String(minutes), seconds: two(seconds) });
    return this.text('length.h', { hours: String(Math.floor(minutes / 60)), minutes: two(minutes) });
  }

  /** Of the expired ones it says how many were never delivered: their unit could not answer. */
  expired(ends: NotificationEnds): string {
    const share = percentText(shareOf(ends, 'expired'));
    if (ends.unreached === 0) return share;
    return this.text('times.notDelivered', { share, unreached: percentText(shareOf(ends, 'unreached')) });
  }
}

export function percentText(part: number | undefined): string {
  return part === undefined ? '–' : `${Math.round(part * 100)} %`;
}
