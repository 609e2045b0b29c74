/** What people and units wrote to each other, in figures: how many messages, and what became of requests for information. */
import type { ExerciseTime } from '../kernel/exercise-time.js';
import type { MessageId, UnitId } from '../kernel/ids.js';
import type { LoggedEvent } from '../kernel/event.js';
import { SIDES, type Side } from '../kernel/side.js';
import { deskOf, unitAt, type Address } from '../message/address.js';
import { MESSAGE_KINDS, type MessageKind } from '../message/message.js';
import type { MessageFigures, Moment, RequestCourse, RequestEnds, RequestSideFigures } from './figures.js';
import { spreadOf, type Measure } from './spread.js';

type Answered = Moment & { readonly late: boolean };

interface RequestTally extends Moment {
  readonly message: MessageId;
  readonly answerBy?: ExerciseTime;
  readonly from?: Side;
  readonly to: readonly Side[];
  answered?: Answered;
  /** The first answer of each side that was asked. */
  readonly answeredBy: Partial<Record<Side, Answered>>;
  overdue?: Moment;
}

/** A request as it stands for one of those who asked or were asked. */
type Standing = Moment & { readonly answered: Answered | undefined; readonly overdue: Moment | undefined };

export class MessageTally {
  readonly #sent = new Map<MessageKind, number>();
  readonly #requests = new Map<MessageId, RequestTally>();
  readonly #sides: ReadonlyMap<UnitId, Side>;

  /** @param units of the exercise, with their sides */
  constructor(units: readonly { readonly id: UnitId; readonly side: Side }[]) {
    this.#sides = new Map(units.map(({ id, side }) => [id, side]));
  }

  /** The next event of the log. */
  add({ type, data, at, seq }: LoggedEvent): void {
    switch (type) {
      case 'MessagePosted': {
        const { message, kind, answerBy } = data;
        this.#sent.set(kind, (this.#sent.get(kind) ?? 0) + 1);
        if (kind !== 'request') return;
        const from = this.#sideOf(data.from);
        const to = SIDES.filter((side) => data.to.some((address) => this.#sideOf(address) === side));
        this.#requests.set(message, {
          message,
          at,
          seq,
          to,
          answeredBy: {},
          ...(from !== undefined && { from }),
          ...(answerBy !== undefined && { answerBy }),
        });
        return;
      }
      case 'MessageAnswered': {
        const request = this.#requests.get(data.message);
        if (!request) return;
        const answered = { at, seq, late: data.late === true };
        // The first answer counts.
        request.answered ??= answered;
        const side = this.#sideOf(data.by);
        if (side !== undefined) request.answeredBy[side] ??= answered;
        return;
      }
      case 'MessageOverdue': {
        const request = this.#requests.get(data.message);
        if (request) request.overdue = { at, seq };
        return;
      }
      default:
    }
  }

  /** @param end exercise time that the run has reached: what was asked at that moment could not be answered */
  figures(end: ExerciseTime): MessageFigures {
    const requests = [...this.#requests.values()];
    return {
      sent: Object.fromEntries(MESSAGE_KINDS.map((kind) => [kind, this.#sent.get(kind) ?? 0])) as Record<
        MessageKind,
        number
      >,
      requests: requests.map(({ to, answeredBy, ...one }): RequestCourse => ({
        ...one,
        to: [...to],
        answeredBy: { ...answeredBy },
      })),
      ...endsOf(requests.map(asAsked)),
      toAnswered: toAnswered(requests.map(asAsked), end),
      sides: { PAK: sideFigures('PAK', requests, end), CHN: sideFigures('CHN', requests, end) },
    };
  }

  /** Undefined: exercise control, or a unit that nobody knows. */
  #sideOf(address: Address): Side | undefined {
    const unit = unitAt(address);
    return unit === undefined ? SIDES.find((side) => deskOf(side) === address) : this.#sides.get(unit);
  }
}

function asAsked({ at, seq, answered, overdue }: RequestTally): Standing {
  return { at, seq, answered, overdue };
}

/** Of what was asked of several, each side has its own answer. */
function asReceived(side: Side, { at, seq, answeredBy, overdue }: RequestTally): Standing {
  return { at, seq, answered: answeredBy[side], overdue };
}

function sideFigures(side: Side, all: readonly RequestTally[], end: ExerciseTime): RequestSideFigures {
  const asked = all.filter(({ from }) => from === side).map(asAsked);
  const received = all.filter(({ to }) => to.includes(side)).map((one) => asReceived(side, one));
  return {
    asked: { requests: asked.length, ...endsOf(asked) },
    received: { requests: received.length, ...endsOf(received) },
    toAnswer: toAnswered(received, end),
  };
}

/** Each is answered, overdue without an answer, or open. */
function endsOf(requests: readonly Standing[]): Omit<RequestEnds, 'requests'> {
  const answered = requests.flatMap((one) => one.answered ?? []);
  const unanswered = requests.filter((one) => one.answered === undefined);
  const overdue = unanswered.filter((one) => one.overdue !== undefined).length;
  return {
    answered: answered.length,
    late: answered.filter(({ late }) => late).length,
    overdue,
    open: unanswered.length - overdue,
  };
}

function toAnswered(requests: readonly Standing[], end: ExerciseTime) {
  const measures = requests.flatMap(({ at, answered }): Measure[] =>
    answered ? [{ ms: answered.at - at, seq: answered.seq }] : [],
  );
  const waiting = requests.filter(({ at, answered }) => answered === undefined && at < end);
  return spreadOf(measures, measures.length + waiting.length);
}
