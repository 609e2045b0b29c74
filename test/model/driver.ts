/** Runs a generated exercise, on the engine and on the model. What people do refers to what the engine's log shows at that time. */
import type { Command, TimedCommand } from '#domain/kernel/command.js';
import type { Actor, LoggedEvent } from '#domain/kernel/event.js';
import type { Scenario } from '#domain/exercise/scenario.js';
import type { Outcome } from './compare.js';
import { NO_DRAWS } from './draws.js';
import { Notifications } from './from-log.js';
import type { Case, Deed } from './generate.js';
import { Model } from './model.js';

/** What is compared with the model. */
export interface Engine {
  start(scenario: Scenario): Running;
}

export interface Running {
  passUntil(until: number): readonly LoggedEvent[];
  perform(command: TimedCommand): readonly LoggedEvent[];
}

const CONTROLLER: Actor = { kind: 'account', id: 'trainer', role: 'controller' };

export function run({ scenario, deeds }: Case, engine: Engine): Outcome {
  const running = engine.start(scenario);
  const model = new Model(scenario, NO_DRAWS);
  const log: LoggedEvent[] = [];
  try {
    for (const [index, deed] of deeds.entries()) {
      log.push(...running.passUntil(deed.at - 1));
      const seen = new Seen(log);
      const command = commandFor(seen, deed, scenario);
      if (!command) continue;
      const actor: Actor = deed.by
        ? { kind: 'account', id: `operator-${deed.by}`, role: 'operator', side: deed.by }
        : CONTROLLER;
      log.push(...running.perform({ ...command, id: `c${index}`, at: deed.at, actor }));
      model.perform(deed.at, { command, actor, asked: (id) => seen.asked.get(id), logged: {} });
    }
    log.push(...running.passUntil(scenario.durationMs));
    model.passUntil(scenario.durationMs);
  } catch (error) {
    return {
      log,
      facts: model.facts,
      failure: error instanceof Error ? (error.stack ?? error.message) : String(error),
    };
  }
  return { log, facts: model.facts };
}

/** What people see in the log. */
class Seen {
  readonly incidents: string[] = [];
  readonly asked = new Notifications();
  /** Whether each is open. */
  readonly #notifications = new Map<string, boolean>();
  /** The incident about which a unit last acknowledged something. */
  readonly engagedIn = new Map<string, string>();
  /** Chains that may be started again, by incident. */
  readonly atRest = new Map<string, string>();

  constructor(log: readonly LoggedEvent[]) {
    for (const event of log) this.#see(event);
  }

  #see(event: LoggedEvent): void {
    const { type, data } = event;
    this.asked.see(event);
    switch (type) {
      case 'IncidentOpened':
        this.incidents.push(data.incident);
        break;
      case 'StepStarted':
        for (const { notification } of data.addressees) this.#ask(notification);
        break;
      case 'UnitAsked':
        this.#ask(data.notification);
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

  #ask(id: string): void {
    if (!this.#notifications.has(id)) this.#notifications.set(id, true);
  }

  #end(id: string): void {
    if (this.#notifications.has(id)) this.#notifications.set(id, false);
  }

  /** The latest that is open, else the latest. */
  notificationOf(unit: string): string | undefined {
    const all = [...this.#notifications].filter(([id]) => this.asked.get(id)?.unit === unit);
    const [id] = all.findLast(([, isOpen]) => isOpen) ?? all.at(-1) ?? [];
    return id;
  }
}

/** The command that a deed means now; none if it means nothing yet. */
function commandFor(seen: Seen, deed: Deed, { policy }: Scenario): Command | undefined {
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
    case 'report': {
      const incident = seen.engagedIn.get(deed.unit) ?? seen.incidents[0];
      const { unit, progress } = deed;
      return incident === undefined ? undefined : { type: 'ReportProgress', data: { incident, unit, progress } };
    }
    default: {
      const incident = seen.incidents[deed.incident];
      if (incident === undefined) return undefined;
      const chain = seen.atRest.get(incident) ?? policy.route.chain ?? '';
      return aboutIncident(incident, deed, chain);
    }
  }
}

function aboutIncident(incident: string, deed: Extract<Deed, { incident: number }>, chain: string): Command {
  const reason = 'as agreed';
  switch (deed.do) {
    case 'resolve':
      return { type: 'ResolveIncident', data: { incident } };
    case 'close':
      return { type: 'CloseIncident', data: { incident } };
    case 'escalate':
      return { type: 'EscalateIncident', data: { incident } };
    case 'restart':
      return { type: 'RestartChain', data: { incident, chain } };
    case 'override':
      return { type: 'OverrideAcknowledgement', data: { incident, side: deed.side, reason } };
    case 'ask':
      return { type: 'AskUnit', data: { incident, unit: deed.unit, action: deed.action, reason } };
    default:
      return deed satisfies never;
  }
}
