/** What people do. A command that the rules refuse changes nothing; the code says why. */
import type { Command } from '#domain/kernel/command.js';
import type { Actor } from '#domain/kernel/event.js';
import type { Side } from '#domain/kernel/side.js';
import { submit } from './alerts.js';
import { escalate, startChain, whyNotAsked } from './chains.js';
import { close, resolve } from './incidents.js';
import { ask, changeLinks, give, isAnsweredLate, isCovered, openQuestion, updatePlans, withdraw } from './questions.js';
import { acknowledgedSides, hasSideAcknowledged } from './requirements.js';
import {
  isEngaged,
  isForward,
  isFull,
  isResponder,
  progressOf,
  reportProgress,
  standing,
  updateMovements,
} from './units.js';
import { hasEnded, nameOf, next, record, sidesOf, unitOf, type Incident, type Question, type World } from './world.js';

/** How the model knows a notification, whose id is the engine's own affair. */
export interface QuestionKey {
  readonly incident: string;
  readonly unit: string;
  readonly action: string;
  readonly askedAt: number;
}

export interface Done {
  readonly command: Command;
  readonly actor: Actor;
  /** The notification that the command names. */
  readonly question?: QuestionKey;
}

export function perform(world: World, done: Done): void {
  const code = refusal(world, done);
  if (code) record(world, `refused: ${done.command.type} ${code}`);
}

/** Does it, or returns why not. */
function refusal(world: World, { command, actor, question }: Done): string | undefined {
  if (command.type === 'ResumeExercise' && world.status !== 'paused') return 'EXERCISE_NOT_PAUSED';
  const isEarly = ['SetDuty', 'SetMode', 'SetLink', 'StartExercise'].includes(command.type);
  if (world.status === 'ended') return isEarly ? 'EXERCISE_ENDED' : 'EXERCISE_NOT_RUNNING';
  if (world.status === 'planned' && !isEarly) return 'EXERCISE_NOT_RUNNING';
  const side = actor.kind === 'account' && actor.role === 'operator' ? actor.side : undefined;
  switch (command.type) {
    case 'StartExercise':
      world.status = 'running';
      return undefined;
    case 'PauseExercise':
      if (world.status !== 'running') return 'EXERCISE_NOT_RUNNING';
      world.status = 'paused';
      return undefined;
    case 'ResumeExercise':
      world.status = 'running';
      return undefined;
    case 'EndExercise':
      end(world);
      return undefined;
    case 'SubmitAlert':
      return submit(world, command.data);
    case 'AcknowledgeNotification':
    case 'DeclineNotification': {
      const asked = findQuestion(world, question);
      return answer(world, asked, command.type === 'DeclineNotification' ? 'decline' : 'acknowledge', side);
    }
    case 'SetDuty':
      return setUnit(world, command.data.unit, side, (unit) => void (unit.duty = command.data.duty));
    case 'SetMode':
      return setUnit(world, command.data.unit, side, (unit) => void (unit.mode = command.data.mode));
    case 'SetLink':
      return setLink(world, command.data);
    case 'OverrideAcknowledgement':
      return side ? 'NOT_PERMITTED' : aboutIncident(world, command, side);
    case 'ReportProgress':
    case 'ResolveIncident':
    case 'CloseIncident':
    case 'EscalateIncident':
    case 'RestartChain':
    case 'AskUnit':
      return aboutIncident(world, command, side);
    default:
      throw new Error(`the model does not know ${command.type}`);
  }
}

function findQuestion(world: World, key: QuestionKey | undefined): Question {
  const asked = world.questions.findLast(
    ({ incident, unit, action, askedAt }) =>
      incident === key?.incident && unit === key.unit && action === key.action && askedAt === key.askedAt,
  );
  if (!asked) throw new Error(`the model knows no notification ${JSON.stringify(key)}`);
  return asked;
}

/** Only a notification that has been delivered can be answered, and only once. */
function answer(world: World, question: Question, kind: 'acknowledge' | 'decline', side?: Side): string | undefined {
  const incident = world.incidents.find(({ id }) => id === question.incident) as Incident;
  if (side && !sidesOf(incident).includes(side)) return 'UNKNOWN_NOTIFICATION';
  if (hasEnded(incident)) return 'INCIDENT_CLOSED';
  if (side && side !== question.side) return 'NOT_YOUR_SIDE';
  const mayBeAnswered = ['sent', 'delivered', 'expired'].includes(question.status) && !isAnsweredLate(world, question);
  if (!mayBeAnswered) return 'NOTIFICATION_ENDED';
  if (question.status === 'expired' && kind === 'decline' && !question.given) return 'NOTIFICATION_ENDED';
  if (incident.status === 'resolved') return 'INCIDENT_ALREADY_RESOLVED';
  if (question.moment < incident.opened) return 'NOTIFICATION_ENDED';
  if (question.given) return 'ANSWER_PENDING';
  if (!question.delivered) return 'NOTIFICATION_NOT_DELIVERED';
  if (kind === 'acknowledge' && isFull(world, question.unit, question.action, incident)) return 'UNIT_AT_CAPACITY';
  give(world, { question, answer: kind, reason: 'by a person' });
  return undefined;
}

type MutableUnit = ReturnType<typeof unitOf>;

function setUnit(
  world: World,
  id: string,
  side: Side | undefined,
  change: (unit: MutableUnit) => void,
): string | undefined {
  const unit = unitOf(world, id);
  if (side && side !== unit.definition.side) return 'NOT_YOUR_SIDE';
  const { duty, mode } = unit;
  change(unit);
  if (unit.duty !== duty || unit.mode !== mode) updatePlans(world, id);
  if (unit.mode !== mode) updateMovements(world, id);
  return undefined;
}

export function setDuty(world: World, id: string, duty: 'on' | 'off'): void {
  setUnit(world, id, undefined, (unit) => void (unit.duty = duty));
}

export function setLink(world: World, change: { unit?: string; side?: Side; link: MutableUnit['link'] }): undefined {
  const { unit, side, link } = change;
  const touched = world.units.filter(({ definition }) => definition.id === unit || definition.side === side);
  changeLinks(
    world,
    touched.map(({ definition }) => definition.id),
    () => {
      if (unit !== undefined) unitOf(world, unit).link = link;
      else if (side) world.sideLinks[side] = link;
    },
  );
}

type AboutIncident = Extract<Command, { data: { incident: string } }>;

function aboutIncident(world: World, command: AboutIncident, side: Side | undefined): string | undefined {
  const incident = world.incidents.find(({ id }) => id === command.data.incident);
  if (!incident || (side && !sidesOf(incident).includes(side))) return 'UNKNOWN_INCIDENT';
  if (hasEnded(incident)) return 'INCIDENT_CLOSED';
  switch (command.type) {
    case 'ReportProgress':
      return progress(world, incident, command.data, side);
    case 'CloseIncident':
      if (incident.status !== 'resolved') return 'INCIDENT_NOT_RESOLVED';
      close(world, incident, 'command');
      return undefined;
    default:
  }
  if (incident.status === 'resolved') return 'INCIDENT_ALREADY_RESOLVED';
  switch (command.type) {
    case 'ResolveIncident':
      resolve(world, incident, 'command');
      return undefined;
    case 'EscalateIncident':
      return escalateByHand(world, incident, command.data.chain);
    case 'RestartChain':
      return restartByHand(world, incident, command.data.chain);
    case 'AskUnit':
      return askByHand(world, incident, command.data, side);
    case 'OverrideAcknowledgement':
      return override(world, incident, command.data.side);
    default:
      return undefined;
  }
}

type ProgressData = Extract<Command, { type: 'ReportProgress' }>['data'];

/** A unit that only advises may be reported clear, and nothing else. */
function progress(
  world: World,
  incident: Incident,
  { unit, progress: to }: ProgressData,
  side: Side | undefined,
): string | undefined {
  if (side && side !== unitOf(world, unit).definition.side) return 'NOT_YOUR_SIDE';
  if (!isEngaged(world, unit, incident)) return 'UNIT_NOT_ENGAGED';
  if (!isResponder(world, unit, incident) && to !== 'clear') return 'UNIT_NOT_ENGAGED';
  if (!isForward(progressOf(world, unit, incident), to)) return 'PROGRESS_OUT_OF_ORDER';
  reportProgress(world, unit, incident, to);
  return undefined;
}

function escalateByHand(world: World, incident: Incident, name: string | undefined): string | undefined {
  if (name !== undefined && !incident.chains.some((chain) => chain.name === name)) return 'UNKNOWN_CHAIN';
  const chains = incident.chains.filter(
    (chain) => chain.status === 'at work' && (name === undefined || chain.name === name),
  );
  if (chains.length === 0) return 'NOTHING_TO_ESCALATE';
  for (const chain of chains) escalate(world, incident, chain);
  return undefined;
}

function restartByHand(world: World, incident: Incident, name: string): string | undefined {
  const chain = incident.chains.find((one) => one.name === name);
  if (!chain) return 'UNKNOWN_CHAIN';
  if (chain.status !== 'exhausted' && chain.status !== 'halted') return 'CHAIN_NOT_RESTARTABLE';
  startChain(world, incident, name, true);
  return undefined;
}

type AskData = Extract<Command, { type: 'AskUnit' }>['data'];

function askByHand(world: World, incident: Incident, asked: AskData, side: Side | undefined): string | undefined {
  const unit = unitOf(world, asked.unit);
  if (side && side !== unit.definition.side) return 'NOT_YOUR_SIDE';
  const reason = whyNotAsked(world, incident, unit, asked.action);
  if (reason) return reason;
  if (openQuestion(world, incident, asked)) return 'ALREADY_ASKED';
  if (isCovered(standing(world, incident), asked)) return 'ALREADY_ACKNOWLEDGED';
  record(world, `${incident.id} ${nameOf(asked)} is asked by hand`);
  ask(world, incident, asked, { askers: [], byHand: true });
  return undefined;
}

/** For a side that has not acknowledged, or that a chain at work still waits for. */
function override(world: World, incident: Incident, of: Side): string | undefined {
  if (!sidesOf(incident).includes(of)) return 'NOT_YOUR_SIDE';
  const isAwaited = incident.chains.some(
    (chain) =>
      chain.status === 'at work' &&
      chain.step.policy.requirement === 'each-side' &&
      !hasSideAcknowledged(world, incident, chain, of),
  );
  if (acknowledgedSides(world, incident).includes(of) && !isAwaited) return 'SIDE_ALREADY_ACKNOWLEDGED';
  world.overrides.push({ incident: incident.id, side: of, moment: next(world) });
  record(world, `${incident.id} is overridden for ${of}`);
  return undefined;
}

/** What is still open is withdrawn. */
export function end(world: World): void {
  world.status = 'ended';
  record(world, 'the exercise ends');
  withdraw(world, world.questions);
}
