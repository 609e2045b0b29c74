/** What people and units wrote to each other, in figures: how many messages, and what became of requests for information. */
import type { ExerciseTime } from '../kernel/exercise-time.js';
import type { MessageId } from '../kernel/ids.js';
import type { LoggedEvent } from '../kernel/event.js';
import { MESSAGE_KINDS, type MessageKind } from '../message/message.js';
import type { MessageFigures, Moment, RequestCourse } from './figures.js';
import { spreadOf } from './spread.js';

interface RequestTally extends Moment {
  readonly message: MessageId;
  readonly answerBy?: ExerciseTime;
  answered?: Moment & { readonly late: boolean };
  overdue?: Moment;
}

export class MessageTally {
  readonly #sent = new Map<MessageKind, number>();
  readonly #requests = new Map<MessageId, RequestTally>();

  /** The next event of the log. */
  add({ type, data, at, seq }: LoggedEvent): void {
    switch (type) {
      case 'MessagePosted': {
        const { message, kind, answerBy } = data;
        this.#sent.set(kind, (this.#sent.get(kind) ?? 0) + 1);
        if (kind !== 'request') return;
        this.#requests.set(message, { message, at, seq, ...(answerBy !== undefined && { answerBy }) });
        return;
      }
      case 'MessageAnswered': {
        const request = this.#requests.get(data.message);
        // The first answer counts.
        if (request) request.answered ??= { at, seq, late: data.late === true };
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
    const requests: RequestCourse[] = [...this.#requests.values()].map((one) => ({ ...one }));
    const answered = requests.flatMap((one) => (one.answered ? [{ ...one, answered: one.answered }] : []));
    const unanswered = requests.filter((one) => one.answered === undefined);
    const overdue = unanswered.filter((one) => one.overdue !== undefined).length;
    return {
      sent: Object.fromEntries(MESSAGE_KINDS.map((kind) => [kind, this.#sent.get(kind) ?? 0])) as Record<
        MessageKind,
        number
      >,
      requests,
      answered: answered.length,
      late: answered.filter((one) => one.answered.late).length,
      overdue,
      open: unanswered.length - overdue,
      toAnswered: spreadOf(
        answered.map((one) => ({ ms: one.answered.at - one.at, seq: one.answered.seq })),
        answered.length + unanswered.filter(({ at }) => at < end).length,
      ),
    };
  }
}
