/** Whether a step has what it requires, and whether it still can: computed from the standing answers, and from nothing else. */
import type { UnitId } from '../kernel/ids.js';
import { notificationOf } from '../notification/notification-state.js';
import type { EscalationWorld } from './escalation-state.js';
import type { Incident } from '../incident/incident.js';
import { findAsked } from '../notification/asked.js';
import { covers, isByHand, isOpen, stands, type Notification } from '../notification/notification.js';
import { type Question } from '../unit/unit.js';
import type { ReleaseClass, Side } from '../kernel/side.js';
import { SIDES } from '../kernel/side.js';
import type { ChainRun } from './chain-run.js';
import type { Requirement } from '../policy/policy.js';

/** The sides that `each-side` asks for: both, or the one that alone may know of the incident. */
export function requiredSides(releaseClass: ReleaseClass): readonly Side[] {
  return releaseClass === 'JOINT' ? SIDES : ONE_SIDE[releaseClass];
}

const ONE_SIDE: Readonly<Record<Side, readonly Side[]>> = { PAK: ['PAK'], CHN: ['CHN'] };

/** Where a chain's step stands among the incident's answers. */
export type Standing = Pick<
  ChainRun,
  'questions' | 'allQuestions' | 'answersBefore' | 'answersBeforeStep' | 'underWay'
>;

export function requirementMet(
  state: EscalationWorld,
  incident: Incident,
  requirement: Requirement,
  standing: Standing,
): boolean {
  return holds(state, incident, requirement, standing, supposeNothing);
}

/**
 * Whether the requirement would stay unmet even if every open question about the incident that bears on it were
 * acknowledged. The next step then starts at once.
 */
export function requirementImpossible(
  state: EscalationWorld,
  incident: Incident,
  requirement: Requirement,
  standing: Standing,
): boolean {
  return !holds(state, incident, requirement, standing, isOpen);
}

/** Whether an acknowledgement counts for a chain that may have started anew. */
function countsFor(
  { answersBefore, underWay }: Pick<Standing, 'answersBefore' | 'underWay'>,
  notification: Notification,
): boolean {
  if (!stands(notification)) return false;
  return (notification.answerNumber ?? 0) > answersBefore || underWay.includes(notification.unit);
}

/** Whether the chain has an answer to the question: one that answers or covers it, and counts. */
export function isAnswered(
  state: EscalationWorld,
  { id }: Incident,
  standing: Pick<Standing, 'answersBefore' | 'underWay'>,
  { unit, action }: Pick<Question, 'unit' | 'action'>,
): boolean {
  return findAsked(state, unit, id, (one) => covers(one.action, action) && countsFor(standing, one)) !== undefined;
}

/** The sides that have yet to acknowledge, as the chain counts. */
export function missingSides(
  state: EscalationWorld,
  incident: Incident,
  standing: Pick<Standing, 'answersBefore' | 'underWay'>,
): readonly Side[] {
  return missing(state, incident, standing, supposeNothing);
}

type Supposed = (notification: Notification) => boolean;

function supposeNothing(): boolean {
  return false;
}

function holds(
  state: EscalationWorld,
  incident: Incident,
  requirement: Requirement,
  standing: Standing,
  /** Notifications that are taken to be acknowledged. */
  supposed: Supposed,
): boolean {
  switch (requirement) {
    case 'any': {
      const byHand = askedByHand(state, incident);
      for (const id of incident.asked) {
        const one = notificationOf(state, id);
        const cameIn = stands(one) && (one.answerNumber ?? 0) > standing.answersBeforeStep;
        if ((cameIn || supposed(one)) && (bearsOn(one, standing.allQuestions) || bearsOn(one, byHand))) return true;
      }
      return false;
    }
    case 'all':
      return (
        standing.questions.length > 0 &&
        standing.questions.every((question) => hasAnswer(state, incident, standing, question, supposed))
      );
    case 'each-side':
      return missing(state, incident, standing, supposed).length === 0;
    default:
      return hasCount(state, incident, requirement.count, standing, supposed);
  }
}

function bearsOn({ unit, action }: Notification, questions: readonly Question[]): boolean {
  return questions.some((question) => question.unit === unit && covers(action, question.action));
}

function hasAnswer(
  state: EscalationWorld,
  { id }: Incident,
  standing: Standing,
  { unit, action }: Question,
  supposed: Supposed,
): boolean {
  const found = findAsked(
    state,
    unit,
    id,
    (one) => covers(one.action, action) && (countsFor(standing, one) || supposed(one)),
  );
  return found !== undefined;
}

function missing(
  state: EscalationWorld,
  incident: Incident,
  standing: Pick<Standing, 'answersBefore' | 'underWay'>,
  supposed: Supposed,
): readonly Side[] {
  return requiredSides(incident.class).filter((side) => {
    const override = incident.overrides[side];
    if (override && override.answerNumber > standing.answersBefore) return false;
    for (const id of incident.asked) {
      const one = notificationOf(state, id);
      if (one.side === side && (countsFor(standing, one) || supposed(one))) return false;
    }
    return true;
  });
}

function hasCount(
  state: EscalationWorld,
  incident: Incident,
  count: number,
  standing: Standing,
  supposed: Supposed,
): boolean {
  const units: UnitId[] = [];
  const add = (question: Question): void => {
    if (units.includes(question.unit)) return;
    if (hasAnswer(state, incident, standing, question, supposed)) units.push(question.unit);
  };
  standing.questions.forEach(add);
  askedByHand(state, incident).forEach(add);
  return units.length >= count;
}

/** What people asked units about the incident. */
function askedByHand(state: EscalationWorld, incident: Incident): readonly Question[] {
  const byHand: Question[] = [];
  for (const id of incident.asked) {
    const one = notificationOf(state, id);
    if (isByHand(one)) byHand.push(one);
  }
  return byHand;
}
