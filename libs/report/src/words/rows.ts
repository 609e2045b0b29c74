/** Rows that the page and the Markdown text have in common. */
import { PLAYER_KINDS } from '#domain/evaluation/play.js';
import type { Facts } from './facts.js';

/** For each kind of player: asked, acknowledged, declined, then the spread of its times to acknowledge. */
export function playerRows(facts: Facts): string[][] {
  return PLAYER_KINDS.map((kind) => {
    const { asked, acknowledged, declined, toAcknowledge } = facts.report.play.players[kind];
    return [
      facts.words.text(`play.kind.${kind}`),
      String(asked),
      String(acknowledged),
      String(declined),
      ...facts.spreadCells(toAcknowledge),
    ];
  });
}

export interface RequestRow {
  readonly at: number;
  /** What was asked, of whom. */
  readonly sentence: string;
  readonly outcome: string;
  readonly events: readonly number[];
}

/** Each request for information, and what became of it. */
export function requestRows(facts: Facts): RequestRow[] {
  const { words } = facts;
  return facts.report.figures.messages.requests.flatMap(({ at, seq, answered, overdue }) => {
    const event = facts.event(seq);
    if (!event) return [];
    const outcome = answered
      ? words.text(answered.late ? 'message.answeredLate' : 'message.answered', {
          length: words.length(answered.at - at),
        })
      : words.text(overdue ? 'message.overdue' : 'message.open');
    const events = [seq, overdue?.seq, answered?.seq].filter((one) => one !== undefined);
    return [{ at, sentence: facts.sentence(event), outcome, events }];
  });
}

/** How much was written, and how many requests were answered; undefined: nothing was written. */
export function messageCounts({ report, words: { text } }: Facts): string | undefined {
  const { sent, requests, answered, late, overdue, open } = report.figures.messages;
  const all = Object.values(sent).reduce((sum, count) => sum + count, 0);
  if (all === 0) return undefined;
  const reports = sent.intelligence + sent.situation;
  return text('message.counts', { all, reports, asked: requests.length, answered, late, overdue, open });
}

export interface InterventionRow {
  readonly at: number;
  readonly sentence: string;
  readonly by: string;
  readonly seq: number;
}

export function interventionRows(facts: Facts): InterventionRow[] {
  const { play } = facts.report;
  return play.interventions.flatMap(({ at, seq }) => {
    const event = facts.event(seq);
    if (!event) return [];
    return [{ at, seq, sentence: facts.sentence(event), by: facts.byWhom(event) }];
  });
}
