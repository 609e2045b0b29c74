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
