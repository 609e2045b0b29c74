/** Gathers the figures event by event, so that a log need not be in memory. */
import type { EventOf, LoggedEvent, StepReason } from '../engine/event.js';
import { requiredSides } from '../escalation/requirement.js';
import { SIDES, type Side } from '../release/release.js';
import { CourseTally, type Asked } from './course.js';
import { countEnds, noEnds, type EndCounts } from './ends.js';
import type { Figures, IncidentCourse, Moment, OverallFigures, SideFigures, UnitFigures } from './figures.js';
import { spreadOf, type Measure, type Spread } from './spread.js';

/** The figures of a log. The same as a `Tally` that was given its events one by one. */
export function figuresOf(log: Iterable<LoggedEvent>): Figures {
  const tally = new Tally();
  for (const event of log) tally.add(event);
  return tally.figures();
}

interface UnitTally {
  readonly unit: string;
  readonly side: Side;
  readonly ends: EndCounts;
  readonly acknowledged: Measure[];
  readonly onScene: Measure[];
  /** Incidents that it acknowledged, for how many it could have been on scene. */
  engaged: number;
}

export class Tally {
  readonly #incidents = new Map<string, CourseTally>();
  readonly #units = new Map<string, UnitTally>();

  /** The next event of the log. Events that no figure speaks of are passed over. */
  add(event: LoggedEvent): void {
    switch (event.type) {
      case 'IncidentOpened':
        this.#incidents.set(event.data.incident, new CourseTally(event, event));
        return;
      case 'StepStarted':
        for (const asked of this.#course(event).stepStarted(event, event)) count(this.#unit(asked), 'asked');
        return;
      case 'UnitAsked':
        return count(this.#unit(this.#course(event).unitAsked(event)), 'asked');
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

  /** As far as the events go that it was given; more may be added afterwards. */
  figures(): Figures {
    const tallies = [...this.#incidents.values()];
    const courses = tallies.map((one) => one.course());
    const units = [...this.#units.values()];
    const sideFor = (side: Side) =>
      sideFigures(
        side,
        courses,
        tallies.map((one) => one.firstNotificationOf(side)),
        units,
      );
    return {
      incidents: courses,
      overall: overallFigures(courses, units),
      sides: { PAK: sideFor('PAK'), CHN: sideFor('CHN') },
      units: units.map(unitFigures),
    };
  }

  #acknowledged(event: LoggedEvent & EventOf<'NotificationAcknowledged' | 'LateAcknowledgement'>): void {
    const course = this.#course(event);
    const late = event.type === 'LateAcknowledgement';
    const asked = course.acknowledged(event, event);
    const unit = this.#unit(asked);
    count(unit, late ? 'late' : 'acknowledged');
    unit.acknowledged.push({ ms: event.at - (asked.sentAt ?? event.at), seq: event.seq });
    if (event.data.action !== 'inform' && course.engage(asked.unit, event.at)) unit.engaged++;
  }

  #ended(
    event: LoggedEvent &
      EventOf<'NotificationDeclined' | 'NotificationExpired' | 'NotificationWithdrawn' | 'NotificationUndeliverable'>,
    end: 'declined' | 'expired' | 'withdrawn' | 'undeliverable',
  ): void {
    count(this.#unit(this.#course(event).ended(event.data.notification, end)), end);
  }

  #progressed(event: LoggedEvent & EventOf<'UnitProgressed'>): void {
    const course = this.#course(event);
    course.add(event);
    const engagedAt = course.engagedAt(event.data.unit);
    if (event.data.progress !== 'onScene' || engagedAt === undefined) return;
    this.#units.get(event.data.unit)?.onScene.push({ ms: event.at - engagedAt, seq: event.seq });
  }

  #course({ type, data }: LoggedEvent & { readonly data: { readonly incident: string } }): CourseTally {
    const course = this.#incidents.get(data.incident);
    if (!course) throw new Error(`${type} is about ${data.incident}, which the log does not open before`);
    return course;
  }

  #unit({ unit, side }: Pick<Asked, 'unit' | 'side'>): UnitTally {
    const known = this.#units.get(unit);
    if (known) return known;
    const fresh: UnitTally = { unit, side, ends: noEnds(), acknowledged: [], onScene: [], engaged: 0 };
    this.#units.set(unit, fresh);
    return fresh;
  }
}

function count({ ends }: UnitTally, end: keyof EndCounts): void {
  ends[end]++;
}

function unitFigures({ unit, side, ends, acknowledged, onScene, engaged }: UnitTally): UnitFigures {
  return {
    unit,
    side,
    toAcknowledge: spreadOf(acknowledged, ends.asked),
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
): SideFigures {
  const units = all.filter((unit) => unit.side === side);
  const concerned = (course: IncidentCourse) => requiredSides(course.class).includes(side);
  return {
    toFirstNotification: fromOpening(courses, (_, index) => notified[index], concerned),
    toFirstAcknowledgement: fromOpening(courses, ({ acknowledgedBy }) => acknowledgedBy[side], concerned),
    toAcknowledge: spreadOf(
      units.flatMap(({ acknowledged }) => acknowledged),
      units.reduce((sum, { ends }) => sum + ends.asked, 0),
    ),
    notifications: countEnds(units.map(({ ends }) => ends)),
  };
}

function overallFigures(courses: readonly IncidentCourse[], units: readonly UnitTally[]): OverallFigures {
  const joint = courses.filter((one) => requiredSides(one.class).length === SIDES.length);
  const lags = joint.flatMap(({ lag }) => (lag ? [lag] : []));
  const laterOf = (side: Side) => lags.filter(({ later, ms }) => later === side && ms > 0).length;
  const escalations = courses.flatMap((one) => one.escalations);
  const by = (reason: StepReason) => escalations.filter((one) => one.reason === reason).length;
  return {
    toFirstNotification: fromOpening(courses, ({ firstNotification }) => firstNotification),
    toFirstAcknowledgement: fromOpening(courses, ({ acknowledgedBy }) => earliest(Object.values(acknowledgedBy))),
    toJointAcknowledgement: fromOpening(joint, ({ jointAcknowledgement }) => jointAcknowledgement),
    toResponding: fromOpening(courses, ({ responding }) => responding),
    toOnScene: fromOpening(courses, ({ onScene }) => onScene),
    toResolved: fromOpening(courses, ({ resolved }) => resolved),
    lag: spreadOf(lags, joint.filter((one) => one.lag !== undefined || one.status !== 'cancelled').length),
    later: { PAK: laterOf('PAK'), CHN: laterOf('CHN') },
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

/** Of the incidents that got there, and of how many: one that was cancelled before is not counted as one that failed to. */
function fromOpening(
  courses: readonly IncidentCourse[],
  reached: (course: IncidentCourse, index: number) => Moment | undefined,
  concerned: (course: IncidentCourse) => boolean = () => true,
): Spread {
  const measures: Measure[] = [];
  let of = 0;
  for (const [index, course] of courses.entries()) {
    if (!concerned(course)) continue;
    const moment = reached(course, index);
    if (moment) measures.push({ ms: moment.at - course.opened.at, seq: moment.seq });
    if (moment || course.status !== 'cancelled') of++;
  }
  return spreadOf(measures, of);
}

function earliest(moments: readonly Moment[]): Moment | undefined {
  return moments.toSorted((a, b) => a.seq - b.seq)[0];
}
