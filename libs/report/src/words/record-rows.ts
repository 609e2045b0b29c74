/** Notes and entries of decision logs, in rows that the page and the Markdown text have in common. */
import type { RecordView } from '#domain/incident/record-list.js';
import type { Marking } from '#domain/release/label.js';
import { listed } from '#contracts/language/words.js';
import { plainText } from '#contracts/sentences/plain-text.js';
import { timeText, type Facts } from './facts.js';

export interface RecordRow {
  readonly id: string;
  readonly at: number;
  readonly kind: string;
  /** In the words of who wrote it. */
  readonly says: string;
  readonly by: string;
  /** Whom it is for, with its TLP label. */
  readonly label: string;
  /** Of its label, oldest first: when, and from whom it is withheld since. */
  readonly changes: readonly string[];
  readonly events: readonly number[];
}

export function recordRows(facts: Facts): RecordRow[] {
  return facts.report.records.map((record) => ({
    id: record.id,
    at: record.at,
    kind: facts.words.word(`word.labelledKind.${record.kind}`),
    says: sayingOf(facts, record),
    by: writerOf(facts, record),
    label: labelOf(facts, record),
    changes: changesOf(facts, record),
    events: [record.seq, ...(record.labelChanges ?? []).map(({ seq }) => seq)],
  }));
}

function sayingOf(facts: Facts, record: RecordView): string {
  if (record.kind === 'note') return record.text;
  const { decision, reason, options } = record;
  return facts.words.text('record.decided', { decision, reason, options: listOf(facts, options) });
}

function writerOf(facts: Facts, record: RecordView): string {
  if (record.kind === 'note' && record.released !== undefined) {
    return facts.words.text('record.released', { side: record.released });
  }
  return facts.who(record.actor);
}

function labelOf(facts: Facts, { audience, label, tearLine }: RecordView): string {
  if (label === undefined) return facts.words.text('observation.control');
  return [`${audience} ${markingText(label)}`, ...(tearLine === undefined ? [] : [tearLine])].join(', ');
}

function changesOf(facts: Facts, { labelChanges = [] }: RecordView): string[] {
  return labelChanges.map(({ at, from, to, seenBy = [] }) =>
    facts.words.text('record.changed', {
      at: timeText(at),
      from: markingText(from),
      to: markingText(to),
      withheld: seenBy.length > 0 ? 'yes' : 'no',
      readers: listOf(facts, seenBy),
    }),
  );
}

function markingText({ tlp, to = [] }: Marking): string {
  return to.length === 0 ? tlp : `${tlp} (${to.join(', ')})`;
}

function listOf({ words: { say } }: Facts, parts: readonly string[]): string {
  return plainText(
    listed(
      say,
      parts.map((part) => [part]),
    ),
    say,
  );
}
