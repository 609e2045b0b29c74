/** Small scenarios and events for suites that test the stores, not the rules. */
import type { Plain } from '#domain/kernel/brand.js';
import { branded } from '#domain/testing/branded.js';
import type { DomainEvent, LoggedEvent } from '#domain/kernel/event.js';
import { streamsOf } from '#domain/release/release.js';
import { type Audience, type StreamSeqs } from '#domain/kernel/side.js';
import type { Scenario } from '#domain/exercise/scenario.js';
import type { ExerciseRow, ExerciseUpdate, LedgerBatch } from '#infra/ledger/rows.js';

export const EMPTY_SCENARIO: Scenario = {
  id: 'stores',
  title: { en: 'Stores' },
  seed: 'seed',
  durationMs: 3_600_000,
  rules: { foreignResponders: 'prohibited' },
  sites: [],
  units: [],
  policy: { version: 1, routes: [], chains: [], groups: [] } as unknown as Scenario['policy'],
};

/** An event of the given audience that stands for any. */
export function anEvent(audience: Audience, at = 0, text = 'note'): DomainEvent {
  return branded<DomainEvent>({
    type: 'NotificationDeclined',
    at,
    data: { notification: 'INC-0001.N1', incident: 'INC-0001', unit: 'SPU', reason: text },
    audience,
    actor: { kind: 'engine' },
    cause: { timer: 't1' },
  });
}

/** Numbers events after the row's. */
function numbered(row: ExerciseRow, events: readonly DomainEvent[]): { events: LoggedEvent[]; seqs: StreamSeqs } {
  const seqs: StreamSeqs = { ...row.seqs };
  const logged = events.map((event) => {
    const own: Partial<StreamSeqs> = {};
    for (const stream of streamsOf(event.audience)) own[stream] = seqs[stream] += 1;
    return { ...event, seq: seqs.all, seqs: own };
  });
  return { events: logged, seqs };
}

/** A batch with these events upon the row, all else as it is. */
export function batchOf(
  row: ExerciseRow,
  given: readonly DomainEvent[],
  more: Partial<Omit<Plain<LedgerBatch>, 'exercise' | 'events'>> & { exercise?: Partial<Plain<ExerciseUpdate>> } = {},
): LedgerBatch {
  const { id: _id, seed: _seed, lastHash: _lastHash, ...same } = row;
  const { events, seqs } = numbered(row, given);
  return branded<LedgerBatch>({
    applied: [],
    rows: {},
    ...more,
    events,
    exercise: { ...same, generation: 0, seqs, ...more.exercise },
  });
}
