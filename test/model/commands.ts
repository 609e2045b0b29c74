/** What people do. A command that the rules refuse changes nothing; the code says why. */
import type { Command } from '#domain/kernel/command.js';
import type { Actor } from '#domain/kernel/event.js';
import type { Side } from '#domain/kernel/side.js';
import { submit } from './alerts.js';
import { answerById } from './answers.js';
import { escalate, startChain, whyNotAsked } from './chains.js';
import { charge, choose } from './charge.js';
import { setClock } from './clock.js';
import { direct } from './direction.js';
import { decide, withdrawDecision } from './decisions.js';
import { changeLabel } from './relabelling.js';
import { readLetter, sendLetter } from './letters.js';
import { isNotJudged, unjudgedRefusal, type Logged } from './not-judged.js';
import { isOfOtherSide, mayDo, mayRead, whyNotFor, type Asking } from './people.js';
import { ask, findQuestion, isCovered, openQuestion } from './questions.js';
import { acknowledgedSides, hasSideAcknowledged } from './requirements.js';
import { aboutPolicy } from './policies.js';
import { writeDown } from './records.js';
import { aboutRelease } from './releases.js';
import { setDuty, setLink, setMode } from './settings.js';
import { isEngaged, isForward, isResponder, progressOf, reportProgress, standing } from './units.js';
import { hasEnded, nameOf, next, record, sidesOf, type Incident, type Unit, type World } from './world.js';

export interface Done {
  readonly command: Command;
  readonly actor: Actor;
  /** Which questions the notifications ask that the command may name. */
  readonly asked: Asking;
  readonly logged: Logged;
}

export function perform(world: World, done: Done): void {
  const code = unjudgedRefusal(done.command, done.logged) ?? refusal(world, done);
  if (code) record(world, `refused: ${done.command.type} ${code}`);
}

const PREPARATION: readonly Command['type'][] = ['SetDuty', 'SetMode', 'SetLink', 'StartExercise'];

/** Does it, or returns why not. */
function refusal(world: World, { command, actor, asked, logged }: Done): string | undefined {
  if (isNotJudged(command)) return undefined;
  if (!mayDo(actor, command.type)) return 'NOT_PERMITTED';
  if (command.type === 'ResumeExercise' && world.status !== 'paused') return 'EXERCISE_NOT_PAUSED';
  const isEarly = PREPARATION.includes(command.type);
  if (world.status === 'ended') return isEarly ? 'EXERCISE_ENDED' : 'EXERCISE_NOT_RUNNING';
  if (world.status === 'planned' && !isEarly) return 'EXERCISE_NOT_RUNNING';
  switch (command.type) {
    case 'StartExercise':
    case 'PauseExercise':
    case 'ResumeExercise':
    case 'SetSpeed':
    case 'RunTo':
    case 'StepExercise':
    case 'EndExercise':
      return setClock(world, command, logged.steppedTo);
    case 'SubmitAlert':
      return submit(world, command.data, { actor, asked });
    case 'AcknowledgeNotification':
    case 'DeclineNotification': {
      const { notification } = command.data;
      const answer = command.type === 'DeclineNotification' ? 'decline' : 'acknowledge';
      return answerById(world, notification, findQuestion(world, asked(notification)), { answer, actor });
    }
    case 'SetDuty':
      return setDuty(world, command.data.unit, command.data.duty, actor);
    case 'SetMode':
      return setMode(world, command.data.unit, command.data.mode, actor);
    case 'SetLink':
      return setLink(world, command.data, actor);
    case 'FireInject':
    case 'SkipInject':
    case 'DelayInject':
    case 'ImproviseInject':
      return direct(world, command);
    case 'ChangePolicy':
    case 'ProposePolicy':
    case 'ApprovePolicy':
    case 'RejectPolicy':
    case 'WithdrawPolicy':
    case 'ChangeOwnPolicy':
    case 'DropOwnPolicy':
      return aboutPolicy(world, command, actor);
    case 'RequestRelease':
    case 'ProposeRelease':
    case 'DecideRelease':
    case 'WithdrawRelease':
      return aboutRelease(world, command, actor, asked);
    case 'ChangeLabel':
      return changeLabel(world, command.data, actor);
    case 'SendMessage':
      return sendLetter(world, command.data, actor);
    case 'MarkMessageRead':
      return readLetter(world, command.data.message, actor);
    case 'OverrideAcknowledgement':
    case 'ReportProgress':
    case 'NoteIncident':
    case 'RecordDecision':
    case 'AssignIncident':
    case 'HandOver':
    case 'ConfirmHandover':
    case 'ResolveIncident':
    case 'CloseIncident':
    case 'CancelIncident':
    case 'WithdrawDecision':
    case 'ProposeCommander':
    case 'ConfirmCommander':
    case 'EscalateIncident':
    case 'RestartChain':
    case 'AskUnit':
      return aboutIncident(world, command, actor);
    default:
      throw new Error(`the model does not know ${command.type}`);
  }
}

type AboutIncident = Exclude<Extract<Command, { data: { incident: string } }>, { type: 'ProposeRelease' }>;

function aboutIncident(world: World, command: AboutIncident, actor: Actor): string | undefined {
  const incident = world.incidents.find(({ id }) => id === command.data.incident);
  if (!incident || !mayRead(actor, incident)) return 'UNKNOWN_INCIDENT';
  if (hasEnded(incident)) return 'INCIDENT_CLOSED';
  switch (command.type) {
    case 'ReportProgress':
      return progress(world, incident, command.data, actor);
    case 'NoteIncident':
    case 'RecordDecision':
      return writeDown(world, incident, command, actor);
    case 'AssignIncident':
    case 'HandOver':
    case 'ConfirmHandover':
      return charge(world, incident, command, actor);
    case 'CloseIncident':
      if (incident.status !== 'resolved') return 'INCIDENT_NOT_RESOLVED';
      return decide(world, incident, { decision: 'close', reason: command.data.reason, by: actor });
    case 'WithdrawDecision':
      return withdrawDecision(world, incident, actor);
    case 'ProposeCommander':
    case 'ConfirmCommander':
      return choose(world, incident, command, actor);
    default:
  }
  if (incident.status === 'resolved') return 'INCIDENT_ALREADY_RESOLVED';
  switch (command.type) {
    case 'ResolveIncident':
      return decide(world, incident, { decision: 'resolve', reason: command.data.reason, by: actor });
    case 'CancelIncident':
      return decide(world, incident, { decision: 'cancel', reason: command.data.reason, by: actor });
    case 'EscalateIncident':
      return escalateByHand(world, incident, command.data.chain);
    case 'RestartChain':
      return restartByHand(world, incident, command.data.chain);
    case 'AskUnit':
      return askByHand(world, incident, command.data, actor);
    case 'OverrideAcknowledgement':
      return override(world, incident, command.data.side);
    default:
      return undefined;
  }
}

function knownUnit(world: World, id: string): Unit | undefined {
  return world.units.find(({ definition }) => definition.id === id);
}

type ProgressData = Extract<Command, { type: 'ReportProgress' }>['data'];

/** A unit that only advises may be reported clear, and nothing else. */
function progress(
  world: World,
  incident: Incident,
  { unit, progress: to }: ProgressData,
  actor: Actor,
): string | undefined {
  const known = knownUnit(world, unit);
  if (!known) return 'UNKNOWN_UNIT';
  const notFor = whyNotFor(actor, unit, known.definition.side);
  if (notFor) return notFor;
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
  escalate(world, incident, chains);
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

function askByHand(world: World, incident: Incident, asked: AskData, actor: Actor): string | undefined {
  const unit = knownUnit(world, asked.unit);
  if (!unit) return 'UNKNOWN_UNIT';
  if (isOfOtherSide(actor, unit.definition.side)) return 'NOT_YOUR_SIDE';
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
