/**
 * The checker: reads what a run left in PostgreSQL, and what its clients got, and says which invariants it violates.
 * One pass over the log, page by page; memory follows what is open in the exercise, not the length of its log.
 */
import { checkCommands } from './check-commands.js';
import { ModelCheck } from './check-model.js';
import { NotificationCheck } from './check-notifications.js';
import { NumberCheck } from './check-numbers.js';
import { ReplayCheck } from './check-replay.js';
import { StateCheck } from './check-state.js';
import { StreamCheck } from './check-streams.js';
import { TimerCheck } from './check-timers.js';
import { StoredExercise } from './stored-exercise.js';
import type { StreamRecorder } from './stream-recorder.js';
import { INVARIANTS, Violations, type Invariant, type Violation } from './violations.js';

export interface CheckInput {
  readonly databaseUrl: string;
  readonly exerciseId: string;
  /** Ids of the commands that were answered with 2xx; those of alerts are the alerts' ids. */
  readonly acknowledged?: Iterable<string>;
  /** What clients recorded until all was quiet. */
  readonly streams?: readonly StreamRecorder[];
  /** Whether nothing may wait any more; default true. */
  readonly quiet?: boolean;
  /** Events and commands read at a time. */
  readonly pageSize?: number;
  /** Events, from the beginning of the log, that are compared with the model of the rules. */
  readonly modelUpTo?: number;
}

export interface CheckReport {
  readonly events: number;
  readonly commands: number;
  readonly acknowledged: number;
  readonly alerts: number;
  readonly incidents: number;
  readonly notifications: number;
  readonly clients: number;
  /** Events that were compared with the model of the rules. */
  readonly modelled: number;
  /** The first of each invariant. */
  readonly violations: readonly Violation[];
  /** How many of each; those that hold are left out. */
  readonly counts: Readonly<Partial<Record<Invariant, number>>>;
}

/**
 * Of all that a load run leaves, the model would take hours. These take it 10 s with a thousand incidents, and a short fault run has
 * hardly more.
 */
const MODEL_EVENTS = 60_000;

/** @throws Error when there is no such exercise or no database */
export async function checkExercise(input: CheckInput): Promise<CheckReport> {
  const stored = await StoredExercise.open(input.databaseUrl, input.exerciseId, input.pageSize);
  try {
    return await check(stored, input);
  } finally {
    await stored.close();
  }
}

async function check(stored: StoredExercise, input: CheckInput): Promise<CheckReport> {
  const { streams = [], acknowledged = [], quiet = true, modelUpTo = MODEL_EVENTS } = input;
  const violations = new Violations();
  const head = await stored.head();
  const numbers = new NumberCheck(violations);
  const replay = new ReplayCheck(stored, head, violations);
  const folded = new StateCheck(stored, head, await stored.snapshot(), violations);
  const timers = new TimerCheck(stored, violations);
  const notifications = new NotificationCheck(violations);
  const clients = new StreamCheck(streams, violations);
  const model = new ModelCheck(stored, head, violations, modelUpTo);
  let events = 0;
  for await (const page of stored.eventPages()) {
    for (const event of page) {
      events++;
      numbers.event(event);
      await replay.event(event);
      await timers.event(event, folded.state);
      notifications.event(event.event);
      clients.event(event);
      model.event(event.event);
      folded.event(event.event);
    }
    await folded.page();
  }
  numbers.end(head);
  await replay.end();
  await folded.end();
  notifications.end();
  clients.end(head);
  const modelled = await model.end();
  const acknowledgedCount = await checkCommands(stored, violations, { acknowledged, quiet });
  return {
    events,
    commands: replay.commands,
    acknowledged: acknowledgedCount,
    ...folded.counts,
    clients: streams.length,
    modelled,
    violations: violations.list,
    counts: violations.counts,
  };
}

/** For people, and for the message of a failing test. @param shown of each invariant */
export function reportText(report: CheckReport, shown = 20): string {
  const { violations, counts, modelled, ...figures } = report;
  const seen = Object.entries(figures).map(([name, count]) => `${count} ${name}`);
  const compared = modelled === report.events ? 'all events' : `the first ${modelled} events alone`;
  const head = `checked ${seen.join(', ')}, and ${compared} against the model of the rules: `;
  if (violations.length === 0) return `${head}all invariants hold`;
  const kinds = Object.entries(counts).map(([invariant, count]) => `${invariant} ${count} times`);
  const first = INVARIANTS.flatMap((name) => violations.filter(({ invariant }) => invariant === name).slice(0, shown));
  return `${head}violated ${kinds.join(', ')}\n${first.map(({ invariant, what }) => `  ${invariant}: ${what}`).join('\n')}`;
}
