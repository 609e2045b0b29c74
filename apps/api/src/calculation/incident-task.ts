/** Where an incident stands, by the rules themselves, on the state that the log gives. */
import { fold } from '#domain/engine/engine.js';
import { explainIncident } from '#domain/engine/explain-incident.js';
import { deserialise, open } from '#domain/engine/open.js';
import type { State } from '#domain/engine/state.js';
import type { Scenario } from '#domain/exercise/scenario.js';
import type { Actor } from '#domain/kernel/event.js';
import { type ExerciseTime, laterOf } from '#domain/kernel/exercise-time.js';
import type { IncidentId } from '#domain/kernel/ids.js';
import { loggedEvent } from '#infra/ledger/event-columns.js';
import type { StatePart } from '#infra/log/state-source.js';
import type { Task } from './tasks.js';

export interface IncidentInput {
  readonly exercise: string;
  readonly scenario: Scenario;
  readonly seed: string;
  readonly incident: IncidentId;
  readonly actor: Actor;
  /** Exercise time now, ms. */
  readonly now: ExerciseTime;
  /** The time that the caller is shown; absent: as it is. */
  readonly shown?: ExerciseTime;
}

/** The state that was asked for last, as far as its log was read: a thread keeps one, which may be as large as a worker's. */
let kept: { readonly exercise: string; readonly state: State } | undefined;

/** Knows the number of the last event that it has seen; takes {@link StatePart}s; answers JSON text. @throws DomainError */
export function incidentTask(input: IncidentInput): Task {
  const { exercise, scenario, seed, incident, actor, now, shown } = input;
  const known = kept?.exercise === exercise ? kept.state : undefined;
  // One that cannot be brought up to date is not used again.
  kept = undefined;
  let state = known ?? open(scenario, seed);
  return {
    known: state.seqs.all,
    take: (given) => {
      const part = given as StatePart;
      if (part.kind === 'snapshot') state = deserialise(scenario, part.state);
      else fold(state, part.events.map(readEvent));
    },
    finish: () => {
      kept = { exercise, state };
      const at = laterOf(now, state.time);
      const explanation = explainIncident(state, incident, actor, at);
      return JSON.stringify(shown === undefined ? explanation : { ...explanation, at: shown });
    },
  };
}

function readEvent({ data, cause, actor, ...columns }: Extract<StatePart, { kind: 'events' }>['events'][number]) {
  return loggedEvent({ ...columns, data: JSON.parse(data), cause: JSON.parse(cause), actor: JSON.parse(actor) });
}
