/** A program that plays a remote unit: it receives what the unit is asked, and answers by a simple rule, or as a person says. */
import { capTimeOf } from '#contracts/alert/cap-time.js';
import { ackMessage, errorMessage } from '#contracts/cap/answer-message.js';
import { emitCap } from '#contracts/cap/emit-cap.js';
import { parseCap } from '#contracts/cap/parse-cap.js';
import type { Alert } from '#domain/alert/alert.js';
import type { AnswerSender } from './answer-sender.js';
import type { Journal, JournalEntry } from './journal.js';

export const BEHAVIOURS = ['ack', 'decline', 'silent', 'ask'] as const;
export type Behaviour = (typeof BEHAVIOURS)[number];

export interface LiaisonSettings {
  readonly exercise: string;
  readonly unit: string;
  readonly behaviour: Behaviour;
  /** Between a question and its answer, ms. */
  readonly delayMs: number;
  /** Of a decline. */
  readonly reason: string;
  readonly print: (line: string) => void;
}

/** A question that has no answer yet. */
interface Question {
  readonly delivery: string;
  readonly message: Alert;
}

export class Liaison {
  /** Of every message that was ever received. */
  private readonly known = new Set<string>();
  /** By the identifier of the notification, in the order of their coming. */
  private readonly open = new Map<string, Question>();
  private readonly timers = new Set<NodeJS.Timeout>();

  constructor(
    private readonly settings: LiaisonSettings,
    private readonly journal: Journal,
    private readonly sender: AnswerSender,
  ) {}

  /** Goes on where the program stopped the last time. */
  resume(): void {
    const unfinished = new Map<string, Question>();
    const answers = new Map<string, Extract<JournalEntry, { type: 'answering' }>>();
    for (const entry of this.journal.entries) {
      if (entry.type === 'received') {
        this.known.add(entry.delivery);
        const message = read(Buffer.from(entry.message));
        if (message.msgType === 'Alert') unfinished.set(entry.delivery, { delivery: entry.delivery, message });
        else if (message.msgType === 'Cancel') withdraw(unfinished, message);
      } else if (entry.type === 'answering') {
        answers.set(entry.delivery, entry);
      } else {
        finish(unfinished, entry.delivery);
      }
    }
    for (const [delivery, question] of unfinished) {
      const answer = answers.get(delivery);
      if (answer === undefined) this.consider(question);
      else void this.deliver(question, answer.answer, answer.message);
    }
  }

  /** @throws InputError */
  receive(delivery: string, body: Buffer): void {
    if (this.known.has(delivery)) return;
    const message = read(body);
    this.journal.write({ type: 'received', delivery, message: body.toString('utf8') });
    this.known.add(delivery);
    const about = message.references?.[0]?.identifier ?? message.identifier;
    switch (message.msgType) {
      case 'Alert': {
        const [info] = message.info ?? [];
        const expires = info?.expires === undefined ? '' : ` (until ${info.expires})`;
        const again = this.open.has(message.identifier) ? 'reminder: ' : '';
        this.settings.print(`${message.identifier}  ${again}${info?.event ?? ''}: ${info?.headline ?? ''}${expires}`);
        this.consider({ delivery, message });
        return;
      }
      case 'Cancel':
        this.open.delete(about);
        this.settings.print(`${about}  withdrawn`);
        return;
      default:
        this.settings.print(`${about}  ${message.info?.[0]?.event ?? message.msgType}`);
    }
  }

  /** A line that a person has typed: `a` or `d`, with the id of a notification, and the reason of a decline. */
  command(line: string): void {
    const [, verb, id, reason] = /^\s*([ad])(?:\s+([A-Z]+-\d+\.N\d+))?(?:\s+(.+?))?\s*$/.exec(line) ?? [];
    if (verb === undefined)
      return this.settings.print('Type a to acknowledge or d to decline; then the id, if it is not the oldest.');
    const question = id === undefined ? this.open.values().next().value : this.open.get(id);
    if (question === undefined) return this.settings.print(`${id ?? 'Nothing'} waits for an answer.`);
    return this.answer(question, verb === 'a' ? 'Ack' : 'Error', reason);
  }

  stop(): void {
    for (const timer of this.timers) clearTimeout(timer);
    this.sender.stop();
  }

  private consider(question: Question): void {
    const { identifier } = question.message;
    const isWaiting = this.open.has(identifier);
    // The latest message of a notification is the one that is answered.
    this.open.set(identifier, question);
    const { behaviour, delayMs } = this.settings;
    if (behaviour === 'silent' || behaviour === 'ask' || isWaiting) return;
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      const latest = this.open.get(identifier);
      if (latest !== undefined) this.answer(latest, behaviour === 'ack' ? 'Ack' : 'Error');
    }, delayMs);
    this.timers.add(timer);
  }

  private answer(question: Question, answer: 'Ack' | 'Error', reason = this.settings.reason): void {
    const { exercise, unit } = this.settings;
    const { identifier, sender, sent, exercise: parameters } = question.message;
    this.open.delete(identifier);
    const given = {
      identifier: `${question.delivery}-${answer}`,
      sender: `${unit}@${exercise}.liaison.example`,
      sent: capTimeOf(Date.now()),
      to: { identifier, sender, sent },
      releaseClass: parameters.releasability.class,
    };
    const message = emitCap(answer === 'Ack' ? ackMessage(given) : errorMessage(given, reason), exercise);
    this.journal.write({ type: 'answering', delivery: question.delivery, answer, message });
    void this.deliver(question, answer, message);
  }

  private async deliver({ delivery, message: { identifier } }: Question, answer: 'Ack' | 'Error', message: string) {
    const outcome = await this.sender.send(`${delivery}-${answer}`, message);
    if (outcome === undefined) return;
    this.journal.write({ type: 'done', delivery, outcome });
    const done = answer === 'Ack' ? 'acknowledged' : 'declined';
    this.settings.print(`${identifier}  ${outcome === 'applied' ? done : `not ${done}: ${outcome}`}`);
  }
}

/** @throws InputError */
function read(body: Buffer): Alert {
  return parseCap(body, { asExercise: false, exerciseEndsMs: Number.POSITIVE_INFINITY }).alert;
}

/** An answer is one to every message of the same notification that came before. */
function finish(questions: Map<string, Question>, delivery: string): void {
  const identifier = questions.get(delivery)?.message.identifier;
  for (const [id, { message }] of questions) if (message.identifier === identifier) questions.delete(id);
}

/** What is withdrawn needs no answer any more. */
function withdraw(questions: Map<string, Question>, { references = [] }: Alert): void {
  const withdrawn = new Set(references.map(({ identifier }) => identifier));
  for (const [delivery, { message }] of questions) if (withdrawn.has(message.identifier)) questions.delete(delivery);
}
