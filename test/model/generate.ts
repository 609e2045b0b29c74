/**
 * Random exercises that love ties: most times are multiples of half a minute. Some units draw their times and answers, and some links lose
 * a part of what is sent; the model reads in the engine's log what was drawn.
 */
import { unitId } from '#domain/kernel/ids.js';
import type { Plain } from '#domain/kernel/brand.js';
import { branded } from '#domain/testing/branded.js';
import type { Category, MsgType, Severity } from '#domain/alert/alert.js';
import type { Chain, Condition, Requirement, Route, Step, Target } from '#domain/policy/policy.js';
import type { Inject, InjectAlert, InjectCondition, InjectContent } from '#domain/inject/inject.js';
import type { ReleaseClass, Side } from '#domain/kernel/side.js';
import type { Scenario } from '#domain/exercise/scenario.js';
import type { Action, Behaviour, Distribution, Link, UnitDefinition } from '#domain/unit/unit.js';
import type { Case, Deed } from './deed.js';
import { waitingFor } from './generate-condition.js';
import { withLabels, withTearLines } from './generate-labels.js';
import { withReleases } from './generate-releases.js';
import { withMeetings } from './generate-carried.js';
import { withLabelChanges } from './generate-label-changes.js';
import { withLetters } from './generate-letters.js';
import { withHandovers, withSides } from './generate-sides.js';
import { message } from './message.js';
import { Random } from './random.js';

const SECOND = 1000;
const TICK = 30 * SECOND;
const SITES = ['plant', 'port'];
const CATEGORIES: readonly Category[] = ['Safety', 'Fire'];
const SEVERITIES: readonly Severity[] = ['Minor', 'Moderate', 'Severe', 'Extreme'];
const CHAINS = ['alpha', 'bravo', 'charlie'];
/** `hasty`: to resolve it without giving a reason. */
// oxfmt-ignore
const MANAGING = [
  'resolve', 'resolve', 'resolve', 'resolve', 'close', 'close', 'cancel', 'withdraw', 'withdraw', 'hasty', 'restart', 'restart', 'restart',
] as const;

export function generate(seed: number): Case {
  const random = new Random(seed);
  const permitted = random.chance(0.2);
  const owner = random.chance(0.8) ? 'JOINT' : random.pick<ReleaseClass>(['PAK', 'CHN']);
  const units = [
    ...times(random.int(1, 3), (n) => pakUnit(random, `p${n + 1}`)),
    ...times(random.int(1, 2), (n) => chnUnit(random, `c${n + 1}`, permitted)),
  ];
  const chains = CHAINS.slice(0, random.pick([1, 2, 2, 2, 3]));
  const scenario = branded<Scenario>({
    id: 'generated',
    title: { en: 'Generated' },
    seed: 'seed',
    durationMs: 40 * TICK,
    rules: { foreignResponders: permitted ? 'permitted' : 'prohibited' },
    sites: SITES.map((id) => ({
      id,
      name: { en: id },
      kind: 'port',
      province: 'Sindh',
      position: { lat: 25, lon: 68 },
      nationals: { PAK: 400, CHN: 60 },
    })),
    units,
    links: random.chance(0.1) ? { [random.pick(['PAK', 'CHN'] as const)]: link(random) } : undefined,
    policy: {
      id: 'generated',
      version: 1,
      correlationWindowMs: random.pick([0, 2, 4, 40]) * TICK,
      jointDecision: random.chance(0.5) ? { deadlockAfterMs: random.pick([1, 3]) * TICK } : undefined,
      closeAfterMs: random.chance(0.3) ? random.pick([2, 4]) * TICK : undefined,
      route: routes(random, chains),
      chains: Object.fromEntries(chains.map((name) => [name, chain(random, units, permitted)])),
      groups: { all: units.map(({ id }) => id) },
    },
    injects: injects(random, units, owner),
  });
  const noted = withNotes(new Random(-seed), deeds(random, units, owner));
  const sided = withSides(new Random(-seed - 2), { scenario, deeds: noted });
  const made = withLetters(new Random(-seed - 4), withHandovers(new Random(-seed - 3), sided));
  const relabel = (one: Case) => withLabelChanges(new Random(-seed - 7), one, owner);
  if (owner === 'JOINT') return relabel(made);
  const labelled = withTearLines(new Random(-seed - 5), withLabels(new Random(-seed - 1), made));
  const released = withReleases(new Random(-seed - 6), labelled, owner);
  return relabel(withMeetings(new Random(-seed - 8), released, owner));
}

function times<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

const ticks = (random: Random, choices: readonly number[]): number => random.pick(choices) * TICK;

function behaviour(random: Random): Behaviour {
  const isErratic = random.chance(0.15);
  const time = (choices: readonly number[]) => duration(random, ticks(random, choices), isErratic);
  const temper = random.pick(['willing', 'willing', 'willing', 'willing', 'declines', 'silent', 'moody']);
  return {
    acknowledge: time([0, 1, 1, 2, 4]),
    declineChance: { willing: 0, declines: 1, silent: 0, moody: 0.3 }[temper] ?? 0,
    silentChance: { willing: 0, declines: 0, silent: 1, moody: 0.3 }[temper] ?? 0,
    enRoute: time([0, 1, 2, 4, 4, 30]),
    onScene: time([1, 2]),
    clear: time([1, 2, 6]),
  };
}

function duration(random: Random, ms: number, isErratic: boolean): Distribution {
  if (!isErratic) return { kind: 'fixed', ms };
  if (random.chance(0.5) || ms === 0) return { kind: 'uniform', minMs: ms, maxMs: ms + TICK };
  return { kind: 'lognormal', medianMs: ms, p95Ms: 2 * ms };
}

function unitParts(random: Random, id: string) {
  return {
    id: unitId(id),
    name: { en: id },
    jurisdiction: { sites: random.pick([['plant'], ['plant', 'port'], ['plant', 'port']]) },
    capacity: random.pick([1, 1, 2]),
    duty: random.chance(0.1) ? ('off' as const) : ('on' as const),
    mode: random.chance(0.35) ? ('played' as const) : ('simulated' as const),
    behaviour: behaviour(random),
    link: random.chance(0.15) ? link(random) : undefined,
  };
}

function pakUnit(random: Random, id: string): UnitDefinition {
  return {
    ...unitParts(random, id),
    side: 'PAK',
    kind: random.pick(['provincial-police', 'rescue-service'] as const),
    authority: random.pick<Action[]>([
      ['respond', 'secure', 'advise', 'inform'],
      ['respond', 'secure', 'advise', 'inform'],
      ['respond', 'inform'],
      ['advise', 'inform'],
    ]),
  };
}

function chnUnit(random: Random, id: string, permitted: boolean): UnitDefinition {
  return {
    ...unitParts(random, id),
    side: 'CHN',
    kind: random.pick(['consulate', 'embassy'] as const),
    authority: [...(permitted ? (['respond'] as const) : []), 'advise', 'inform', 'consular'],
  };
}

function link(random: Random): Link {
  return random.pick<Link>([
    { status: 'up' },
    { status: 'down' },
    { status: 'down' },
    { status: 'degraded', latencyMs: ticks(random, [1, 2]), loss: 0 },
    { status: 'degraded', latencyMs: ticks(random, [1, 2]), loss: 0 },
    { status: 'degraded', latencyMs: TICK, loss: 1 },
    { status: 'degraded', latencyMs: ticks(random, [1, 2]), loss: 0.4 },
  ]);
}

function chain(random: Random, units: readonly UnitDefinition[], permitted: boolean): Chain {
  const optional = (chance: number, choices: readonly number[]) =>
    random.chance(chance) ? ticks(random, choices) : undefined;
  return {
    steps: times(random.int(1, 3), (n) => step(random, `s${n}`, units, permitted)),
    repeat: random.pick([0, 0, 1, 2]),
    remindEveryMs: optional(0.5, [1, 2, 3]),
    ackExpiresMs: optional(0.5, [1, 2, 4]),
    expireAfterMs: ticks(random, [2, 3, 6, 60]),
    onRaise: random.chance(0.5) ? 'reacknowledge' : undefined,
  };
}

function step(random: Random, id: string, units: readonly UnitDefinition[], permitted: boolean): Step {
  return {
    id,
    delayMs: random.chance(0.25) ? ticks(random, [1, 2]) : undefined,
    targets: times(random.int(1, 3), () => target(random, units, permitted)),
    requirement: random.pick<Requirement>([
      'any',
      'any',
      'all',
      'all',
      'each-side',
      'each-side',
      { count: 1 },
      { count: 2 },
    ]),
    ackWithinMs: ticks(random, [1, 2, 4, 6]),
  };
}

function target(random: Random, units: readonly UnitDefinition[], permitted: boolean): Target {
  const unit = random.pick(units);
  const pakActions = ['respond', 'respond', 'secure', 'advise', 'inform'] as const;
  const chnActions = [...(permitted ? (['respond'] as const) : []), 'advise', 'inform', 'consular'] as const;
  const actions = (side: Side) => random.pick<Action>(side === 'PAK' ? pakActions : chnActions);
  switch (random.pick(['unit', 'unit', 'unit', 'kind', 'side', 'group'])) {
    case 'kind':
      return { kind: unit.kind, action: actions(unit.side) };
    case 'side':
      return { side: unit.side, action: actions(unit.side) };
    case 'group':
      return { group: 'all', action: random.pick(['advise', 'inform'] as const) };
    default:
      return { unit: unit.id, action: actions(unit.side) };
  }
}

/** A default, and up to two children; with `continue`, two chains meet at the same units. */
function routes(random: Random, chains: readonly string[]): Plain<Route> {
  const children = chains.slice(1).map((name, index) => ({
    id: `r${index}`,
    match: condition(random),
    chain: name,
    continue: random.chance(0.5),
  }));
  if (random.chance(0.4)) children.push({ id: 'rest', match: condition(random), chain: 'alpha', continue: false });
  return { id: 'default', chain: 'alpha', routes: children.length > 0 ? children : undefined };
}

function condition(random: Random): Condition {
  const one = random.pick<Condition>([
    { field: 'alert.severity', atLeast: random.pick(SEVERITIES) },
    { field: 'alert.severity', atLeast: random.pick(SEVERITIES) },
    { field: 'site.id', equals: random.pick(SITES) },
    { field: 'alert.category', equals: random.pick(CATEGORIES) },
    { field: 'alert.casualties.killed', atLeast: 1 },
    { field: 'alert.nationals.CHN', exists: true },
  ]);
  return random.chance(0.15) ? { not: one } : one;
}

function injects(random: Random, units: readonly UnitDefinition[], owner: ReleaseClass): Plain<Inject>[] {
  const count = random.pick([1, 2, 2, 3, 3, 4, 5]);
  const alerts = times(count, (n) => alertInject(random, n, count, owner));
  const others = times(random.pick([0, 0, 1, 2, 3]), (n): Plain<Inject> => ({
    id: `x${n}`,
    ...timing(random, units, count),
    ...content(random, units),
  }));
  return random.shuffle([...alerts, ...others]);
}

type Timing =
  | Pick<Plain<Inject> & { at: number }, 'at' | 'repeat'>
  | { when: Plain<InjectCondition>; delayMs?: number; latestMs?: number };

/** Mostly a time; else a condition, which may already hold when the exercise begins to run. */
function timing(random: Random, units: readonly UnitDefinition[], alerts: number): Timing {
  if (random.chance(0.6)) {
    const repeat = random.chance(0.1) ? { times: 2, everyMs: ticks(random, [1, 2]) } : undefined;
    return { at: ticks(random, [0, 1, 2, 3, 4, 6, 8, 10]), repeat };
  }
  const latestMs = random.chance(0.2) ? ticks(random, [2, 4, 6, 10]) : undefined;
  const delayMs = random.chance(0.5) ? ticks(random, [1, 2]) : undefined;
  return { when: waitingFor(random, units, alerts), delayMs, latestMs };
}

function content(random: Random, units: readonly UnitDefinition[]): InjectContent {
  const unit = random.pick(units).id;
  if (random.chance(0.2)) return { kind: 'note', text: { en: 'note' } };
  if (random.chance(0.3)) return { kind: 'duty', unit, duty: random.pick(['on', 'off'] as const) };
  if (random.chance(0.3)) return { kind: 'link', side: random.pick(['PAK', 'CHN'] as const), link: link(random) };
  return { kind: 'link', unit, link: link(random) };
}

/** The first opens an incident; the others join it, open another, or take something back. */
function alertInject(random: Random, index: number, count: number, owner: ReleaseClass): Plain<Inject> {
  const at = index === 0 ? ticks(random, [0, 0, 1]) : ticks(random, [0, 1, 2, 3, 4, 6, 8, 12]);
  return { id: `a${index}`, at, kind: 'alert', messages: [anyMessage(random, index, count, owner)] };
}

/** References are to messages that have come, that will come, or that never come. */
function anyMessage(random: Random, index: number, count: number, owner: ReleaseClass): InjectAlert {
  const isStranger = random.chance(0.05);
  const msgType =
    index === 0 || isStranger ? 'Alert' : random.pick<MsgType>(['Alert', 'Update', 'Update', 'Update', 'Cancel']);
  const known = times(count + 1, (n) => `A${n}`).filter((id) => id !== `A${index}`);
  const chosen = random.chance(0.5) ? ['A0'] : random.shuffle(known).slice(0, random.pick([1, 1, 1, 2]));
  const isAlone = isStranger || (msgType === 'Alert' && !random.chance(0.2));
  return message({
    id: `A${index}`,
    msgType,
    references: isAlone ? [] : chosen.filter((id) => known.includes(id)),
    class: isStranger ? 'JOINT' : owner,
    site: random.chance(0.15) ? undefined : random.pick(['plant', 'plant', 'plant', 'port']),
    category: random.pick(['Safety', 'Safety', 'Safety', 'Fire'] as const),
    severity: random.pick(index === 0 ? SEVERITIES.slice(0, 3) : SEVERITIES),
    nationals: random.chance(0.2) ? { CHN: random.int(0, 2) } : undefined,
    casualties: random.chance(0.2) ? { killed: random.int(0, 2) } : undefined,
    incidents: random.chance(0.05) ? ['INC-0001'] : undefined,
  });
}

function deeds(random: Random, units: readonly UnitDefinition[], owner: ReleaseClass): Deed[] {
  const early = times(random.chance(0.15) ? 1 : 0, () => ({ ...setting(random, units), at: 0 }));
  const others = times(random.pick([0, 2, 4, 6, 8, 12]), () => deed(random, units));
  const alerts = random.chance(0.25)
    ? [{ at: random.int(1, 16) * TICK, do: 'alert' as const, message: anyMessage(random, 7, 2, owner) }]
    : [];
  const last = random.chance(0.03) ? [{ at: random.int(1, 20) * TICK, do: 'end' as const }] : [];
  const done = [...others, ...alerts, ...last].sort((a, b) => a.at - b.at);
  const all: Deed[] = [...early, { at: 0, do: 'start' }, ...done];
  if (done.length === 0 || !random.chance(0.15)) return all;
  const { at } = random.pick(done);
  const before = all.findIndex((one) => one.at === at && all.indexOf(one) > early.length);
  const after = all.findLastIndex((one) => one.at === at);
  return [
    ...all.slice(0, before),
    { at, do: 'pause' },
    ...all.slice(before, after + 1),
    { at, do: 'resume' },
    ...all.slice(after + 1),
  ];
}

/** Drawn apart, as notes lead to nothing: the exercise is the one that it is without them. */
function withNotes(random: Random, others: readonly Deed[]): Deed[] {
  const notes = times(random.pick([0, 1, 2, 4]), (): Deed => ({
    at: random.int(0, 20) * TICK,
    by: random.pick(['PAK', 'CHN', undefined] as const),
    do: 'note',
    incident: random.pick([0, 0, 1]),
    shared: random.pick([true, false, undefined]),
  }));
  return [...others, ...notes].sort((a, b) => a.at - b.at);
}

function deed(random: Random, units: readonly UnitDefinition[]): Deed {
  const at = random.int(0, 20) * TICK;
  const by = random.chance(0.15) ? random.pick(['PAK', 'CHN'] as const) : undefined;
  const unit = random.pick(units);
  const incident = random.pick([0, 0, 0, 1]);
  switch (random.pick(KINDS)) {
    case 'acknowledge':
      return { at, by, do: 'acknowledge', unit: unit.id };
    case 'decline':
      return { at, by, do: 'decline', unit: unit.id };
    case 'report':
      return {
        at,
        by,
        do: 'report',
        unit: unit.id,
        progress: random.pick(['enRoute', 'enRoute', 'onScene', 'clear'] as const),
      };
    case 'manage':
      return { at, by: random.pick(['PAK', 'CHN', by] as const), do: random.pick(MANAGING), incident };
    case 'escalate':
      return { at, by, do: 'escalate', incident };
    case 'override':
      return {
        at,
        by: by && random.chance(0.5) ? by : undefined,
        do: 'override',
        incident,
        side: random.pick(['PAK', 'CHN'] as const),
      };
    case 'inject': {
      const inject = random.pick(['a0', 'a1', 'x0', 'x0', 'x1']);
      if (random.chance(0.4)) return { at, do: 'delay', inject, byMs: random.pick([-2, 1, 2, 6]) * TICK };
      return { at, do: random.pick(['fire', 'skip'] as const), inject };
    }
    case 'ask':
      return { at, by, do: 'ask', incident, unit: unit.id, action: random.pick(unit.authority) };
    default:
      return { ...setting(random, units), at };
  }
}

const KINDS = [
  ...times(8, () => 'acknowledge' as const),
  ...(['decline', 'report', 'report', 'manage', 'manage', 'manage', 'escalate', 'override', 'ask', 'ask'] as const),
  ...times(3, () => 'set' as const),
  'inject' as const,
];

function setting(random: Random, units: readonly UnitDefinition[]): Deed {
  const unit = random.pick(units).id;
  const at = 0;
  switch (random.pick(['duty', 'mode', 'link', 'link'])) {
    case 'duty':
      return { at, do: 'duty', unit, duty: random.pick(['on', 'off'] as const) };
    case 'mode':
      return { at, do: 'mode', unit, mode: random.pick(['simulated', 'played'] as const) };
    default:
      if (random.chance(0.3)) return { at, do: 'link', side: random.pick(['PAK', 'CHN'] as const), link: link(random) };
      return { at, do: 'link', unit, link: link(random) };
  }
}
