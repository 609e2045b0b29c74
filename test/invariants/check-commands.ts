/**
 * I4: each acknowledged command is in the log's history exactly once, applied or refused; an unacknowledged one 0 or 1
 * times. Asked of PostgreSQL, which can hold more than we: answers are violations, and few.
 */
import type { StoredExercise } from './stored-exercise.js';
import type { Violations } from './violations.js';

const CHUNK = 5_000;
/** Violations of one kind that are fetched. */
const SHOWN = 20;

/** @param acknowledged ids of commands that were answered with 2xx @param quiet whether nothing may wait any more */
export async function checkCommands(
  stored: StoredExercise,
  violations: Violations,
  { acknowledged, quiet }: { readonly acknowledged: Iterable<string>; readonly quiet: boolean },
): Promise<number> {
  for (const { query, say } of CHECKS) {
    const rows = await stored.rows<{ id: string; detail: string | number | null }>(`${query} LIMIT ${SHOWN}`);
    for (const { id, detail } of rows) violations.add('I4', say(id, detail));
  }
  if (quiet) {
    const waiting = await stored.rows<{ id: string }>(
      `SELECT command_id AS id FROM inbox_pending WHERE exercise_id = $1 ORDER BY id LIMIT ${SHOWN}`,
    );
    for (const { id } of waiting) violations.add('I4', `command ${id} still waits, although all is quiet`);
  }
  let count = 0;
  let chunk: string[] = [];
  for (const id of acknowledged) {
    chunk.push(id);
    count++;
    if (chunk.length < CHUNK) continue;
    await checkAcknowledged(stored, violations, chunk, quiet);
    chunk = [];
  }
  await checkAcknowledged(stored, violations, chunk, quiet);
  return count;
}

interface Check {
  /** `$1`: the exercise. Answers `id` and `detail` of what is wrong. */
  readonly query: string;
  readonly say: (id: string, detail: string | number | null) => string;
}

const CHECKS: readonly Check[] = [
  {
    query: `SELECT command_id AS id, count(*) AS detail FROM inbox_outcome WHERE exercise_id = $1
            GROUP BY command_id HAVING count(*) > 1`,
    say: (id, count) => `command ${id} has ${count} outcomes`,
  },
  {
    query: `SELECT i.command_id AS id, (p.id IS NOT NULL)::int + (o.inbox_id IS NOT NULL)::int AS detail
            FROM inbox i LEFT JOIN inbox_pending p ON p.exercise_id = i.exercise_id AND p.id = i.id
              LEFT JOIN inbox_outcome o ON o.exercise_id = i.exercise_id AND o.inbox_id = i.id
            WHERE i.exercise_id = $1 AND (p.id IS NULL) = (o.inbox_id IS NULL)`,
    say: (id, places) =>
      `command ${id} ${places === 0 ? 'neither waits nor has an outcome: it was lost' : 'waits although it has an outcome'}`,
  },
  {
    query: `SELECT e.id, e.events AS detail FROM (
              SELECT cause->>'command' AS id, count(*) AS events, min(seq) AS first, max(seq) AS last FROM event
              WHERE exercise_id = $1 AND cause->>'command' IS NOT NULL GROUP BY 1) e
            LEFT JOIN inbox_outcome o ON o.exercise_id = $1 AND o.command_id = e.id
            WHERE o.inbox_id IS NULL OR (o.outcome->'refused' IS NULL AND NOT (
                (o.outcome->>'firstSeq')::bigint = e.first AND (o.outcome->>'lastSeq')::bigint = e.last
                AND e.events = e.last - e.first + 1))
              OR (o.outcome->'refused' IS NOT NULL AND e.events <> 1)`,
    say: (id, events) => `the ${events} events of command ${id} are not those of its outcome`,
  },
  {
    // EXCEPT, here and below, is a matter of hashing however long the log is; NOT IN reads it once for each command.
    query: `SELECT o.command_id AS id, NULL AS detail FROM inbox_outcome o
            WHERE o.exercise_id = $1
              AND (o.outcome->'refused' IS NOT NULL OR (o.outcome->>'lastSeq')::bigint >= (o.outcome->>'firstSeq')::bigint)
            EXCEPT SELECT cause->>'command', NULL FROM event WHERE exercise_id = $1`,
    say: (id) => `command ${id} has an outcome, but no event stems from it`,
  },
  {
    query: `SELECT data->>'alertId' AS id, count(*) AS detail FROM event
            WHERE exercise_id = $1 AND type = 'AlertAccepted' GROUP BY 1 HAVING count(*) > 1`,
    say: (id, count) => `alert ${id} was accepted ${count} times`,
  },
  {
    query: `SELECT i.data->>'alertId' AS id, NULL AS detail FROM inbox i
            JOIN inbox_outcome o ON o.exercise_id = i.exercise_id AND o.inbox_id = i.id
            WHERE i.exercise_id = $1 AND i.type = 'SubmitAlert' AND o.outcome->'refused' IS NULL
              AND i.data->'alert'->>'msgType' IN ('Alert', 'Update', 'Cancel')
            EXCEPT SELECT data->>'alertId', NULL FROM event WHERE exercise_id = $1 AND type = 'AlertAccepted'`,
    say: (id) => `alert ${id} was applied, but never accepted`,
  },
];

async function checkAcknowledged(
  stored: StoredExercise,
  violations: Violations,
  ids: readonly string[],
  quiet: boolean,
): Promise<void> {
  const wrong = await stored.rows<{ id: string; known: boolean }>(
    `SELECT a.id, i.id IS NOT NULL AS known FROM unnest($2::text[]) AS a (id)
       LEFT JOIN inbox i ON i.exercise_id = $1 AND i.command_id = a.id
       LEFT JOIN inbox_outcome o ON o.exercise_id = $1 AND o.inbox_id = i.id
     WHERE i.id IS NULL OR (o.inbox_id IS NULL AND $3)`,
    [ids, quiet],
  );
  for (const { id, known } of wrong) {
    violations.add(
      'I4',
      `command ${id} was acknowledged, but ${known ? 'never applied nor refused' : 'it is not there'}`,
    );
  }
}
