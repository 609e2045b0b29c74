/** Runs a generated exercise, on the engine and on the model. What people do refers to what the engine's log shows at that time. */
import { exerciseTime } from '#domain/kernel/exercise-time.js';
import { commandId } from '#domain/kernel/ids.js';
import type { Plain } from '#domain/kernel/brand.js';
import { branded } from '#domain/testing/branded.js';
import type { Command, TimedCommand } from '#domain/kernel/command.js';
import type { Actor, LoggedEvent } from '#domain/kernel/event.js';
import type { Role } from '#domain/kernel/role.js';
import type { Side } from '#domain/kernel/side.js';
import type { Scenario } from '#domain/exercise/scenario.js';
import type { Policy } from '#domain/policy/policy.js';
import type { Outcome } from './compare.js';
import type { Case, Doing } from './deed.js';
import { SeenLabelled, SeenLetters, SeenReleases, toRelabel, toRelease, toSend } from './driver-sides.js';
import { replay, textOf, type Stored } from './replay.js';

/** What is compared with the model. */
export interface Engine {
  start(scenario: Scenario): Running;
}

export interface Running {
  passUntil(until: number): readonly LoggedEvent[];
  perform(command: TimedCommand): readonly LoggedEvent[];
}

const CONTROLLER: Actor = { kind: 'account', id: 'trainer', role: 'controller' };

/** On the engine first; then on the model, with what was drawn in the engine's log. */
export function run(one: Case, engine: Engine): Outcome {
  const { stored, failure } = record(one, engine);
  const outcome = replay(stored);
  return failure === undefined ? outcome : { ...outcome, failure };
}

export function record({ scenario, deeds }: Case, engine: Engine): { stored: Stored; failure?: string } {
  const running = engine.start(scenario);
  const seen = new Seen();
  const log: LoggedEvent[] = [];
  const commands: TimedCommand[] = [];
  const stored = { scenario, commands, log, until: scenario.durationMs };
  const add = (events: readonly LoggedEvent[]): void => {
    log.push(...events);
    for (const event of events) seen.see(event);
  };
  try {
    for (const [index, { at, by, as, ...deed }] of deeds.entries()) {
      add(running.passUntil(at - 1));
      const meant = commandFor(seen, deed, scenario);
      if (!meant) continue;
      const role = as ?? (meant.type === 'SubmitAlert' ? 'service' : 'operator');
      const actor: Actor = by
        ? { kind: 'account', id: `${role}-${by}`, role, side: by, ...unitsOf(role, by, scenario) }
        : CONTROLLER;
      const timed = { ...branded<Command>(meant), id: commandId(`c${index}`), at: exerciseTime(at), actor };
      commands.push(timed);
      add(running.perform(timed));
    }
    add(running.passUntil(scenario.durationMs));
  } catch (error) {
    return { stored, failure: textOf(error) };
  }
  return { stored };
}

/** A liaison plays the first units of its side. */
function unitsOf(role: Role, side: Side, { units }: Scenario): Pick<Extract<Actor, { kind: 'account' }>, 'units'> {
  if (role !== 'liaison') return {};
  return { units: units.flatMap((unit) => (unit.side === side ? unit.id : [])).slice(0, 2) };
}

/** What people see in the log. */
class Seen {
  readonly incidents: string[] = [];
  readonly letters = new SeenLetters();
  readonly labelled = new SeenLabelled();
  readonly releases = new SeenReleases();
  readonly #notifications = new Map<string, { readonly unit: string; isOpen: boolean }>();
  /** The incident about which a unit last acknowledged something. */
  readonly engagedIn = new Map<string, string>();
  /** Chains that may be started again, by incident. */
  readonly atRest = new Map<string, string>();

  see(event: LoggedEvent): void {
    const { type, data } = event;
    this.letters.see(event);
    this.labelled.see(event);
    this.releases.see(event);
    switch (type) {
      case 'IncidentOpened':
        this.incidents.push(data.incident);
        break;
      case 'StepStarted':
        for (const { notification, unit } of data.addressees) this.#ask(notification, unit);
        break;
      case 'UnitAsked':
        this.#ask(data.notification, data.unit);
        break;
      case 'NotificationAcknowledged':
      case 'LateAcknowledgement':
        this.engagedIn.set(data.unit, data.incident);
        this.#end(data.notification);
        break;
      case 'NotificationDeclined':
      case 'NotificationExpired':
      case 'NotificationWithdrawn':
      case 'NotificationUndeliverable':
        this.#end(data.notification);
        break;
      case 'ChainHalted':
      case 'EscalationExhausted':
        this.atRest.set(data.incident, data.chain);
        break;
      default:
    }
  }

  #ask(id: string, unit: string): void {
    if (!this.#notifications.has(id)) this.#notifications.set(id, { unit, isOpen: true });
  }

  #end(id: string): void {
    const notification = this.#notifications.get(id);
    if (notification) notification.isOpen = false;
  }

  /** The latest that is open, else the latest. */
  notificationOf(unit: string): string | undefined {
    const all = [...this.#notifications].filter(([, asked]) => asked.unit === unit);
    const [id] = all.findLast(([, { isOpen }]) => isOpen) ?? all.at(-1) ?? [];
    return id;
  }
}

/** The command that a deed means now; none if it means nothing yet. */
function commandFor(seen: Seen, deed: Doing, { policy }: Scenario): Plain<Command> | undefined {
  switch (deed.do) {
    case 'start':
      return { type: 'StartExercise', data: { speed: 1 } };
    case 'pause':
      return { type: 'PauseExercise', data: {} };
    case 'resume':
      return { type: 'ResumeExercise', data: {} };
    case 'end':
      return { type: 'EndExercise', data: {} };
    case 'alert': {
      const { alertId, references, alert } = deed.message;
      return { type: 'SubmitAlert', data: { alertId, references: [...references], alert } };
    }
    case 'duty':
      return { type: 'SetDuty', data: { unit: deed.unit, duty: deed.duty } };
    case 'mode':
      return { type: 'SetMode', data: { unit: deed.unit, mode: deed.mode } };
    case 'link':
      return { type: 'SetLink', data: { unit: deed.unit, side: deed.side, link: deed.link } };
    case 'acknowledge':
    case 'decline': {
      const notification = seen.notificationOf(deed.unit);
      if (notification === undefined) return undefined;
      return deed.do === 'acknowledge'
        ? { type: 'AcknowledgeNotification', data: { notification } }
        : { type: 'DeclineNotification', data: { notification, reason: 'busy' } };
    }
    case 'fire':
      return { type: 'FireInject', data: { inject: deed.inject } };
    case 'skip':
      return { type: 'SkipInject', data: { inject: deed.inject } };
    case 'delay':
      return { type: 'DelayInject', data: { inject: deed.inject, byMs: deed.byMs } };
    case 'dropPolicy':
      return { type: 'DropOwnPolicy', data: {} };
    case 'changePolicy':
    case 'proposePolicy':
    case 'ownPolicy':
    case 'approvePolicy':
    case 'rejectPolicy':
    case 'withdrawPolicy':
      return aboutPolicy(deed, policy);
    case 'report': {
      const incident = seen.engagedIn.get(deed.unit) ?? seen.incidents[0];
      const { unit, progress } = deed;
      return incident === undefined ? undefined : { type: 'ReportProgress', data: { incident, unit, progress } };
    }
    case 'requestRelease':
    case 'proposeRelease':
    case 'decideRelease':
    case 'withdrawRelease':
      return toRelease(deed, seen.releases, seen.incidents);
    case 'send':
      return toSend(deed, seen.letters, deed.incident === undefined ? undefined : seen.incidents[deed.incident]);
    case 'relabel':
      return toRelabel(deed, seen.labelled);
    case 'read': {
      const message = seen.letters.before(deed.back, 'message');
      return message === undefined ? undefined : { type: 'MarkMessageRead', data: { message } };
    }
    default: {
      const incident = seen.incidents[deed.incident];
      if (incident === undefined) return undefined;
      const chain = seen.atRest.get(incident) ?? policy.route.chain ?? '';
      return aboutIncident(incident, deed, chain);
    }
  }
}

const MINUTE = 60_000;

type AboutPolicy = Extract<Doing, { version: number } | { proposal: number }>;

function aboutPolicy(deed: AboutPolicy, base: Policy): Plain<Command> {
  const reason = 'as agreed';
  if ('proposal' in deed) {
    const proposal = `POL-000${deed.proposal}`;
    const type = {
      approvePolicy: 'ApprovePolicy',
      rejectPolicy: 'RejectPolicy',
      withdrawPolicy: 'WithdrawPolicy',
    } as const;
    return { type: type[deed.do], data: { proposal, reason } };
  }
  // A smaller case may lack the chain.
  const chain = Object.hasOwn(base.chains, deed.chain) ? deed.chain : base.route.chain;
  // Each version gives other times, so that it shows by which one something goes.
  const times = {
    ...(base.messages && { messages: { answerWithinMs: deed.version * MINUTE } }),
    ...(base.release && { release: { decideWithinMs: deed.version * MINUTE } }),
  };
  const policy = { ...base, ...times, version: deed.version, route: { ...base.route, chain } };
  const type = { changePolicy: 'ChangePolicy', proposePolicy: 'ProposePolicy', ownPolicy: 'ChangeOwnPolicy' } as const;
  return { type: type[deed.do], data: { policy, reason } };
}

function aboutIncident(
  incident: string,
  deed: Exclude<Extract<Doing, { incident: number }>, { do: 'send' | 'proposeRelease' }>,
  chain: string,
): Plain<Command> {
  const reason = 'as agreed';
  switch (deed.do) {
    case 'resolve':
      return { type: 'ResolveIncident', data: { incident, reason } };
    case 'close':
      return { type: 'CloseIncident', data: { incident, reason } };
    case 'cancel':
      return { type: 'CancelIncident', data: { incident, reason } };
    case 'proposeCommander':
      return { type: 'ProposeCommander', data: { incident, account: deed.account } };
    case 'confirmCommander':
      return { type: 'ConfirmCommander', data: { incident, account: deed.account } };
    case 'withdraw':
      return { type: 'WithdrawDecision', data: { incident } };
    case 'hasty':
      return { type: 'ResolveIncident', data: { incident } };
    case 'escalate':
      return { type: 'EscalateIncident', data: { incident } };
    case 'restart':
      return { type: 'RestartChain', data: { incident, chain } };
    case 'note':
      return { type: 'NoteIncident', data: { incident, text: reason, shared: deed.shared, label: deed.label } };
    case 'record': {
      const { shared, label } = deed;
      const decision = { options: ['wait', 'go'], decision: 'go', reason };
      return { type: 'RecordDecision', data: { incident, ...decision, shared, label } };
    }
    case 'assign':
      return { type: 'AssignIncident', data: { incident, account: deed.account } };
    case 'handOver':
      return { type: 'HandOver', data: { incident, to: deed.account, briefing: reason } };
    case 'confirmHandover':
      return { type: 'ConfirmHandover', data: { incident } };
    case 'override':
      return { type: 'OverrideAcknowledgement', data: { incident, side: deed.side, reason } };
    case 'ask':
      return { type: 'AskUnit', data: { incident, unit: deed.unit, action: deed.action, reason } };
    default:
      return deed satisfies never;
  }
}
