/** The escalation rules at work: when a chain starts a step, moves on, halts or is exhausted. */
import { idsIn, type IncidentId, type UnitId } from '../kernel/ids.js';
import { after } from '../kernel/exercise-time.js';
import { draft, type DomainEvent, type Draft } from '../kernel/event.js';
import { type Addressee } from '../notification/notification.js';
import type { StepReason } from './chain-run.js';
import { type Unreached } from '../policy/resolve-targets.js';
import { chainOf } from './escalation-state.js';
import { expiryOf } from './expiry.js';
import { policyOf } from '../incident/incident-state.js';
import type { ChainSlice, EscalationWorld } from './escalation-state.js';
import type { Incident } from '../incident/incident.js';
import { findAsked, openQuestion } from '../notification/asked.js';
import { notificationId, type Notification } from '../notification/notification.js';
import { type Action, type Question } from '../unit/unit.js';
import { isAtWork, mergeQuestions, type ChainRun } from './chain-run.js';
import { runsOf } from './escalation-state.js';
import type { Step } from '../policy/policy.js';
import {
  isAnswered,
  missingSides,
  requiredSides,
  requirementImpossible,
  requirementMet,
  type Standing,
} from './requirement.js';
import { resolveTargets } from '../policy/resolve-targets.js';

interface Place {
  readonly step: number;
  readonly round: number;
  readonly reason: StepReason;
}

/**
 * What the next step of several chains of one incident leads to. They are decided together, so what one of them asks
 * for counts for the others: each notification has its own number, and a unit asked twice for the same gets one.
 */
export function moveOn(
  state: EscalationWorld,
  incident: Incident,
  runs: readonly ChainRun[],
  reason: StepReason,
): Draft[] {
  if (runs.length === 0) return [];
  const planned: Addressee[] = [];
  return runs.flatMap((run) => nextStep(state, incident, run, reason, planned));
}

/**
 * The step after the current one, or the first again while the chain repeats, or the end. A step that was reached and has
 * asked nobody comes next.
 */
export function nextStep(
  state: EscalationWorld,
  incident: Incident,
  run: ChainRun,
  reason: StepReason,
  planned: Addressee[] = [],
): Draft[] {
  const chain = chainOf(state, incident, run);
  const { step, round } = run;
  if (step >= 0 && (run.entered === 'reached' || (run.entered === 'skipped' && reason === 'lapsed'))) {
    return reachStep(state, incident, run, { step, round, reason }, planned);
  }
  if (step + 1 < chain.steps.length) {
    return reachStep(state, incident, run, { step: step + 1, round, reason }, planned);
  }
  if (round < chain.repeat) {
    const repeated = reason === 'manual' ? reason : 'repeat';
    return reachStep(state, incident, run, { step: 0, round: round + 1, reason: repeated }, planned);
  }
  return [draft('EscalationExhausted', incident.class, { incident: incident.id, chain: run.chain, rounds: round + 1 })];
}

/** A chain that has what the step requires halts without the step's delay. Who escalates by hand does not wait for it. */
function reachStep(
  state: EscalationWorld,
  incident: Incident,
  run: ChainRun,
  place: Place,
  planned: Addressee[],
): Draft[] {
  const definition = stepAt(state, incident, run, place.step);
  const { delayMs = 0 } = definition;
  if (delayMs === 0 || place.reason === 'manual') return beginStep(state, incident, run, place, planned);
  const entering = enter(state, incident, run, place.step);
  if (requirementMet(state, incident, definition.requirement, entering.standing)) {
    return [halt(incident, run, place, entering.covered)];
  }
  const until = after(state.time, delayMs);
  return [draft('StepDelayed', incident.class, { incident: incident.id, chain: run.chain, ...place, until })];
}

/**
 * Resolves the targets now and asks them. A step whose requirement is met already halts the chain; one that can ask
 * nobody is skipped.
 */
export function beginStep(
  state: EscalationWorld,
  incident: Incident,
  run: ChainRun,
  place: Place,
  planned: Addressee[] = [],
): Draft[] {
  const definition = stepAt(state, incident, run, place.step);
  const { addressees, covered, unreached, standing } = enter(state, incident, run, place.step);
  if (requirementMet(state, incident, definition.requirement, standing)) return [halt(incident, run, place, covered)];
  const { id: incidentId, class: audience } = incident;
  const { chain } = run;
  const { step, round, reason } = place;
  const stepId = definition.id;
  if (addressees.length === 0) {
    return [draft('StepSkipped', audience, { incident: incidentId, chain, step, stepId, round, covered, unreached })];
  }
  return [
    draft('StepStarted', audience, {
      incident: incidentId,
      chain,
      step,
      stepId,
      round,
      reason,
      deadline: after(state.time, definition.ackWithinMs),
      expiresAt: expiryOf(state, incident, { by: run, at: state.time }),
      addressees: number(state, incident, addressees, planned),
      covered,
      unreached,
    }),
  ];
}

interface Entering {
  readonly addressees: readonly Question[];
  readonly covered: Question[];
  readonly unreached: Unreached[];
  /** As it would be if the step started now. */
  readonly standing: Standing;
}

/** The step as it would be if it started now. */
export function enter(state: EscalationWorld, incident: Incident, run: ChainRun, step: number): Entering {
  const definition = stepAt(state, incident, run, step);
  const waiting = run.entered === 'reached' && run.step === step;
  const { answersBefore, underWay, allQuestions } = run;
  const answersBeforeStep = waiting ? run.answersBeforeStep : incident.answers;
  // Once one side has acknowledged, only the other is asked.
  const missing = definition.requirement === 'each-side' ? missingSides(state, incident, run) : [];
  const isHalfway = missing.length > 0 && missing.length < requiredSides(incident.class).length;
  const { addressees, covered, unreached } = resolveTargets(
    { scenario: state.scenario, policy: policyOf(state, incident), units: state.units },
    {
      step: definition,
      class: incident.class,
      marking: incident.marking,
      site: incident.site,
      onlySides: isHalfway ? missing : undefined,
      // Nobody has covered anything before the first answer.
      isCovered:
        incident.answers === 0 ? undefined : (unit, action) => isAnswered(state, incident, run, { unit, action }),
    },
  );
  const questions = covered.length === 0 ? addressees : [...covered, ...addressees];
  return {
    addressees,
    covered,
    unreached,
    standing: {
      questions,
      allQuestions: mergeQuestions(allQuestions, questions),
      answersBefore,
      answersBeforeStep,
      underWay,
    },
  };
}

/**
 * A unit that was asked for the same action and has not answered keeps its notification; so does one to which it was undeliverable
 * at this moment. What gets a new number is added to `planned`.
 */
export function number(
  state: EscalationWorld,
  incident: Incident,
  questions: readonly Question[],
  planned: Addressee[],
): Addressee[] {
  return questions.map(({ unit, side, action }) => {
    const same = planned.find((other) => other.unit === unit && other.action === action);
    if (same) return same;
    const shared = openQuestion(state, unit, incident.id, action) ?? undeliverableNow(state, unit, incident, action);
    if (shared) return { notification: shared.id, unit, side, action };
    const notification = notificationId(incident, incident.notificationCount + planned.length + 1);
    const numbered = { notification, unit, side, action };
    planned.push(numbered);
    return numbered;
  });
}

/** A question that another chain has just asked in vain. */
function undeliverableNow(
  state: EscalationWorld,
  unit: UnitId,
  { id }: Incident,
  action: Action,
): Notification | undefined {
  return findAsked(
    state,
    unit,
    id,
    (one) => one.action === action && one.status === 'undeliverable' && one.endedAt === state.time,
  );
}

/**
 * What a chain does, once all that follows from a happening has happened. It halts when its requirement is met, also when it is
 * exhausted, and goes on when it can no longer be met.
 * @param hasLapsed an acknowledgement of the incident has lapsed: a chain that had halted goes on if its requirement no longer holds
 */
export function review(state: EscalationWorld, incident: Incident, run: ChainRun, hasLapsed: boolean): Draft[] {
  if (!isWaiting(run) && !(hasLapsed && run.status === 'halted')) return [];
  const { requirement } = stepAt(state, incident, run, run.step);
  // A step that waits for its delay has the questions that it would ask now.
  const entering = run.status === 'delayed' ? enter(state, incident, run, run.step) : undefined;
  const standing = entering?.standing ?? run;
  const isMet = requirementMet(state, incident, requirement, standing);
  if (run.status === 'halted') {
    return isMet ? [] : [draft('ChainResumed', incident.class, { incident: incident.id, chain: run.chain })];
  }
  if (isMet) return [halt(incident, run, run, entering?.covered)];
  const goesOn = run.status === 'active' && requirementImpossible(state, incident, requirement, standing);
  return goesOn ? nextStep(state, incident, run, 'impossible') : [];
}

/** Whether an answer can make the chain halt; one that is just about to reach its next step is looked at there. */
function isWaiting({ status, entered }: ChainRun): boolean {
  return status === 'delayed' || status === 'exhausted' || (status === 'active' && entered === 'started');
}

/** The incidents whose chains may have something to do after an event. */
export function concernedIncidents({ chains }: ChainSlice, event: DomainEvent): readonly IncidentId[] {
  switch (event.type) {
    case 'StepStarted':
    case 'NotificationAcknowledged':
    case 'LateAcknowledgement':
    case 'NotificationDeclined':
    case 'NotificationExpired':
    case 'NotificationUndeliverable':
    case 'AcknowledgementOverridden':
    case 'AcknowledgementLapsed':
    // Whom its steps may ask is another question under another label.
    case 'IncidentLabelChanged':
    case 'NotificationCarried':
      return [event.data.incident];
    case 'NotificationWithdrawn':
      return event.data.reason === 'label' ? [event.data.incident] : NONE;
    // Whom a step means that waits for its delay.
    case 'UnitDutyChanged':
      return idsIn(chains).filter((incident) =>
        Object.values(chains[incident] ?? {}).some(({ status }) => status === 'delayed'),
      );
    default:
      return NONE;
  }
}

const NONE: readonly IncidentId[] = [];

/** The sides that a chain at work still waits for. */
export function awaitedSides(state: EscalationWorld, incident: Incident): ReadonlySet<string> {
  const waiting = runsOf(state, incident.id).filter(
    (run) => isAtWork(run) && run.step >= 0 && stepAt(state, incident, run, run.step).requirement === 'each-side',
  );
  return new Set(waiting.flatMap((run) => missingSides(state, incident, run)));
}

/** @param covered of a step that has asked nobody */
function halt(
  incident: Incident,
  { chain }: ChainRun,
  { step, round }: { step: number; round: number },
  covered?: Question[],
): Draft {
  return draft('ChainHalted', incident.class, {
    incident: incident.id,
    chain,
    step,
    round,
    ...(covered && { covered }),
  });
}

export function stepAt(state: EscalationWorld, incident: Incident, run: ChainRun, step: number): Step {
  const found = chainOf(state, incident, run).steps[step];
  if (!found) throw new Error(`chain ${run.chain} has no step ${step}`);
  return found;
}
