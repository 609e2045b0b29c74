/** Runs a generated exercise, on the engine and on the model. What people do refers to what the engine's log shows at that time. */
import { exerciseTime } from '#domain/kernel/exercise-time.js';
import { commandId } from '#domain/kernel/ids.js';
import type { Plain } from '#domain/kernel/brand.js';
import { branded } from '#domain/testing/branded.js';
import type { Command, TimedCommand } from '#domain/kernel/command.js';
import type { Actor, LoggedEvent } from '#domain/kernel/event.js';
import type { Scenario } from '#domain/exercise/scenario.js';
import type { QuestionKey } from './commands.js';
import type { Case, Deed } from './generate.js';
import { Model } from './model.js';
import type { Fact } from './world.js';

/** What is compared with the model. */
export interface Engine {
  start(scenario: Scenario): Running;
}

export interface Running {
  passUntil(until: number): readonly LoggedEvent[];
  perform(command: TimedCommand): readonly LoggedEvent[];
}

export interface Outcome {
  readonly log: readonly LoggedEvent[];
  readonly facts: readonly Fact[];
  /** What one of the two could not cope with. */
  readonly failure?: string;
}

const CONTROLLER: Actor = { kind: 'account', id: 'trainer', role: 'controller' };

export function run({ scenario, deeds }: Case, engine: Engine): Outcome {
  const running = engine.start(scenario);
  const model = new Model(scenario);
  const log: LoggedEvent[] = [];
  try {
    for (const [index, deed] of deeds.entries()) {
      log.push(...running.passUntil(deed.at - 1));
      const commanded = commandFor(new Seen(log), deed, scenario);
      if (!commanded) continue;
      const actor: Actor = deed.by
        ? { kind: 'account', id: `operator-${deed.by}`, role: 'operator', side: deed.by }
        : CONTROLLER;
      const command = branded<Command>(commanded.command);
      log.push(...running.perform({ ...command, id: commandId(`c${index}`), at: exerciseTime(deed.at), actor }));
      model.perform(deed.at, { ...commanded, command, actor });
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
  readonly notifications = new Map<string, QuestionKey & { isOpen: boolean }>();
  /** The incident about which a unit last acknowledged something. */
  readonly engagedIn = new Map<string, string>();
  /** Chains that may be started again, by incident. */
  readonly atRest = new Map<string, string>();

  constructor(log: readonly LoggedEvent[]) {
    for (const event of log) this.#see(event);
  }

  #see({ type, at, data }: LoggedEvent): void {
    switch (type) {
      case 'IncidentOpened':
        this.incidents.push(data.incident);
        break;
      case 'StepStarted':
        for (const { notification, unit, action } of data.addressees)
          this.#asked(notification, { ...data, unit, action }, at);
        break;
      case 'UnitAsked':
        this.#asked(data.notification, data, at);
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

  #asked(id: string, { incident, unit, action }: Omit<QuestionKey, 'askedAt'>, askedAt: number): void {
    if (!this.notifications.has(id)) this.notifications.set(id, { incident, unit, action, askedAt, isOpen: true });
  }

  #end(id: string): void {
    const notification = this.notifications.get(id);
    if (notification) notification.isOpen = false;
  }

  /** The latest that is open, else the latest. */
  notificationOf(unit: string): [string, QuestionKey] | undefined {
    const all = [...this.notifications].filter(([, asked]) => asked.unit === unit);
    return all.findLast(([, { isOpen }]) => isOpen) ?? all.at(-1);
  }
}

interface Told {
  readonly command: Plain<Command>;
  readonly question?: QuestionKey;
}

/** The command that a deed means now; none if it means nothing yet. */
function commandFor(seen: Seen, deed: Deed, { policy }: Scenario): Told | undefined {
  switch (deed.do) {
    case 'start':
      return { command: { type: 'StartExercise', data: { speed: 1 } } };
    case 'pause':
      return { command: { type: 'PauseExercise', data: {} } };
    case 'resume':
      return { command: { type: 'ResumeExercise', data: {} } };
    case 'end':
      return { command: { type: 'EndExercise', data: {} } };
    case 'alert': {
      const { alertId, references, alert } = deed.message;
      return { command: { type: 'SubmitAlert', data: { alertId, references: [...references], alert } } };
    }
    case 'duty':
      return { command: { type: 'SetDuty', data: { unit: deed.unit, duty: deed.duty } } };
    case 'mode':
      return { command: { type: 'SetMode', data: { unit: deed.unit, mode: deed.mode } } };
    case 'link':
      return { command: { type: 'SetLink', data: { unit: deed.unit, side: deed.side, link: deed.link } } };
    case 'acknowledge':
    case 'decline': {
      const found = seen.notificationOf(deed.unit);
      if (!found) return undefined;
      const [notification, question] = found;
      return deed.do === 'acknowledge'
        ? { question, command: { type: 'AcknowledgeNotification', data: { notification } } }
        : { question, command: { type: 'DeclineNotification', data: { notification, reason: 'busy' } } };
    }
    case 'report': {
      const incident = seen.engagedIn.get(deed.unit) ?? seen.incidents[0];
      const { unit, progress } = deed;
      return incident === undefined
        ? undefined
        : { command: { type: 'ReportProgress', data: { incident, unit, progress } } };
    }
    default: {
      const incident = seen.incidents[deed.incident];
      if (incident === undefined) return undefined;
      const chain = seen.atRest.get(incident) ?? policy.route.chain ?? '';
      return { command: aboutIncident(incident, deed, chain) };
    }
  }
}

function aboutIncident(incident: string, deed: Extract<Deed, { incident: number }>, chain: string): Plain<Command> {
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
