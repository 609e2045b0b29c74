/**
 * Where an incident stands and what can be done now. Requirements come from `requirement.ts`, and each act is tried on the rules
 * themselves, so this cannot differ from what they do. Nothing is changed. The result is plain JSON.
 */
import type { ExerciseTime } from '../kernel/exercise-time.js';
import type { ChainId, IncidentId, NotificationId, UnitId } from '../kernel/ids.js';
import type { CommandData, CommandType, TimedCommand } from '../kernel/command.js';
import { refusalOf } from '../engine/engine.js';
import type { Actor } from '../kernel/event.js';
import type { Unreached } from '../policy/resolve-targets.js';
import { chainOf } from '../escalation/escalation-state.js';
import { definitionOf, siteOf } from '../unit/lookup-unit.js';
import { notificationOf } from '../notification/notification-state.js';
import type { State } from '../engine/state.js';
import { dueOf, timerKey } from '../kernel/timers.js';
import { knownIncident } from '../incident/known-incident.js';
import type { Incident, IncidentStatus, JointAcknowledgement } from '../incident/incident.js';
import { jointState } from '../incident/joint-acknowledgement.js';
import { acknowledgedSides, isResponding } from '../incident/answers.js';
import { askedOfUnit, findAsked, isEngaged } from '../notification/asked.js';
import { covers, isOpen, stands, type NotificationStatus } from '../notification/notification.js';
import { type Question } from '../unit/unit.js';
import { SIDES, type Side } from '../kernel/side.js';
import { registerIndex } from '../unit/register-index.js';
import { PROGRESS, UNIT_KINDS } from '../unit/unit.js';
import { isIncidentCommander } from '../incident/incident-command.js';
import { runsOf } from '../escalation/escalation-state.js';
import { type ChainRun, type ChainStatus } from '../escalation/chain-run.js';
import type { Requirement } from '../policy/policy.js';
import { isAnswered, missingSides, requirementImpossible, requirementMet } from '../escalation/requirement.js';
import { enter } from '../escalation/run-chain.js';

export interface IncidentExplanation {
  readonly incident: IncidentId;
  /** Exercise time at which it stands so, ms. */
  readonly at: ExerciseTime;
  readonly status: IncidentStatus;
  readonly joint: JointAcknowledgement;
  readonly acknowledged: readonly Side[];
  readonly chains: readonly ChainStanding[];
  /** What the actor could do now. */
  readonly possible: readonly PossibleAct[];
  /** Units and notifications beyond the bound, which were not tried. */
  readonly notTried: number;
}

/** A chain with its current step. Times are exercise time, ms. */
export interface ChainStanding {
  readonly chain: ChainId;
  readonly route: string;
  readonly status: ChainStatus;
  /** Index of the current step, and how many the chain has. */
  readonly step: number;
  readonly steps: number;
  readonly stepId: string;
  /** 0 for the first pass. */
  readonly round: number;
  readonly requirement: Requirement;
  readonly met: boolean;
  /** It would stay unmet if every open question were acknowledged. */
  readonly impossible: boolean;
  /** Under `each-side`: who has yet to acknowledge, as the chain counts. */
  readonly missingSides?: readonly Side[];
  readonly questions: readonly QuestionStanding[];
  /** Whom the step could not ask if it started now, and why. */
  readonly unreached: readonly Unreached[];
  readonly deadline?: ExerciseTime;
  /** When the next step starts if nobody acts; absent: none will. */
  readonly nextStepAt?: ExerciseTime;
}

/**
 * `answered`: an acknowledgement answers or covers it. `open`: it waits for an answer. `ended`: it was declined, expired, could not be
 * delivered, was withdrawn, or lapsed. `not-asked`: the step has not started.
 */
export interface QuestionStanding extends Question {
  readonly state: 'answered' | 'open' | 'ended' | 'not-asked';
  /** The one that answers it, or the latest that asks it. */
  readonly notification?: NotificationId;
  readonly status?: NotificationStatus | 'lapsed';
  /** Why it was declined, withdrawn or undeliverable. */
  readonly reason?: string;
}

/** A command with what is known of its data; `needs`: what the actor has to add. */
export interface PossibleAct {
  readonly command: CommandType;
  readonly chain?: ChainId;
  readonly side?: Side;
  readonly unit?: UnitId;
  readonly action?: string;
  readonly notification?: NotificationId;
  readonly progress?: string;
  readonly needs: readonly ('reason' | 'text')[];
}

/** Units, and notifications, that are tried at most. */
export const MOST_TRIED = 200;

/**
 * @param at exercise time now, ms
 * @throws DomainError UNKNOWN_INCIDENT, INCIDENT_CLOSED
 */
export function explainIncident(
  state: State,
  incidentId: IncidentId,
  actor: Actor,
  at: ExerciseTime = state.time,
): IncidentExplanation {
  const incident = knownIncident(state, incidentId, actor);
  const acknowledged = acknowledgedSides(state, incident);
  const tried = tryActs(state, incident, { actor, at });
  return {
    incident: incident.id,
    at,
    status: isResponding(state, incident) ? 'responding' : incident.status,
    joint: jointState(acknowledged),
    acknowledged,
    chains: runsOf(state, incident.id).flatMap((run) => (run.step < 0 ? [] : [chainStanding(state, incident, run)])),
    possible: tried.acts,
    notTried: tried.notTried,
  };
}

function chainStanding(state: State, incident: Incident, run: ChainRun): ChainStanding {
  const { chain, route, status, step, round } = run;
  const definition = chainOf(state, incident, run);
  const current = definition.steps[step];
  if (!current) throw new Error(`chain ${chain} has no step ${step}`);
  const { requirement } = current;
  const entering = enter(state, incident, run, step);
  const standing = run.status === 'delayed' ? entering.standing : run;
  const deadline = dueOf(state.timers, timerKey({ kind: 'deadline', incident: incident.id, chain }));
  const delayed = dueOf(state.timers, timerKey({ kind: 'delay', incident: incident.id, chain }));
  const isQuestion = ({ target }: Unreached) => standing.questions.some(({ unit }) => unit === target);
  return {
    chain,
    route,
    status,
    step,
    steps: definition.steps.length,
    stepId: current.id,
    round,
    requirement,
    met: requirementMet(state, incident, requirement, standing),
    impossible: requirementImpossible(state, incident, requirement, standing),
    ...(requirement === 'each-side' && { missingSides: missingSides(state, incident, run) }),
    questions: standing.questions.map((question) => questionStanding(state, incident, run, question)),
    unreached: entering.unreached.filter((one) => !isQuestion(one)),
    deadline,
    nextStepAt: deadline ?? delayed,
  };
}

function questionStanding(
  state: State,
  incident: Incident,
  run: ChainRun,
  { unit, side, action }: Question,
): QuestionStanding {
  const question = { unit, side, action };
  if (isAnswered(state, incident, run, question)) {
    const answer = findAsked(state, unit, incident.id, (one) => stands(one) && covers(one.action, action));
    return { ...question, state: 'answered', notification: answer?.id, status: answer?.status };
  }
  const latest = askedOfUnit(state, unit, incident.id).findLast((one) => one.action === action);
  if (!latest) return { ...question, state: 'not-asked' };
  const { id: notification, status, reason, lapsedAt } = latest;
  if (isOpen(latest)) return { ...question, state: 'open', notification, status };
  return { ...question, state: 'ended', notification, status: lapsedAt === undefined ? status : 'lapsed', reason };
}

interface Trial {
  readonly actor: Actor;
  readonly at: ExerciseTime;
}

function tryActs(
  state: State,
  incident: Incident,
  { actor, at }: Trial,
): { acts: readonly PossibleAct[]; notTried: number } {
  const acts: PossibleAct[] = [];
  const offer = <T extends CommandType>(
    command: T,
    data: CommandData[T],
    shown: Omit<PossibleAct, 'command' | 'needs'> = {},
    needs: PossibleAct['needs'] = [],
  ): void => {
    const timed = { id: 'explain', at, actor, type: command, data } as TimedCommand;
    if (refusalOf(state, timed) === undefined) acts.push({ command, ...shown, needs });
  };
  const id = incident.id;
  // The rules keep a reason, and do not look at it.
  const reason = 'explain';
  for (const { chain } of runsOf(state, incident.id)) {
    offer('EscalateIncident', { incident: id, chain }, { chain });
    offer('RestartChain', { incident: id, chain }, { chain });
  }
  const notifications = incident.asked.map((asked) => notificationOf(state, asked));
  const answerable = notifications.filter((one) => isOpen(one) || one.status === 'expired');
  for (const { id: notification, unit, action } of answerable.slice(0, MOST_TRIED)) {
    offer('AcknowledgeNotification', { notification }, { notification, unit, action });
    offer('DeclineNotification', { notification, reason }, { notification, unit, action }, ['reason']);
  }
  for (const unit of new Set(notifications.map((one) => one.unit))) {
    if (!isEngaged(state, unit, id)) continue;
    for (const progress of PROGRESS) offer('ReportProgress', { incident: id, unit, progress }, { unit, progress });
  }
  const units = concerned(state, incident, actor);
  for (const unit of units.slice(0, MOST_TRIED)) {
    for (const action of definitionOf(state, unit).authority) {
      offer('AskUnit', { incident: id, unit, action, reason }, { unit, action }, ['reason']);
    }
  }
  for (const side of SIDES) offer('OverrideAcknowledgement', { incident: id, side, reason }, { side }, ['reason']);
  offer('NoteIncident', { incident: id, text: 'explain' }, {}, ['text']);
  const decidesForBoth =
    incident.class === 'JOINT' &&
    (actor.kind !== 'account' || actor.side === undefined || isIncidentCommander(state, incident, actor));
  const needs = decidesForBoth ? (['reason'] as const) : [];
  offer('ResolveIncident', { incident: id, reason }, {}, needs);
  offer('CloseIncident', { incident: id, reason }, {}, needs);
  offer('CancelIncident', { incident: id, reason }, {}, needs);
  offer('WithdrawDecision', { incident: id });
  const beyond = (count: number): number => Math.max(0, count - MOST_TRIED);
  return { acts, notTried: beyond(units.length) + beyond(answerable.length) };
}

/** Units that a chain meant, or whose jurisdiction covers the site; of the actor's side, if it is of one. */
function concerned(state: State, incident: Incident, actor: Actor): UnitId[] {
  const site = siteOf(state, incident.site);
  const index = registerIndex(state.scenario);
  const own = actor.kind === 'account' ? actor.side : undefined;
  const covering = site === undefined ? [] : UNIT_KINDS.flatMap((kind) => index.unitsOfKindCovering(site, kind, own));
  const meant = runsOf(state, incident.id).flatMap(({ allQuestions }) => allQuestions);
  const ids = meant.filter(({ side }) => own === undefined || side === own).map(({ unit }) => unit);
  return [...new Set([...ids, ...covering.map(({ id }) => id)])];
}
