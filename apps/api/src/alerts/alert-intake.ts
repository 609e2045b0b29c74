/** Takes in alerts, one or many: checks them, has the good ones stored, and answers once they are durable. */
import { createHash } from 'node:crypto';
import type { ParsedAlert } from '#contracts/alert/alert-schema.js';
import { MAX_WARNINGS, type RejectedAlert, type SubmitAnswer } from '#contracts/http/alerts.js';
import type { FieldProblem } from '#contracts/problem.js';
import type { Scenario } from '#domain/exercise/scenario.js';
import type { InboxReader } from '#infra/inbox/inbox-reader.js';
import type { Submission, Submitted, SubmittedCommand } from '#infra/inbox/submission.js';
import type { Caller } from '../access/caller.js';
import type { ExerciseCatalog } from '../exercises/exercise-catalog.js';
import type { MeasuredInbox } from '../inbox/measured-inbox.js';
import { checkAgainstExercise, problemsOf, submitCommand } from './alert-checks.js';

/** What comes with the alerts of one request. */
export interface Intake {
  readonly exercise: string;
  readonly scenario: Scenario;
  readonly caller: Caller;
  readonly asExercise: boolean;
  readonly idempotencyKey?: string;
}

/** An alert that could be read, or the reason why not; `line` counts from 1. */
export type ReadAlert =
  | { readonly line: number; readonly parsed: ParsedAlert }
  | { readonly line: number; readonly problems: readonly FieldProblem[] };

export type Tally = { -readonly [K in keyof SubmitAnswer]: SubmitAnswer[K] } & { rejected: RejectedAlert[] };

export function emptyTally(): Tally {
  return { accepted: [], repeated: [], rejected: [] };
}

export class AlertIntake {
  constructor(
    private readonly inbox: MeasuredInbox,
    private readonly outcomes: InboxReader,
    private readonly exercises: ExerciseCatalog,
  ) {}

  /** @throws Problem NOT_FOUND, EXERCISE_NOT_RUNNING, EXERCISE_OF_OTHER_ENGINE. */
  open(exercise: string): Promise<Scenario> {
    return this.exercises.takingAlerts(exercise);
  }

  /** One alert, by itself: the hot path. Answers whether it is new, and what is to be said of it. @throws Problem */
  async submitOne(
    intake: Intake,
    parsed: ParsedAlert,
  ): Promise<{ id: string; isNew: boolean; warnings: readonly FieldProblem[] }> {
    checkAgainstExercise(parsed.alert, intake.scenario, intake.caller);
    const submitted = submitCommand(parsed, intake.caller);
    const [stored] = await this.submit(intake, [submitted], [parsed], intake.idempotencyKey);
    const id = stored?.commandId ?? submitted.commandId;
    if (stored?.status === 'accepted') return { id, isNew: true, warnings: parsed.warnings };
    return { id, isNew: false, warnings: [...parsed.warnings, ...(await this.refusedBefore(intake, [id])).values()] };
  }

  /**
   * Some of the alerts of a request, in one commit; what came of each is added to the tally.
   * @param part distinguishes the parts of one request under its Idempotency-Key
   */
  async submitPart(intake: Intake, alerts: readonly ReadAlert[], tally: Tally, part = ''): Promise<void> {
    const commands: SubmittedCommand[] = [];
    const sources: ParsedAlert[] = [];
    const lineOf = new Map<string, number>();
    for (const read of alerts) {
      try {
        if ('problems' in read) {
          tally.rejected.push({ line: read.line, problems: [...read.problems] });
          continue;
        }
        checkAgainstExercise(read.parsed.alert, intake.scenario, intake.caller);
        const command = submitCommand(read.parsed, intake.caller);
        commands.push(command);
        sources.push(read.parsed);
        lineOf.set(command.commandId, read.line);
        remark(tally, read.line, read.parsed.warnings);
      } catch (error) {
        tally.rejected.push({ line: read.line, problems: [...problemsOf(error)] });
      }
    }
    if (commands.length === 0) return;
    const key = intake.idempotencyKey === undefined ? undefined : intake.idempotencyKey + part;
    const repeated: string[] = [];
    for (const [index, { commandId, status }] of (await this.submit(intake, commands, sources, key)).entries()) {
      // The id may be another than the one that was tried first.
      lineOf.set(commandId, lineOf.get(commands[index]?.commandId ?? '') ?? 0);
      if (status === 'accepted') tally.accepted.push(commandId);
      else repeated.push(commandId);
    }
    tally.repeated.push(...repeated);
    for (const [id, warning] of await this.refusedBefore(intake, repeated)) {
      remark(tally, lineOf.get(id) ?? 0, [warning]);
    }
  }

  /**
   * Stores the alerts. One whose id another account has used is stored under an id of this account: whether it may speak under
   * this sender, the rules decide, and what they refused of somebody else must not keep it from being heard.
   */
  private async submit(
    intake: Intake,
    commands: readonly SubmittedCommand[],
    sources: readonly ParsedAlert[],
    key: string | undefined,
  ): Promise<Submitted[]> {
    const stored = await this.inbox.submit(this.submission(intake, commands, key));
    const repeated = stored.flatMap(({ commandId, status }) => (status === 'repeat' ? [commandId] : []));
    if (repeated.length === 0) return stored;
    const taken = await this.outcomes.ofOthers(intake.exercise, intake.caller.id, repeated);
    const places = stored.flatMap(({ commandId }, index) => (taken.has(commandId) ? [index] : []));
    if (places.length === 0) return stored;
    const own = places.map((index) => submitCommand(sources[index] as ParsedAlert, intake.caller, true));
    const storedOwn = await this.inbox.submit(this.submission(intake, own, undefined));
    for (const [index, place] of places.entries()) stored[place] = storedOwn[index] as Submitted;
    return stored;
  }

  /**
   * A message that the rules refused stays refused when it is sent again, though what it references may have come
   * meanwhile: its sender must hear of it. By command id.
   */
  private async refusedBefore(intake: Intake, repeated: readonly string[]): Promise<Map<string, FieldProblem>> {
    const told = new Map<string, FieldProblem>();
    if (repeated.length === 0) return told;
    const refusals = await this.outcomes.refusals(intake.exercise, intake.caller.id, repeated);
    for (const [id, { code, message: reason }] of refusals) {
      const message = `This message was refused when it came first (${code}: ${reason}). A message counts once: send it with a new identifier.`;
      told.set(id, { code: 'REFUSED_BEFORE', path: '', message, level: 'warning' });
    }
    return told;
  }

  private submission(intake: Intake, commands: readonly SubmittedCommand[], key: string | undefined): Submission {
    const { exercise, caller } = intake;
    const submission = { exerciseId: exercise, commands, actor: caller.actor };
    if (key === undefined) return submission;
    return { ...submission, requestKey: { accountId: caller.id, key, fingerprint: fingerprintOf(commands) } };
  }
}

/** What is said of an alert that counts, with the place of it. */
function remark(tally: Tally, line: number, warnings: readonly FieldProblem[]): void {
  for (const warning of warnings) {
    tally.warnings ??= [];
    if (tally.warnings.length < MAX_WARNINGS) tally.warnings.push({ ...warning, line });
    else tally.moreWarnings = (tally.moreWarnings ?? 0) + 1;
  }
}

/** Of what is asked, not of how it is written: the same alerts in another spelling are the same request. */
function fingerprintOf(commands: readonly SubmittedCommand[]): string {
  const hash = createHash('sha256');
  for (const command of commands) {
    hash.update('dataJson' in command ? command.dataJson : JSON.stringify(command.data)).update('\n');
  }
  return hash.digest('hex');
}
