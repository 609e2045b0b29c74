/** Gathers the figures event by event, so that a log need not be in memory. */
import { laterOf as laterMoment, exerciseTime, STARTEX, type ExerciseTime } from '../kernel/exercise-time.js';
import type { IncidentId, UnitId } from '../kernel/ids.js';
import type { EventOf, LoggedEvent } from '../kernel/event.js';
import type { StepReason } from '../escalation/chain-run.js';
import { requiredSides } from '../escalation/requirement.js';
import { SIDES, type Side } from '../kernel/side.js';
import { CourseTally, type Asked } from './course.js';
import { countEnds, noEnds, type EndCounts } from './ends.js';
import type {
  DecisionCourse,
  Figures,
  IncidentCourse,
  Moment,
  OverallFigures,
  SideFigures,
  UnitFigures,
} from './figures.js';
import { MessageTally } from './message-tally.js';
import { PolicyTally } from './policy-tally.js';
import { ReleaseTally } from './release-tally.js';
import { spreadOf, type Measure, type Spread } from './spread.js';

type Units = readonly { readonly id: UnitId; readonly side: Side }[];

/** The figures of a log. The same as a `Tally` that was given its events one by one. */
export function figuresOf(log: Iterable<LoggedEvent>, units?: Units): Figures {
  const tally = new Tally(units);
  for (const event of log) tally.add(event);
  return tally.figures();
}

interface UnitTally {
  readonly unit: UnitId;
  readonly side: Side;
  readonly ends: EndCounts;
  readonly acknowledged: Measure[];
  readonly onScene: Measure[];
  /** Notifications that it could answer: delivered, and not ended at that very moment. */
  answerable: number;
  /** Those that were delivered at the latest time of all, and are open. */
  latest: { at: ExerciseTime; open: number };
  /** Incidents that it acknowledged, for how many it could have been on scene. */
  engaged: number;
}

export class Tally {
  readonly #incidents = new Map<IncidentId, CourseTally>();
  readonly #units = new Map<UnitId, UnitTally>();
  /** When the other side first knew of an incident. */
  readonly #shared = new Map<IncidentId, Moment>();
  readonly #messages: MessageTally;
  readonly #policies = new PolicyTally();
  readonly #releases = new ReleaseTally();
  #last = STARTEX;

  /** @param units for the figures of messages by side: those of a unit that is not named count for no side */
  constructor(units: Units = []) {
    this.#messages = new MessageTally(units);
  }

  /** The next event of the log. Events that no figure speaks of are passed over. */
  add(event: LoggedEvent): void {
    this.#last = event.at;
    this.#share(event);
    this.#messages.add(event);
    this.#policies.add(event);
    this.#releases.add(event);
    switch (event.type) {
      case 'IncidentOpened':
        this.#incidents.set(event.data.incident, new CourseTally(event, event));
        return;
      case 'StepStarted':
        for (const asked of this.#course(event).stepStarted(event, event)) count(this.#unit(asked), 'asked');
        return;
      case 'UnitAsked':
        return count(this.#unit(this.#course(event).ask(event.data).asked), 'asked');
      case 'NotificationDelivered':
        return this.#delivered(event);
      case 'NotificationAcknowledged':
      case 'LateAcknowledgement':
        return this.#acknowledged(event);
      case 'NotificationDeclined':
        return this.#ended(event, 'declined');
      case 'NotificationExpired':
        return this.#ended(event, 'expired');
      case 'NotificationWithdrawn':
        return this.#ended(event, 'withdrawn');
      case 'NotificationUndeliverable':
        return this.#ended(event, 'undeliverable');
      case 'UnitProgressed':
        return this.#progressed(event);
      default:
        if ('incident' in event.data && event.data.incident !== undefined)
          this.#incidents.get(event.data.incident)?.add(event);
    }
  }

  /**
   * As far as the events go that it was given; more may be added afterwards.
   * @param until exercise time that the run has reached; absent: that of the last event
   */
  figures(until = this.#last): Figures {
    const end = laterMoment(until, this.#last);
    const tallies = [...this.#incidents.values()];
    const courses = tallies.map((one) => withShared(one.course(), this.#shared));
    const units = [...this.#units.values()];
    const sideFor = (side: Side) =>
      sideFigures(
        side,
        courses,
        tallies.map((one) => one.firstNotificationOf(side)),
        units,
        end,
      );
    return {
      incidents: courses,
      overall: overallFigures(courses, units, end),
      sides: { PAK: sideFor('PAK'), CHN: sideFor('CHN') },
      units: units.map((unit) => unitFigures(unit, end)),
      messages: this.#messages.figures(end),
      policies: this.#policies.figures(end),
      releases: this.#releases.figures(end),
    };
  }

  /** Its first alert is accepted before the incident is opened. */
  #share({ type, data, at, seq }: LoggedEvent): void {
    if (type !== 'AlertAccepted' && type !== 'MessagePosted') return;
    const { incident, tearLine } = data;
    if (incident === undefined || tearLine === undefined || this.#shared.has(incident)) return;
    this.#shared.set(incident, { at, seq });
  }

  #delivered(event: LoggedEvent & EventOf<'NotificationDelivered'>): void {
    const { asked, isFirst } = this.#course(event).delivered(event.data.notification, event.at);
    if (!isFirst) return;
    const unit = this.#unit(asked);
    unit.answerable++;
    if (unit.latest.at !== event.at) unit.latest = { at: event.at, open: 0 };
    unit.latest.open++;
  }

  #acknowledged(event: LoggedEvent & EventOf<'NotificationAcknowledged' | 'LateAcknowledgement'>): void {
    const course = this.#course(event);
    const late = event.type === 'LateAcknowledgement';
    const asked = course.acknowledged(event, event);
    const unit = this.#unit(asked);
    count(unit, late ? 'late' : 'acknowledged');
    if (!late && asked.deliveredAt === unit.latest.at) unit.latest.open--;
    unit.acknowledged.push({ ms: event.at - (asked.sentAt ?? event.at), seq: event.seq });
    if (event.data.action !== 'inform' && course.engage(asked.unit, event.at)) unit.engaged++;
  }

  #ended(
    event: LoggedEvent &
      EventOf<'NotificationDeclined' | 'NotificationExpired' | 'NotificationWithdrawn' | 'NotificationUndeliverable'>,
    end: 'declined' | 'expired' | 'withdrawn' | 'undeliverable',
  ): void {
    const asked = this.#course(event).ended(event.data.notification, end);
    const unit = this.#unit(asked);
    count(unit, end);
    if (asked.deliveredAt === undefined) {
      if (end === 'expired') count(unit, 'unreached');
      return;
    }
    if (asked.deliveredAt === unit.latest.at) unit.latest.open--;
    // It was asked at the very moment at which its incident or the exercise ended.
    if (end !== 'declined' && asked.deliveredAt === event.at) unit.answerable--;
  }

  #progressed(event: LoggedEvent & EventOf<'UnitProgressed'>): void {
    const course = this.#course(event);
    course.add(event);
    const engagedAt = course.engagedAt(event.data.unit);
    if (event.data.progress !== 'onScene' || engagedAt === undefined) return;
    this.#units.get(event.data.unit)?.onScene.push({ ms: event.at - engagedAt, seq: event.seq });
  }

  #course({ type, data }: LoggedEvent & { readonly data: { readonly incident: IncidentId } }): CourseTally {
    const course = this.#incidents.get(data.incident);
    if (!course) throw new Error(`${type} is about ${data.incident}, which the log does not open before`);
    return course;
  }

  #unit({ unit, side }: Pick<Asked, 'unit' | 'side'>): UnitTally {
    const known = this.#units.get(unit);
    if (known) return known;
    const fresh: UnitTally = {
      unit,
      side,
      ends: noEnds(),
      acknowledged: [],
      onScene: [],
      answerable: 0,
      latest: { at: exerciseTime(-1), open: 0 },
      engaged: 0,
    };
    this.#units.set(unit, fresh);
    return fresh;
  }
}

function count({ ends }: UnitTally, end: keyof EndCounts): void {
  ends[end]++;
}

/** What was delivered at the very end could not be answered. */
function answerableBy({ answerable, latest, acknowledged }: UnitTally, end: ExerciseTime): number {
  return Math.max(acknowledged.length, answerable - (latest.at === end ? latest.open : 0));
}

function unitFigures(tally: UnitTally, end: ExerciseTime): UnitFigures {
  const { unit, side, ends, acknowledged, onScene, engaged } = tally;
  return {
    unit,
    side,
    toAcknowledge: spreadOf(acknowledged, answerableBy(tally, end)),
    toOnScene: spreadOf(onScene, Math.max(engaged, onScene.length)),
    notifications: countEnds([ends]),
  };
}

/** @param notified of each incident, in the same order: when the side was first sent something */
function sideFigures(
  side: Side,
  courses: readonly IncidentCourse[],
  notified: readonly (Moment | undefined)[],
  all: readonly UnitTally[],
  end: ExerciseTime,
): SideFigures {
  const units = all.filter((unit) => unit.side === side);
  const concerned = (course: IncidentCourse) => requiredSides(course.class).includes(side);
  return {
    toFirstNotification: fromOpening(courses, end, (_, index) => notified[index], concerned),
    toFirstAcknowledgement: fromOpening(courses, end, ({ acknowledgedBy }) => acknowledgedBy[side], concerned),
    toAcknowledge: spreadOf(
      units.flatMap(({ acknowledged }) => acknowledged),
      units.reduce((sum, unit) => sum + answerableBy(unit, end), 0),
    ),
    notifications: countEnds(units.map(({ ends }) => ends)),
  };
}

function overallFigures(
  courses: readonly IncidentCourse[],
  units: readonly UnitTally[],
  end: ExerciseTime,
): OverallFigures {
  const joint = courses.filter((one) => requiredSides(one.class).length === SIDES.length);
  const lags = joint.flatMap(({ lag }) => (lag ? [lag] : []));
  const laterOf = (side: Side) => lags.filter(({ later, ms }) => later === side && ms > 0).length;
  const agreed = joint.flatMap(({ decisions }) => decisions.agreed);
  const count = (of: (course: DecisionCourse) => readonly unknown[]) =>
    joint.reduce((sum, { decisions }) => sum + of(decisions).length, 0);
  const escalations = courses.flatMap((one) => one.escalations);
  const by = (reason: StepReason) => escalations.filter((one) => one.reason === reason).length;
  return {
    toFirstNotification: fromOpening(courses, end, ({ firstNotification }) => firstNotification),
    toFirstAcknowledgement: fromOpening(courses, end, ({ acknowledgedBy }) => earliest(Object.values(acknowledgedBy))),
    toJointAcknowledgement: fromOpening(joint, end, ({ jointAcknowledgement }) => jointAcknowledgement),
    toResponding: fromOpening(courses, end, ({ responding }) => responding),
    toOnScene: fromOpening(courses, end, ({ onScene }) => onScene),
    toResolved: fromOpening(courses, end, ({ resolved }) => resolved),
    toShared: fromOpening(
      courses,
      end,
      ({ shared }) => shared,
      (one) => one.class !== 'JOINT',
    ),
    lag: spreadOf(lags, joint.filter((one) => one.lag !== undefined || hadTime(one, end)).length),
    later: { PAK: laterOf('PAK'), CHN: laterOf('CHN') },
    decisionLag: spreadOf(agreed, agreed.length),
    deadlocks: count(({ deadlocks }) => deadlocks),
    decisionsWithdrawn: count(({ withdrawn }) => withdrawn),
    decisionsOverridden: count(({ overridden }) => overridden),
    escalations: escalations.length,
    escalationsBy: {
      start: by('start'),
      timeout: by('timeout'),
      impossible: by('impossible'),
      skipped: by('skipped'),
      manual: by('manual'),
      lapsed: by('lapsed'),
      repeat: by('repeat'),
      raised: by('raised'),
    },
    exhausted: courses.reduce((sum, one) => sum + one.exhausted.length, 0),
    notifications: countEnds(units.map(({ ends }) => ends)),
  };
}

function withShared(course: IncidentCourse, shared: ReadonlyMap<IncidentId, Moment>): IncidentCourse {
  const moment = course.class === 'JOINT' ? undefined : shared.get(course.id);
  return moment === undefined ? course : { ...course, shared: moment };
}

/** Of the incidents that got there, and of how many that could have. */
function fromOpening(
  courses: readonly IncidentCourse[],
  end: ExerciseTime,
  reached: (course: IncidentCourse, index: number) => Moment | undefined,
  concerned: (course: IncidentCourse) => boolean = () => true,
): Spread {
  const measures: Measure[] = [];
  let of = 0;
  for (const [index, course] of courses.entries()) {
    if (!concerned(course)) continue;
    const moment = reached(course, index);
    if (moment) measures.push({ ms: moment.at - course.opened.at, seq: moment.seq });
    if (moment || hadTime(course, end)) of++;
  }
  return spreadOf(measures, of);
}

/** An incident that was cancelled, or was opened at the very moment at which it or the log ended, has not failed. */
function hadTime({ status, opened, resolved, ended }: IncidentCourse, end: ExerciseTime): boolean {
  const over = [end, resolved?.at, ended?.at].filter((at) => at !== undefined);
  return status !== 'cancelled' && opened.at < Math.min(...over);
}

function earliest(moments: readonly Moment[]): Moment | undefined {
  return moments.toSorted((a, b) => a.seq - b.seq)[0];
}
