/** Finding what became of a command, among the outcomes of whole transactions. */

/**
 * A lateral subquery with `applied_at` and `outcome` of the command of the row `i` of the inbox; no row while it waits. The first
 * batch from the command's id on is nearly always the one: of commands that were visible, the lower id was applied first. One that
 * became visible late stands in one of the batches after it.
 */
export const OUTCOME_OF_COMMAND = `LATERAL (
    SELECT b.applied_at[place.at] AS applied_at, b.outcomes[place.at] AS outcome
    FROM outcome_batch b, array_position(b.inbox_ids, i.id) AS place (at)
    WHERE b.exercise_id = i.exercise_id AND b.last_inbox_id >= i.id AND place.at IS NOT NULL
    ORDER BY b.last_inbox_id LIMIT 1)`;
