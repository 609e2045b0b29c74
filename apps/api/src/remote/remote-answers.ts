/** The answers of a remote unit's program, taken in like those of anybody else, for its own unit only. */
import { Injectable } from '@nestjs/common';
import { parseAlert, type ParsedAlert } from '#contracts/alert/alert-schema.js';
import { ownNote } from '#contracts/cap/emit-cap.js';
import { parseCap } from '#contracts/cap/parse-cap.js';
import { parseJson } from '#contracts/json/strict-json.js';
import type { Alert } from '#domain/alert/alert.js';
import type { Side } from '#domain/kernel/side.js';
import { AlertIntake } from '../alerts/alert-intake.js';
import { AccessControl } from '../auth/access-control.js';
import { Caller } from '../auth/caller.js';
import { CommandDesk } from '../commands/command-desk.js';
import { Problem } from '../problems/problem.js';
import { refusalProblem } from '../problems/translate-error.js';
import { Visible } from '../reading/visible.js';

/** The program of a unit, once its signature is known to be good. */
export interface RemoteUnit {
  readonly exercise: string;
  readonly unit: string;
  readonly side: Side;
}

export interface AnswerBytes {
  readonly bytes: Buffer;
  /** CAP as XML, in this charset if it is named; absent: JSON. */
  readonly cap?: { readonly charset: string | undefined };
}

export interface TakenAnswer {
  readonly message: string;
  readonly status: 'applied' | 'pending';
  readonly answered: readonly string[];
}

const WAIT_MS = 5_000;
const NEVER = new Date(0);

@Injectable()
export class RemoteAnswers {
  constructor(
    private readonly intake: AlertIntake,
    private readonly desk: CommandDesk,
    private readonly visible: Visible,
    private readonly access: AccessControl,
  ) {}

  /**
   * @throws InputError; Problem NOT_AN_ANSWER, UNKNOWN_REFERENCE, EXERCISE_NOT_RUNNING, RATE_LIMITED, and the code of a refusal by the
   * rules
   */
  async take(from: RemoteUnit, answer: AnswerBytes): Promise<TakenAnswer> {
    const caller = programOf(from);
    this.access.take(caller);
    const { exercise } = from;
    const { scenario, endsMs } = await this.intake.open(exercise);
    const parsing = { asExercise: false, exerciseEndsMs: endsMs };
    const parsed = read(answer, parsing);
    const answered = await this.#notifications(from, caller, parsed.alert);
    // The mark of the exercise, which every message bears, is no part of the reason.
    const { note, ...others } = parsed.alert;
    const own = ownNote(note, exercise);
    const alert = own === undefined ? others : { ...others, note: own };
    const { id } = await this.intake.submitOne({ exercise, scenario, caller, parsing }, { ...parsed, alert });
    const outcome = await this.desk.outcome(exercise, id, WAIT_MS);
    if (outcome !== null && 'refused' in outcome) throw refusalProblem(outcome.refused.code, outcome.refused.message);
    return { message: id, status: outcome === null ? 'pending' : 'applied', answered };
  }

  /** What it answers: notifications to this unit. Those to others do not exist for it. */
  async #notifications({ exercise, unit }: RemoteUnit, caller: Caller, alert: Alert): Promise<string[]> {
    const { msgType, references = [] } = alert;
    if (msgType !== 'Ack' && msgType !== 'Error') {
      throw new Problem('NOT_AN_ANSWER', `The message is of type ${msgType}; a unit answers with an Ack or an Error.`);
    }
    const ids = [...new Set(references.map(({ identifier }) => identifier))];
    for (const id of ids) {
      if ((await this.#unitAsked(exercise, id, caller)) === unit) continue;
      const message = `The ${msgType} references no notification to ${unit} by "${id.slice(0, 80)}"; name each by the triple of its message.`;
      throw new Problem('UNKNOWN_REFERENCE', message);
    }
    return ids;
  }

  async #unitAsked(exercise: string, notification: string, caller: Caller): Promise<string | undefined> {
    try {
      const doc = await this.visible.one('notification', exercise, notification, caller);
      return (JSON.parse(doc) as { unit: string }).unit;
    } catch (error) {
      if (isNotFound(error)) return undefined;
      throw error;
    }
  }
}

function isNotFound(error: unknown): boolean {
  return error instanceof Problem && error.code === 'NOT_FOUND';
}

function read({ bytes, cap }: AnswerBytes, parsing: { asExercise: boolean; exerciseEndsMs: number }): ParsedAlert {
  return cap === undefined
    ? parseAlert(parseJson(bytes), parsing)
    : parseCap(bytes, { ...parsing, lenient: false, ...cap });
}

/** A program has no account; in the log it goes by its unit. */
function programOf({ exercise, unit, side }: RemoteUnit): Caller {
  return new Caller({
    id: `remote:${unit}`,
    name: unit,
    role: 'service',
    side,
    classes: null,
    builtIn: false,
    exerciseId: exercise,
    units: [unit],
    language: null,
    invitationId: null,
    hasPassword: false,
    createdAt: NEVER,
    disabledAt: null,
  });
}
