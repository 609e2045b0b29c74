/** The script as the screen needs it: each inject with its definition and standing, in which lane it is, and which comes next. */
import type { ApiShapes } from '#contracts/client/create-api-client.js';
import type { Expectation } from '#domain/expectation/expectation.js';
import type { Inject, InjectCondition } from '#domain/inject/inject.js';
import type { State } from '#domain/engine/state.js';
import { silentSince } from '#domain/incident/answers.js';

export type InjectView = ApiShapes['Inject'];

export const LANES = ['joint', 'pak', 'chn', 'messages', 'links', 'conditional'] as const;
export type Lane = (typeof LANES)[number];

export const STATES = ['planned', 'waiting', 'fired', 'skipped'] as const;
export type RowState = (typeof STATES)[number];

export interface ScriptRow {
  readonly id: string;
  readonly view: InjectView;
  readonly inject: Inject;
  readonly state: RowState;
  readonly lane: Lane;
  /** When it comes, came or was skipped; undefined: it waits for a condition. */
  readonly at: number | undefined;
}

/** @param defined the injects of the scenario and those that were improvised */
export function scriptRows(views: readonly InjectView[], defined: (id: string) => Inject | undefined): ScriptRow[] {
  return views.flatMap((view) => {
    const inject = defined(view.id);
    return inject === undefined ? [] : [rowOf(view, inject)];
  });
}

function rowOf(view: InjectView, inject: Inject): ScriptRow {
  const state = stateOf(view);
  return {
    id: view.id,
    view,
    inject,
    state,
    lane: state === 'waiting' ? 'conditional' : laneOf(inject),
    at: view.due ?? view.fired.at(-1) ?? view.skipped?.at ?? view.at ?? undefined,
  };
}

function stateOf({ status, due }: InjectView): RowState {
  if (status === 'fired' || status === 'skipped') return status;
  return due === null ? 'waiting' : 'planned';
}

function laneOf(inject: Inject): Lane {
  switch (inject.kind) {
    case 'alert': {
      const { class: releaseClass } = inject.messages[0].alert.exercise.releasability;
      return releaseClass === 'JOINT' ? 'joint' : releaseClass === 'PAK' ? 'pak' : 'chn';
    }
    case 'message':
    case 'send':
    case 'release':
    case 'note':
      return 'messages';
    default:
      return 'links';
  }
}

/** Those to come by time, then those that wait, then the past, latest first. */
export function inOrder(rows: readonly ScriptRow[]): ScriptRow[] {
  const rank = { planned: 0, waiting: 1, fired: 2, skipped: 2 } as const;
  return rows.toSorted((a, b) => {
    const between = rank[a.state] - rank[b.state];
    if (between !== 0) return between;
    return a.state === 'planned' ? (a.at ?? 0) - (b.at ?? 0) : (b.at ?? 0) - (a.at ?? 0);
  });
}

/** What comes next, and what after it. */
export function comingNext(rows: readonly ScriptRow[]): readonly ScriptRow[] {
  return inOrder(rows.filter(({ state }) => state === 'planned'));
}

export function countStates(rows: readonly ScriptRow[]): Readonly<Record<RowState, number>> {
  const counts: Record<RowState, number> = { planned: 0, waiting: 0, fired: 0, skipped: 0 };
  for (const { state } of rows) counts[state] += 1;
  return counts;
}

/** The expectations that speak of an inject, or whose time begins with it. */
export function expectationsOf(expectations: readonly Expectation[], inject: string): Expectation[] {
  return expectations.filter(
    ({ incident, deadline }) => incident === inject || (deadline.kind === 'within' && deadline.inject === inject),
  );
}

/**
 * The earliest time of a waiting inject, if known: the inject or incident that it waits for is planned or in progress. It is an estimate.
 */
export function earliestOf(
  { inject }: ScriptRow,
  rows: ReadonlyMap<string, ScriptRow>,
  state: State,
): number | undefined {
  if (inject.when === undefined) return undefined;
  const time = earliest(inject.when, rows, state, 0);
  return time === undefined ? undefined : time + (inject.delayMs ?? 0);
}

const DEEPEST = 4;

function earliest(
  condition: InjectCondition,
  rows: ReadonlyMap<string, ScriptRow>,
  state: State,
  depth: number,
): number | undefined {
  const timeOf = (id: string): number | undefined => {
    const row = rows.get(id);
    if (row === undefined || depth > DEEPEST) return undefined;
    const [first] = row.view.fired;
    if (first !== undefined) return first;
    if (row.state === 'skipped') return undefined;
    if (row.at !== undefined) return row.at;
    if (row.inject.when === undefined) return undefined;
    const time = earliest(row.inject.when, rows, state, depth + 1);
    return time === undefined ? undefined : time + (row.inject.delayMs ?? 0);
  };
  switch (condition.kind) {
    case 'all': {
      const times = condition.of.map((part) => earliest(part, rows, state, depth));
      return times.every((time) => time !== undefined) ? Math.max(0, ...times) : undefined;
    }
    case 'any': {
      const times = condition.of.map((part) => earliest(part, rows, state, depth)).filter((time) => time !== undefined);
      return times.length === 0 ? undefined : Math.min(...times);
    }
    case 'not':
      return 0;
    case 'fired':
      return timeOf(condition.inject);
    case 'unacknowledged': {
      const since = silenceOf(condition, state) ?? timeOf(condition.incident);
      return since === undefined ? undefined : since + condition.forMs;
    }
    // Nothing of that can be before the incident is there.
    case 'escalated':
    case 'resolved':
    case 'declined':
    case 'knows':
      return condition.incident === undefined ? undefined : timeOf(condition.incident);
    default:
      return condition satisfies never;
  }
}

/** Since when a side is silent, as the condition asks; undefined: it is not. */
export function silenceOf(
  { incident, side }: Extract<InjectCondition, { kind: 'unacknowledged' }>,
  state: State,
): number | undefined {
  const id = state.script.injects[incident]?.incident;
  const open = id === undefined ? undefined : state.incidents[id];
  return open === undefined ? undefined : silentSince(state, open, side);
}
