/**
 * Who played an exercise: the mode of each unit over time, who answered for it, how fast each kind of player was, and what
 * the trainer did. Computed from the log alone.
 */
import { exerciseTime, laterOf, STARTEX, type ExerciseTime } from '../kernel/exercise-time.js';
import type { Actor, EventType, LoggedEvent } from '../kernel/event.js';
import type { NotificationId, UnitId } from '../kernel/ids.js';
import type { Side } from '../kernel/side.js';
import type { UnitDefinition, UnitMode } from '../unit/unit.js';
import type { Moment } from './figures.js';
import { spreadOf, type Measure, type Spread } from './spread.js';

/** A person at the console, the simulation, or a program of somebody else. */
export const PLAYER_KINDS = ['person', 'simulated', 'remote'] as const;
export type PlayerKind = (typeof PLAYER_KINDS)[number];

/** A unit was of this mode from `from` to `to`, exercise time in ms. */
export interface ModePeriod {
  readonly mode: UnitMode;
  readonly from: ExerciseTime;
  readonly to: ExerciseTime;
  /** The event that began it; absent: the scenario says so. */
  readonly seq?: number;
}

export interface UnitPlay {
  readonly unit: UnitId;
  readonly periods: readonly ModePeriod[];
  /** How many acknowledgements and refusals each kind of player gave for the unit. */
  readonly answers: Readonly<Record<PlayerKind, number>>;
  /** The accounts that answered for it, in order of their first answer. */
  readonly answeredBy: readonly string[];
}

export interface PlayerFigures {
  /** Notifications that were answered by the kind, or delivered to its units and not answered. */
  readonly asked: number;
  readonly acknowledged: number;
  readonly declined: number;
  /** From the sending to the acknowledgement; of those that could be answered. */
  readonly toAcknowledge: Spread;
}

/** An account that did something in the exercise. */
export interface Participant {
  readonly id: string;
  readonly role: Extract<Actor, { kind: 'account' }>['role'];
  readonly side?: Side;
  /** How many events it caused. */
  readonly acts: number;
}

export interface Play {
  readonly units: readonly UnitPlay[];
  readonly players: Readonly<Record<PlayerKind, PlayerFigures>>;
  readonly participants: readonly Participant[];
  /** What the trainer did to the script, the clock, units, links and the policy, in order. */
  readonly interventions: readonly Moment[];
}

/** Events by which a controller directs an exercise. */
const INTERVENTIONS: ReadonlySet<EventType> = new Set<EventType>([
  'InjectFired',
  'InjectSkipped',
  'InjectDelayed',
  'InjectImprovised',
  'MessageSent',
  'ExerciseStarted',
  'ExercisePaused',
  'ExerciseResumed',
  'SpeedChanged',
  'RunToSet',
  'ExerciseStepped',
  'ExerciseEnded',
  'UnitModeChanged',
  'UnitDutyChanged',
  'LinkChanged',
  'PolicyChanged',
  'AcknowledgementOverridden',
]);

const KIND_OF_MODE: Readonly<Record<UnitMode, PlayerKind>> = {
  played: 'person',
  simulated: 'simulated',
  remote: 'remote',
};

interface Question {
  kind: PlayerKind;
  sentAt: ExerciseTime;
  deliveredAt?: ExerciseTime;
  endedAt?: ExerciseTime;
  declined?: true;
  acknowledged?: Measure;
}

interface UnitTrace {
  readonly periods: { mode: UnitMode; from: ExerciseTime; seq?: number }[];
  readonly answers: Record<PlayerKind, number>;
  readonly answeredBy: Set<string>;
}

export class PlayTally {
  readonly #units: ReadonlyMap<UnitId, UnitTrace>;
  readonly #questions = new Map<NotificationId, Question>();
  readonly #participants = new Map<string, { -readonly [Key in keyof Participant]: Participant[Key] }>();
  readonly #interventions: Moment[] = [];

  constructor(units: readonly Pick<UnitDefinition, 'id' | 'mode'>[]) {
    this.#units = new Map(
      units.map(({ id, mode }) => [
        id,
        {
          periods: [{ mode, from: STARTEX }],
          answers: { person: 0, simulated: 0, remote: 0 },
          answeredBy: new Set<string>(),
        },
      ]),
    );
  }

  /** The next event of the log. */
  add(event: LoggedEvent): void {
    this.#attend(event.actor);
    if (isIntervention(event)) this.#interventions.push({ at: event.at, seq: event.seq });
    switch (event.type) {
      case 'NotificationSent': {
        const kind = this.#kindOf(event.data.unit);
        if (!this.#questions.has(event.data.notification)) {
          this.#questions.set(event.data.notification, { kind, sentAt: event.at });
        }
        return;
      }
      case 'NotificationDelivered': {
        const question = this.#questions.get(event.data.notification);
        if (!question || question.deliveredAt !== undefined) return;
        question.deliveredAt = event.at;
        question.kind = this.#kindOf(event.data.unit);
        return;
      }
      case 'NotificationAcknowledged':
      case 'LateAcknowledgement':
      case 'NotificationDeclined':
        return this.#answered(event);
      case 'NotificationExpired':
      case 'NotificationWithdrawn': {
        const question = this.#questions.get(event.data.notification);
        if (question) question.endedAt = event.at;
        return;
      }
      case 'UnitModeChanged':
        this.#units.get(event.data.unit)?.periods.push({ mode: event.data.mode, from: event.at, seq: event.seq });
        return;
      default:
    }
  }

  /** @param until exercise time that the run has reached, ms */
  play(until: ExerciseTime): Play {
    const questions = [...this.#questions.values()];
    const figures = (kind: PlayerKind) =>
      playerFigures(
        questions.filter((one) => one.kind === kind),
        until,
      );
    return {
      units: [...this.#units].map(([unit, { periods, answers, answeredBy }]) => ({
        unit,
        periods: periods.flatMap((period, index) => {
          const to = periods[index + 1]?.from ?? laterOf(until, period.from);
          return to > period.from || periods.length === 1 ? [{ ...period, to }] : [];
        }),
        answers,
        answeredBy: [...answeredBy],
      })),
      players: { person: figures('person'), simulated: figures('simulated'), remote: figures('remote') },
      participants: [...this.#participants.values()],
      interventions: [...this.#interventions],
    };
  }

  #answered(
    event: LoggedEvent & { type: 'NotificationAcknowledged' | 'LateAcknowledgement' | 'NotificationDeclined' },
  ): void {
    const { data, actor, at, seq, type } = event;
    const kind = kindOfPlayer(actor);
    const unit = this.#units.get(data.unit);
    if (unit) {
      unit.answers[kind]++;
      if (actor.kind === 'account') unit.answeredBy.add(actor.id);
    }
    const question = this.#questions.get(data.notification) ?? { kind, sentAt: at };
    this.#questions.set(data.notification, question);
    question.kind = kind;
    question.deliveredAt ??= at;
    if (type === 'NotificationDeclined') question.declined = true;
    else question.acknowledged ??= { ms: at - question.sentAt, seq };
  }

  #kindOf(unit: UnitId): PlayerKind {
    return KIND_OF_MODE[this.#units.get(unit)?.periods.at(-1)?.mode ?? 'simulated'];
  }

  #attend(actor: Actor): void {
    if (actor.kind !== 'account') return;
    const { id, role, side } = actor;
    const known = this.#participants.get(`${id}|${role}`);
    if (known) known.acts++;
    else this.#participants.set(`${id}|${role}`, { id, role, ...(side !== undefined && { side }), acts: 1 });
  }
}

/** A service speaks for a program; every other account is a person. */
function kindOfPlayer(actor: Actor): PlayerKind {
  if (actor.kind !== 'account') return 'simulated';
  return actor.role === 'service' ? 'remote' : 'person';
}

function isIntervention({ type, actor, cause }: LoggedEvent): boolean {
  if (!INTERVENTIONS.has(type)) return false;
  if (type === 'InjectFired' || type === 'InjectSkipped') return 'command' in cause;
  return actor.kind === 'account' && actor.role === 'controller';
}

function playerFigures(questions: readonly Question[], until: ExerciseTime): PlayerFigures {
  const delivered = questions.filter(({ deliveredAt }) => deliveredAt !== undefined);
  const measures = delivered.flatMap(({ acknowledged }) => (acknowledged ? [acknowledged] : []));
  // What was delivered at the very moment at which it ended could not be answered.
  const answerable = delivered.filter(
    ({ acknowledged, declined, deliveredAt, endedAt }) =>
      acknowledged || declined || (deliveredAt ?? exerciseTime(0)) < (endedAt ?? until),
  );
  return {
    asked: delivered.length,
    acknowledged: measures.length,
    declined: delivered.filter((one) => one.declined).length,
    toAcknowledge: spreadOf(measures, answerable.length),
  };
}
