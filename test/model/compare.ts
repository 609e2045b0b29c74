/** The engine's log as facts, in the model's words; and the first millisecond at which the two differ. */
import type { LoggedEvent } from '#domain/kernel/event.js';
import { whatGoes } from './carry-over.js';
import { ofSides } from './compare-sides.js';
import { nameOf, type Asked, type Fact } from './world.js';

export interface Difference {
  readonly at: number;
  readonly engine: readonly string[];
  readonly model: readonly string[];
}

/** What came of a run, on the engine and on the model. */
export interface Outcome {
  readonly log: readonly LoggedEvent[];
  readonly facts: readonly Fact[];
  /** What one of the two could not cope with. */
  readonly failure?: string;
}

/** The first difference. When one of the two fails, both are compared as far as they came. */
export function differenceIn({ log, facts, failure }: Outcome): Difference | undefined {
  const difference = firstDifference(log, facts);
  if (failure === undefined) return difference;
  const end = Math.min(log.at(-1)?.at ?? 0, facts.at(-1)?.at ?? 0);
  return difference && difference.at <= end ? difference : { at: end, engine: [], model: [failure] };
}

/** Facts of one millisecond have no order. */
function firstDifference(log: readonly LoggedEvent[], model: readonly Fact[]): Difference | undefined {
  const ours = byTime(new Projection().project(log));
  const theirs = byTime(model);
  const times = [...new Set([...ours.keys(), ...theirs.keys()])].sort((a, b) => a - b);
  for (const at of times) {
    const engine = (ours.get(at) ?? []).sort();
    const other = (theirs.get(at) ?? []).sort();
    if (engine.join('\n') !== other.join('\n')) return { at, engine, model: other };
  }
  return undefined;
}

function byTime(facts: readonly Fact[]): Map<number, string[]> {
  const times = new Map<number, string[]>();
  for (const { at, text } of facts) {
    const texts = times.get(at);
    if (texts) texts.push(text);
    else times.set(at, [text]);
  }
  return times;
}

/** Both sides, with a mark at what only one of them has. */
export function describeDifference({ at, engine, model }: Difference): string {
  const [extra, missing] = [only(engine, model), only(model, engine)];
  const lines = [
    ...only(engine, extra).map((text) => `    ${text}`),
    ...extra.map((text) => `  - engine only: ${text}`),
    ...missing.map((text) => `  - model only:  ${text}`),
  ];
  return [`at ${at / 1000} s:`, ...lines].join('\n');
}

/** What the first has more often than the second. */
function only(mine: readonly string[], others: readonly string[]): string[] {
  const rest = [...others];
  return mine.filter((text) => {
    const index = rest.indexOf(text);
    if (index >= 0) rest.splice(index, 1);
    return index < 0;
  });
}

/** The first thing that only one of them has, without names and numbers: differences of one kind often have one reason. */
export function kindOf({ engine, model }: Difference): string {
  const extra = only(engine, model).map((text) => `engine only: ${text}`);
  const missing = only(model, engine).map((text) => `model only: ${text}`);
  return [...extra.slice(0, 1), ...missing.slice(0, 1)].map(withoutNames).join(' | ');
}

function withoutNames(text: string): string {
  return text
    .split('\n', 1)
    .join('')
    .replace(/asks .*/, '')
    .replace(/(changes): [^,]*/, '$1')
    .replace(/(INC|PAK|CHN)-\d+/g, 'INC')
    .replace(/\b[pc]\d (respond|secure|advise|inform|consular)/g, 'QUESTION')
    .replace(/\b[pc]\d\b/g, 'UNIT')
    .replace(/\bA\d\b/g, 'ALERT')
    .replace(/alpha|bravo|charlie/g, 'CHAIN')
    .replace(/\d+/g, '#');
}

type Of<T extends LoggedEvent['type']> = Extract<LoggedEvent, { type: T }>['data'];

class Projection {
  readonly #facts: Fact[] = [];
  readonly #asked = new Map<string, { at: number; asked: Asked }>();
  readonly #delivered = new Set<string>();
  /** The sides that were last said to have acknowledged, by incident. */
  readonly #sides = new Map<string, string>();
  #at = 0;

  project(log: readonly LoggedEvent[]): Fact[] {
    for (const event of log) {
      this.#at = event.at;
      for (const text of this.#texts(event)) this.#facts.push({ at: event.at, text });
    }
    return this.#facts;
  }

  /** When both sides change at once, each has an event of its own. */
  #joint(incident: string, sides: string): string[] {
    if (this.#sides.get(incident) === sides) return [];
    this.#sides.set(incident, sides);
    return [`${incident} is acknowledged by ${sides}`];
  }

  #texts(event: LoggedEvent): string[] {
    const { type, data, audience } = event;
    switch (type) {
      case 'CommandRefused':
        return [`refused: ${data.command} ${data.code}`];
      case 'InjectFired':
        return [`inject ${data.inject} fires`];
      case 'InjectSkipped':
        return [`inject ${data.inject} is skipped: ${data.code ?? data.reason}`];
      case 'InjectScheduled':
        return [`inject ${data.inject} is to come at ${data.due}`];
      case 'InjectDelayed':
        return [`inject ${data.inject} is put off to ${data.due}`];
      case 'InjectImprovised':
        return [`inject ${data.inject.id} is made up`];
      case 'MessageSent':
        return [`a message is sent to ${audience}`];
      case 'NoteTaken':
        return [`note ${data.note} is taken`];
      case 'UnitDutyChanged':
        return [`${data.unit} is ${data.duty} duty`];
      case 'UnitModeChanged':
        return [`${data.unit} is ${data.mode}`];
      case 'LinkChanged':
        return [`the link of ${data.unit ?? data.side} is ${data.link.status}`];
      case 'AlertAccepted': {
        const how = data.joined === 'released' ? `released as ${data.alert.msgType}` : data.joined;
        return [`alert ${data.alertId} ${data.incident ? `${how} ${data.incident}` : 'belongs to no incident'}`];
      }
      case 'AlertSuperseded':
        return [`alert ${data.alertId} is superseded`];
      case 'AlertCancelled':
        return [`alert ${data.alertId} is cancelled`];
      case 'IncidentOpened':
        return [`${data.incident} opens ${data.severity}`];
      case 'IncidentReopened':
        this.#sides.delete(data.incident);
        return [`${data.incident} opens again ${data.severity}`];
      case 'IncidentChanged':
        return [this.#changed(data)];
      case 'IncidentResponding':
        return [`${data.incident} is responding`];
      case 'IncidentResolved':
        return [`${data.incident} is resolved (${data.reason})`];
      case 'IncidentClosed':
        return [`${data.incident} is closed (${data.reason})`];
      case 'IncidentCancelled':
        return [`${data.incident} is cancelled${data.reason ? ` (${data.reason})` : ''}`];
      case 'JointAcknowledgementChanged':
        return this.#joint(data.incident, bySide(data.acknowledged));
      case 'AcknowledgementOverridden':
        return [`${data.incident} is overridden for ${data.side}`];
      case 'ChainStarted':
        return [`${data.incident} chain ${data.chain} starts${data.anew ? ' anew' : ''}`];
      case 'ChainHalted':
        return [`${data.incident} chain ${data.chain} halts at ${data.step} of round ${data.round}`];
      case 'ChainResumed':
        return [`${data.incident} chain ${data.chain} resumes`];
      case 'ChainStopped':
        return [`${data.incident} chain ${data.chain} stops`];
      case 'EscalationExhausted':
        return [`${data.incident} chain ${data.chain} is exhausted`];
      case 'StepStarted':
        return [this.#started(data)];
      case 'StepSkipped':
        return [`${data.incident} chain ${data.chain} skips step ${data.step} of round ${data.round}`];
      case 'UnitAsked':
        this.#know(data.notification, data);
        return [
          `${data.incident} ${nameOf(data)} is asked ${data.because === 'by-hand' ? 'by hand' : 'again: link restored'}`,
        ];
      case 'UnitProgressed':
        return [`${data.incident} ${data.unit} is ${data.progress}`];
      case 'UnitsInformed':
        return [`${data.incident} news (${data.about.join(', ')}) to ${names(data.updates.map(({ unit }) => unit))}`];
      case 'UpdateDelivered':
        return [`${data.incident} news reaches ${data.unit}`];
      case 'UpdateUndeliverable':
        return [`${data.incident} news cannot reach ${data.unit}`];
      default:
        return [...this.#ofNotification(event), ...ofSides(event), ...ofClock(event)];
    }
  }

  #ofNotification({ type, data }: LoggedEvent): string[] {
    switch (type) {
      case 'NotificationSent':
        return [this.#about(data, 'is sent')];
      case 'NotificationUndeliverable':
        return [this.#about(data, 'is undeliverable')];
      case 'NotificationDelivered': {
        const isFirst = !this.#delivered.has(data.notification);
        this.#delivered.add(data.notification);
        return isFirst ? [this.#about(data, 'is delivered')] : [];
      }
      case 'NotificationReminded':
        return [this.#about(data, 'is reminded')];
      case 'NotificationAcknowledged':
        return [this.#about(data, 'is acknowledged')];
      case 'LateAcknowledgement':
        return [this.#about(data, 'is acknowledged late')];
      case 'NotificationDeclined':
        return [this.#about(data, data.reason === 'at-capacity' ? 'is declined (at-capacity)' : 'is declined')];
      case 'NotificationExpired':
        return [this.#about(data, 'expires')];
      case 'NotificationWithdrawn':
        return [this.#about(data, 'is withdrawn')];
      case 'AcknowledgementLapsed':
        return [this.#about(data, 'has its acknowledgement lapse')];
      case 'NotificationCarried': {
        const { incident, progress } = data;
        this.#know(data.notification, data);
        return [`${incident} ${nameOf(data)} is carried over${progress ? ` (${progress})` : ''}`];
      }
      case 'ReleaseProposed': {
        const { release, incident, things, join, answers, decideBy } = data;
        const how = `${join === undefined ? '' : ` into ${join}`}${answers ? ', as asked' : ''}`;
        const goes = whatGoes(things.alerts, things.notifications.map(this.#nameOf), things.notes);
        return [
          `${release} is to release ${incident}${how}: ${goes}${decideBy === undefined ? '' : ` by ${decideBy}`}`,
        ];
      }
      case 'ReleaseDecided': {
        const { release, incident, joint, became, stays } = data;
        if (!became) return [];
        const alerts = became.alerts.map(({ from, to }) => `${from} as ${to}`);
        const notes = became.notes.map(({ from, to }) => `${from} as ${to}`);
        const goes = whatGoes(
          alerts,
          became.notifications.map(({ from }) => this.#nameOf(from)),
          notes,
        );
        return [`${release} ${incident} is ${joint} now: ${goes}${stays ? '; the rest stays' : ''}`];
      }
      case 'AnswerGiven':
        return [this.#about(data, `is given the answer ${data.answer}`)];
      default:
        return [];
    }
  }

  #changed({ incident, severity, site, categories, facts, graver, moved }: Of<'IncidentChanged'>): string {
    const counts = Object.entries({ ...facts.nationals, ...facts.casualties }).map(
      ([what, count]) => `${what}=${count}`,
    );
    const words = [severity, `site ${site ?? 'none'}`, ...[...categories].sort(), ...counts.sort()].join(' ');
    return `${incident} changes: ${[words, ...(graver ? ['graver'] : []), ...(moved ? ['moved'] : [])].join(', ')}`;
  }

  #started({ incident, chain, step, round, reason, addressees, covered }: Of<'StepStarted'>): string {
    for (const addressee of addressees) this.#know(addressee.notification, addressee);
    const asks = `asks ${names(addressees.map(nameOf))}`;
    const rest = covered.length > 0 ? `; covered ${names(covered.map(nameOf))}` : '';
    return `${incident} chain ${chain} starts step ${step} of round ${round} (${reason}): ${asks}${rest}`;
  }

  #know(notification: string, { unit, action }: Asked): void {
    if (!this.#asked.has(notification)) this.#asked.set(notification, { at: this.#at, asked: { unit, action } });
  }

  readonly #nameOf = (notification: string): string => {
    const known = this.#asked.get(notification);
    return known ? nameOf(known.asked) : notification;
  };

  #about({ incident, notification }: { incident: string; notification: string }, what: string): string {
    const known = this.#asked.get(notification);
    if (!known) return `${incident} unknown notification ${notification} ${what}`;
    return `${incident} ${nameOf(known.asked)} (asked at ${known.at / 1000}) ${what}`;
  }
}

function ofClock({ type, data }: LoggedEvent): string[] {
  switch (type) {
    case 'ExerciseStarted':
      return [`the exercise starts at speed ${data.speed}`];
    case 'ExercisePaused':
      return ['the exercise is paused'];
    case 'ExerciseResumed':
      return ['the exercise goes on'];
    case 'SpeedChanged':
      return [`the exercise goes on at speed ${data.speed}`];
    case 'RunToSet':
      return [`the clock is to stop at ${data.to}`];
    case 'ExerciseStepped':
      return [`the clock goes to ${data.to}`];
    case 'ExerciseEnded':
      return ['the exercise ends'];
    default:
      return [];
  }
}

const names = (list: readonly string[]): string => [...list].sort().join(', ');

function bySide(sides: readonly string[]): string {
  return ['PAK', 'CHN'].filter((side) => sides.includes(side)).join(' and ') || 'nobody';
}
