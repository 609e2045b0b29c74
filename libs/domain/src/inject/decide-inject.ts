/** When an inject fires, and what it does then. Changes nothing. */
import { after } from '../kernel/exercise-time.js';
import type { IncidentId, InjectId } from '../kernel/ids.js';
import { DomainError } from '../kernel/domain-error.js';
import { draft, type Actor, type DomainEvent, type Draft } from '../kernel/event.js';
import type { ScriptWorld } from './script-state.js';
import { silentSince } from '../incident/answers.js';
import { isDueAt } from '../kernel/timers.js';
import type { Inject, InjectCondition } from './inject.js';
import { knows } from './known-things.js';
import { injectOf, injectStateOf, standingIn, timesDeclined } from './lookup-inject.js';
import type { FollowedIncident, InjectState, Script } from './script.js';
import { effectsOf } from './inject-specs.js';
import { leavesOf, scriptIndex, type ConditionalInject, type SingleCondition } from './script-index.js';

/** What a single condition asks about. */
export type Subject = SingleCondition['kind'];

const EVERYTHING: readonly Subject[] = ['fired', 'knows', 'escalated', 'resolved', 'declined', 'unacknowledged'];
const ALERT: readonly Subject[] = ['knows', 'escalated', 'resolved', 'declined', 'unacknowledged'];
const FIRING: readonly Subject[] = ['fired', 'knows', 'unacknowledged'];
const KNOWLEDGE: readonly Subject[] = ['knows', 'unacknowledged'];
const ESCALATION: readonly Subject[] = ['escalated', 'unacknowledged'];
const DECLINE: readonly Subject[] = ['declined', 'unacknowledged'];
const RESOLUTION: readonly Subject[] = ['resolved', 'unacknowledged'];
const SILENCE: readonly Subject[] = ['unacknowledged'];
const NOTHING: readonly Subject[] = [];

/**
 * What an event may have changed of all that conditions ask about. Silence is among it after each of the events that conditions
 * ask about, since its time may have come.
 */
export function subjectsOf({ scenario }: ScriptWorld, event: DomainEvent): readonly Subject[] {
  switch (event.type) {
    case 'ExerciseStarted':
      return EVERYTHING;
    case 'InjectFired':
      return scriptIndex(scenario).firingsAsked.has(event.data.inject) ? FIRING : KNOWLEDGE;
    case 'ReleaseDecided':
      return KNOWLEDGE;
    case 'AlertAccepted':
      return ALERT;
    case 'StepStarted':
      return ESCALATION;
    case 'NotificationDeclined':
      return DECLINE;
    case 'IncidentResolved':
      return RESOLUTION;
    case 'JointAcknowledgementChanged':
    case 'AcknowledgementOverdue':
    case 'IncidentReopened':
    case 'IncidentClosed':
    case 'IncidentCancelled':
      return SILENCE;
    default:
      return NOTHING;
  }
}

/** The injects whose condition has come to hold. Decided once all that follows from an event has happened. */
export function scheduleInjects(state: ScriptWorld, changed: readonly Subject[]): Draft[] {
  if (state.status !== 'running' && state.status !== 'paused') return [];
  // Nothing is known yet of a state that was made or read back.
  const subjects = conditionals.has(state.script) ? changed : EVERYTHING;
  const asking = conditionalsOf(state);
  const found: Conditional[] = [];
  for (const subject of subjects) {
    let haveLeft = false;
    for (const one of asking[subject]) {
      if (one.standing.status !== 'waiting') haveLeft = true;
      else if (one.holds(state) && !found.includes(one)) found.push(one);
    }
    if (haveLeft) asking[subject] = asking[subject].filter(isWaiting);
  }
  return found.sort((a, b) => a.place - b.place).map(({ inject }) => scheduled(state, inject));
}

function scheduled({ time }: ScriptWorld, { id, delayMs = 0, latestMs }: ConditionalInject): Draft {
  const due = after(time, delayMs);
  if (latestMs !== undefined && due > latestMs) return tooLate(id);
  return draft('InjectScheduled', 'CONTROL', { inject: id, due });
}

interface Conditional {
  readonly inject: ConditionalInject;
  /** In the script's order. */
  readonly place: number;
  readonly standing: InjectState;
  readonly holds: Test;
}

/** Whether a condition holds in this state. */
type Test = (state: ScriptWorld) => boolean;

/**
 * Derived from the script, which is asked after most events, and kept aside. Measured: without it, a full day takes 1.7
 * times as long.
 */
const conditionals = new WeakMap<Script, Record<Subject, readonly Conditional[]>>();

/**
 * By what they ask about, the injects that wait for their condition. One that no longer waits never does again, and may be
 * left out.
 */
function conditionalsOf({ scenario, script }: ScriptWorld): Record<Subject, readonly Conditional[]> {
  let known = conditionals.get(script);
  if (!known) {
    const asking: Record<Subject, Conditional[]> = {
      fired: [],
      knows: [],
      escalated: [],
      resolved: [],
      declined: [],
      unacknowledged: [],
    };
    for (const [place, inject] of scriptIndex(scenario).conditional.entries()) {
      const standing = standingIn(script, inject.id);
      const conditional = { inject, place, standing, holds: testOf(script, inject.when) };
      for (const kind of new Set(leavesOf(inject.when).map((leaf) => leaf.kind))) asking[kind].push(conditional);
    }
    conditionals.set(script, (known = asking));
  }
  return known;
}

function isWaiting({ standing }: Conditional): boolean {
  return standing.status === 'waiting';
}

/** Whether a condition, or a part of one, holds now. */
export function conditionHolds(state: ScriptWorld, condition: InjectCondition): boolean {
  return testOf(state.script, condition)(state);
}

/** Finds the injects that the condition names once, since it is tested far more often than it comes to hold. */
function testOf(script: Script, condition: InjectCondition): Test {
  switch (condition.kind) {
    case 'all': {
      const tests = condition.of.map((part) => testOf(script, part));
      return (state) => tests.every((holds) => holds(state));
    }
    case 'any': {
      const tests = condition.of.map((part) => testOf(script, part));
      return (state) => tests.some((holds) => holds(state));
    }
    case 'not': {
      const holds = testOf(script, condition.of);
      return (state) => !holds(state);
    }
    case 'fired': {
      const named = standingIn(script, condition.inject);
      return () => named.fired > 0;
    }
    case 'knows':
      return (state) => knows(state, condition.side, condition);
    case 'declined':
      return declinedTest(script, condition);
    case 'escalated':
    case 'resolved':
    case 'unacknowledged':
      return testOfIncident(script, condition);
    default:
      return condition satisfies never;
  }
}

function declinedTest(script: Script, { unit, incident }: Extract<InjectCondition, { kind: 'declined' }>): Test {
  if (incident === undefined) return () => (script.declined[unit] ?? []).length > 0;
  const named = standingIn(script, incident);
  return () => {
    if (named.incident === undefined) return false;
    return timesDeclined(script, unit, named.incident) > (named.before?.declined[unit] ?? 0);
  };
}

function testOfIncident(
  script: Script,
  condition: Extract<InjectCondition, { kind: 'escalated' | 'resolved' | 'unacknowledged' }>,
): Test {
  const named = standingIn(script, condition.incident);
  let followed: FollowedIncident | undefined;
  return (state) => {
    if (named.incident === undefined) return false;
    followed ??= script.incidents[named.incident];
    if (!followed) return false;
    if (condition.kind === 'escalated') {
      return followed.escalations - (named.before?.escalations ?? 0) >= condition.level;
    }
    if (condition.kind === 'resolved') return named.resolved === true;
    return isOverdue(state, named.incident, condition);
  };
}

/** At the very time it waits for all timers of that moment: what comes before them comes first, and no silence is seen before another. */
function isOverdue(
  state: ScriptWorld,
  id: IncidentId,
  { side, forMs }: Extract<InjectCondition, { kind: 'unacknowledged' }>,
): boolean {
  // A closed or cancelled incident has left the state.
  const incident = state.incidents[id];
  const since = incident && silentSince(state, incident, side);
  if (since === undefined || state.time - since < forMs) return false;
  return state.time - since > forMs || !isDueAt(state.timers, state.time, 'overdue');
}

/** The rules can say no to an alert, a Cancel of what has ended for instance: then it is skipped, and the log says why. */
export function fireInject(state: ScriptWorld, id: InjectId): Draft[] {
  try {
    return firing(state, injectOf(state, id), injectStateOf(state, id).fired + 1);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { code, message } = error;
    return [draft('InjectSkipped', 'CONTROL', { inject: id, reason: 'refused', code, message })];
  }
}

/** What the inject does, for the `time`th time. @throws DomainError what the rules say to its alert */
export function firing(state: ScriptWorld, inject: Inject, time: number, actor?: Actor): Draft[] {
  const { id, kind } = inject;
  return [draft('InjectFired', 'CONTROL', { inject: id, kind, time }, actor), ...effectsOf(state, inject, time)];
}

export function tooLate(inject: InjectId): Draft {
  return draft('InjectSkipped', 'CONTROL', { inject, reason: 'too-late' });
}
