/** What an engine's log says of draws, and which notification bears which id. Nothing else of the log is known to the model. */
import type { Cause, LoggedEvent } from '#domain/kernel/event.js';
import type { UnitDefinition } from '#domain/unit/unit.js';
import type { Draws, Movements, PlannedAnswer, Sending } from './draws.js';
import type { QuestionKey } from './world.js';

/** Which question a notification asks. */
export class Notifications {
  readonly #keys = new Map<string, QuestionKey>();
  readonly #counts = new Map<string, number>();

  see({ type, at, data }: LoggedEvent): void {
    if (type === 'UnitAsked') this.#add(data.notification, { ...data, askedAt: at });
    if (type === 'NotificationCarried') this.#add(data.notification, { ...data, askedAt: at });
    if (type !== 'StepStarted') return;
    for (const { notification, unit, action } of data.addressees) {
      this.#add(notification, { incident: data.incident, unit, action, askedAt: at });
    }
  }

  #add(id: string, { incident, unit, action, askedAt }: Omit<QuestionKey, 'nth'>): void {
    if (this.#keys.has(id)) return;
    const text = textOf({ incident, unit, action, askedAt });
    const nth = this.#counts.get(text) ?? 0;
    this.#counts.set(text, nth + 1);
    this.#keys.set(id, { incident, unit, action, askedAt, nth });
  }

  get(id: string): QuestionKey | undefined {
    return this.#keys.get(id);
  }
}

function textOf({ incident, unit, action, askedAt, nth = 0 }: Omit<QuestionKey, 'nth'> & { nth?: number }): string {
  return [incident, unit, action, askedAt, nth].join(' ');
}

/** The draws of a log, by what was drawn and when. What was drawn several times at one moment is given in its order. */
export class DrawsFromLog implements Draws {
  readonly #answers = new Drawn<PlannedAnswer | 'silent'>();
  readonly #movements = new Drawn<Movements>();
  readonly #lost = new Drawn<boolean>();
  readonly #replies = new Drawn<number>();

  readonly #offDuty: Set<string>;

  constructor(
    private readonly notifications: Notifications,
    units: readonly UnitDefinition[],
  ) {
    this.#offDuty = new Set(units.filter(({ duty }) => duty === 'off').map(({ id }) => id));
  }

  /** The notifications must have seen the event. */
  see({ type, at, data, cause }: LoggedEvent): void {
    switch (type) {
      case 'AnswerPlanned': {
        const key = this.notifications.get(data.notification);
        // A unit that is off duty, or whose planned answer is of no use any more, is said to be silent, too: that is no draw.
        if (!key || this.#offDuty.has(key.unit) || isOf(cause, `answer:${data.notification}`)) return;
        const { answer } = data;
        return this.#answers.add(
          textOf(key),
          at,
          answer === 'silent' || data.at === null ? 'silent' : { answer, at: data.at },
        );
      }
      case 'UnitDutyChanged':
        if (data.duty === 'off') this.#offDuty.add(data.unit);
        else this.#offDuty.delete(data.unit);
        return;
      case 'MessageReplyPlanned':
        if (data.at !== null) this.#replies.add(`${data.message} ${data.unit}`, at, data.at);
        return;
      case 'MovementsPlanned':
        return this.#movements.add(`${data.unit} ${data.incident}`, at, data);
      case 'TransmissionPlanned':
        if (isOf(cause, `deliver:${data.notification}`)) return;
        return this.#send('question', data.notification, at, data.deliverAt);
      case 'AnswerTransmissionPlanned':
        if (isOf(cause, `answerArrives:${data.notification}`)) return;
        return this.#send('answer', data.notification, at, data.arrivesAt);
      case 'UpdateTransmissionPlanned':
        if (isOf(cause, `update:${data.update}/${data.unit}`)) return;
        return this.#lost.add(`news ${data.unit} ${data.incident}`, at, data.deliverAt === null);
      default:
    }
  }

  #send(kind: string, notification: string, at: number, arrival: number | null): void {
    const key = this.notifications.get(notification);
    if (key) this.#lost.add(`${kind} ${textOf(key)}`, at, arrival === null);
  }

  answer(question: QuestionKey, at: number): PlannedAnswer | undefined {
    const drawn = this.#answers.take(textOf(question), at);
    return drawn === 'silent' ? undefined : drawn;
  }

  movements(unit: string, incident: string, at: number): Movements | undefined {
    return this.#movements.take(`${unit} ${incident}`, at);
  }

  reply(message: string, unit: string, at: number): number | undefined {
    return this.#replies.take(`${message} ${unit}`, at);
  }

  isLost(sending: Sending, at: number): boolean | undefined {
    const { kind } = sending;
    const name = kind === 'news' ? `${sending.unit} ${sending.incident}` : textOf(sending.question);
    return this.#lost.take(`${kind} ${name}`, at);
  }
}

/** What arrives in vain is said to be lost by then, too; that was drawn when it was sent. */
function isOf(cause: Cause, arrival: string): boolean {
  return 'timer' in cause && cause.timer === arrival;
}

class Drawn<T> {
  readonly #values = new Map<string, T[]>();

  add(name: string, at: number, value: T): void {
    const key = `${name} at ${at}`;
    const values = this.#values.get(key);
    if (values) values.push(value);
    else this.#values.set(key, [value]);
  }

  take(name: string, at: number): T | undefined {
    return this.#values.get(`${name} at ${at}`)?.shift();
  }
}
