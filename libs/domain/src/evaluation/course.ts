/** The course of one incident, gathered event by event. */
import type { ExerciseTime } from '../kernel/exercise-time.js';
import type { ChainId, NotificationId, UnitId, IncidentId } from '../kernel/ids.js';
import type { Severity } from '../alert/alert.js';
import type { Addressee } from '../notification/notification.js';
import type { EventOf, LoggedEvent } from '../kernel/event.js';
import type { Unreached } from '../policy/resolve-targets.js';
import type { IncidentStatus } from '../incident/incident.js';
import type { NotificationStatus } from '../notification/notification.js';
import { SIDES, type Side } from '../kernel/side.js';
import { DecisionTally } from './decision-course.js';
import { countEnds, noEnds, type EndCounts } from './ends.js';
import type { Escalation, Exhaustion, IncidentCourse, Moment, UnansweredReason } from './figures.js';

/** A notification, as far as figures need it. */
export interface Asked {
  readonly unit: UnitId;
  readonly side: Side;
  status: NotificationStatus;
  sentAt?: ExerciseTime;
  /** For the first time. */
  deliveredAt?: ExerciseTime;
  /** In time or late. */
  acknowledged: boolean;
  /** Acknowledged, and that has not lapsed. */
  holds: boolean;
}

/** What the latest step of a chain asked with, and what was skipped since. */
interface ChainTrace {
  current: readonly Asked[];
  skipped: readonly Unreached[];
}

type EndedAs = 'declined' | 'expired' | 'withdrawn' | 'undeliverable';

/** @param at when the chain went on without the unit */
function unansweredReason({ status, deliveredAt, acknowledged }: Asked, at: ExerciseTime): UnansweredReason {
  if (acknowledged) return 'lapsed';
  switch (status) {
    case 'declined':
    case 'withdrawn':
      return status;
    case 'queued':
    case 'sent':
    case 'undeliverable':
      return 'not-reached';
    case 'delivered':
    case 'expired':
    case 'acknowledged':
      if (deliveredAt === undefined) return 'not-reached';
      return deliveredAt === at ? 'just-asked' : 'silent';
    default:
      return status satisfies never;
  }
}

export class CourseTally {
  readonly id: IncidentId;
  readonly #opening: EventOf<'IncidentOpened'>['data'];
  readonly #opened: Moment;
  readonly #asked = new Map<NotificationId, Asked>();
  readonly #chains = new Map<ChainId, ChainTrace>();
  readonly #engagedAt = new Map<UnitId, ExerciseTime>();
  readonly #ends: EndCounts = noEnds();
  readonly #firstNotificationOf: Partial<Record<Side, Moment>> = {};
  readonly #acknowledgedBy: Partial<Record<Side, Moment>> = {};
  readonly #overridden: (Moment & { side: Side; reason: string })[] = [];
  readonly #escalations: Escalation[] = [];
  readonly #exhausted: Exhaustion[] = [];
  readonly #decisions = new DecisionTally();
  #severity: Severity;
  #status: IncidentStatus = 'open';
  #firstNotification?: Moment;
  #joint?: Moment;
  #responding?: Moment;
  #onScene?: Moment;
  #resolved?: Moment;
  #ended?: Moment;

  constructor({ data }: EventOf<'IncidentOpened'>, { at, seq }: Moment) {
    this.id = data.incident;
    this.#opening = data;
    this.#opened = { at, seq };
    this.#severity = data.severity;
  }

  /** @returns the notifications that are new: a unit that was asked for the same before keeps its one */
  stepStarted({ data }: EventOf<'StepStarted'>, { at, seq }: Moment): Asked[] {
    const questions = data.addressees.map((addressee) => this.ask(addressee));
    const current = questions.map(({ asked }) => asked);
    const { chain, stepId, round, reason } = data;
    const { current: before, skipped } = this.#chain(chain);
    if (reason !== 'start' && reason !== 'raised') {
      const unanswered = before
        .filter(({ holds }) => !holds)
        .map((asked) => ({ unit: asked.unit, status: asked.status, reason: unansweredReason(asked, at) }));
      this.#escalations.push({ at, seq, incident: this.id, chain, stepId, round, reason, unanswered, skipped });
    }
    this.#chains.set(chain, { current, skipped: [] });
    return questions.filter(({ isNew }) => isNew).map(({ asked }) => asked);
  }

  /** @returns the notification, and whether it is new */
  ask({ notification, unit, side }: Addressee): { readonly asked: Asked; readonly isNew: boolean } {
    const known = this.#asked.get(notification);
    if (known) return { asked: known, isNew: false };
    const asked: Asked = { unit, side, status: 'queued', acknowledged: false, holds: false };
    this.#asked.set(notification, asked);
    this.#ends.asked++;
    return { asked, isNew: true };
  }

  /** @returns the notification: with it the unit and when it was asked */
  acknowledged({ type, data }: EventOf<'NotificationAcknowledged' | 'LateAcknowledgement'>, { at, seq }: Moment) {
    const asked = this.#notification(data.notification);
    if (type === 'NotificationAcknowledged') asked.status = 'acknowledged';
    asked.acknowledged = true;
    asked.holds = true;
    this.#ends[type === 'NotificationAcknowledged' ? 'acknowledged' : 'late']++;
    this.#acknowledgedBy[data.side] ??= { at, seq };
    return asked;
  }

  ended(notification: NotificationId, end: EndedAs): Asked {
    const asked = this.#notification(notification);
    asked.status = end;
    this.#ends[end]++;
    if (end === 'expired' && asked.deliveredAt === undefined) this.#ends.unreached++;
    return asked;
  }

  /** @returns the notification, and whether it had not reached its unit before */
  delivered(notification: NotificationId, at: ExerciseTime): { readonly asked: Asked; readonly isFirst: boolean } {
    const asked = this.#notification(notification);
    const isFirst = asked.deliveredAt === undefined;
    asked.status = 'delivered';
    asked.deliveredAt ??= at;
    return { asked, isFirst };
  }

  /** @returns whether it is the first time that the unit takes the incident on */
  engage(unit: UnitId, at: ExerciseTime): boolean {
    if (this.#engagedAt.has(unit)) return false;
    this.#engagedAt.set(unit, at);
    return true;
  }

  engagedAt(unit: UnitId): ExerciseTime | undefined {
    return this.#engagedAt.get(unit);
  }

  firstNotificationOf(side: Side): Moment | undefined {
    return this.#firstNotificationOf[side];
  }

  /** Any other event of the incident. */
  add(event: LoggedEvent): void {
    const { at, seq } = event;
    const moment = { at, seq };
    this.#decisions.add(event);
    switch (event.type) {
      case 'NotificationSent':
        return this.#sent(event.data.notification, moment);
      case 'JointAcknowledgementChanged':
        if (event.data.state === 'joint') this.#joint ??= moment;
        return;
      case 'AcknowledgementOverridden':
        this.#overridden.push({ ...moment, side: event.data.side, reason: event.data.reason });
        return;
      case 'AcknowledgementLapsed':
        this.#notification(event.data.notification).holds = false;
        return;
      case 'UnitProgressed':
        if (event.data.progress === 'onScene') this.#onScene ??= moment;
        return;
      case 'StepSkipped': {
        const trace = this.#chain(event.data.chain);
        trace.skipped = [...trace.skipped, ...event.data.unreached];
        return;
      }
      case 'EscalationExhausted':
        this.#exhausted.push({ ...moment, chain: event.data.chain });
        return;
      case 'IncidentChanged':
        this.#severity = event.data.severity;
        return;
      case 'IncidentResponding':
        this.#status = 'responding';
        this.#responding ??= moment;
        return;
      case 'IncidentResolved':
        this.#status = 'resolved';
        this.#resolved = moment;
        return;
      case 'IncidentReopened':
        this.#status = 'open';
        this.#severity = event.data.severity;
        this.#resolved = undefined;
        this.#chains.clear();
        return;
      case 'IncidentClosed':
        return this.#close('closed', moment);
      case 'IncidentCancelled':
        return this.#close('cancelled', moment);
      default:
    }
  }

  course(): IncidentCourse {
    const { class: releaseClass, site, headline } = this.#opening;
    return {
      id: this.id,
      class: releaseClass,
      ...(site !== undefined && { site }),
      headline,
      severity: this.#severity,
      status: this.#status,
      opened: this.#opened,
      ...(this.#firstNotification && { firstNotification: this.#firstNotification }),
      acknowledgedBy: { ...this.#acknowledgedBy },
      ...(this.#joint && { jointAcknowledgement: this.#joint }),
      overridden: [...this.#overridden],
      ...(this.#responding && { responding: this.#responding }),
      ...(this.#onScene && { onScene: this.#onScene }),
      ...(this.#resolved && { resolved: this.#resolved }),
      ...(this.#ended && { ended: this.#ended }),
      ...this.#lag(),
      decisions: this.#decisions.course(),
      escalations: [...this.#escalations],
      exhausted: [...this.#exhausted],
      notifications: countEnds([this.#ends]),
    };
  }

  #lag(): Pick<IncidentCourse, 'lag'> {
    const { PAK, CHN } = this.#acknowledgedBy;
    if (!PAK || !CHN) return {};
    const [first, second, later] =
      PAK.seq < CHN.seq ? ([PAK, CHN, SIDES[1]] as const) : ([CHN, PAK, SIDES[0]] as const);
    return { lag: { ms: second.at - first.at, later, seq: second.seq } };
  }

  #sent(notification: NotificationId, moment: Moment): void {
    const asked = this.#notification(notification);
    asked.status = 'sent';
    asked.sentAt = moment.at;
    this.#firstNotification ??= moment;
    this.#firstNotificationOf[asked.side] ??= moment;
  }

  /** Nothing answers to an incident that has ended: what was only kept for that is let go. */
  #close(status: 'closed' | 'cancelled', moment: Moment): void {
    this.#status = status;
    this.#ended = moment;
    this.#asked.clear();
    this.#chains.clear();
    this.#engagedAt.clear();
  }

  #notification(id: NotificationId): Asked {
    const asked = this.#asked.get(id);
    if (!asked) throw new Error(`notification ${id} is in the log before a step asked with it`);
    return asked;
  }

  #chain(chain: ChainId): ChainTrace {
    const known = this.#chains.get(chain);
    if (known) return known;
    const fresh: ChainTrace = { current: [], skipped: [] };
    this.#chains.set(chain, fresh);
    return fresh;
  }
}
