/** Takes in alerts, one or many: checks them, has the good ones stored, and answers once they are durable. */
import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import type { ParseAlertOptions, ParsedAlert } from '#contracts/alert/alert-schema.js';
import { MAX_WARNINGS, type RejectedAlert, type SubmitAnswer } from '#contracts/http/alerts.js';
import type { FieldProblem } from '#contracts/problem.js';
import type { Scenario } from '#domain/exercise/scenario.js';
import { InboxReader } from '#infra/inbox/inbox-reader.js';
import type { Submission, Submitted } from '#infra/inbox/submission.js';
import type { Caller } from '../auth/caller.js';
import { ExerciseCatalog, type OpenExercise } from '../exercises/exercise-catalog.js';
import { GiveWay } from '../http/give-way.js';
import { CommandInbox } from '../commands/command-inbox.js';
import { checkAgainstExercise, problemsOf, submitCommand, type AlertCommand } from './alert-checks.js';
import { sameMessage } from './same-message.js';

/** What comes with the alerts of one request. */
export interface Intake {
  readonly exercise: string;
  readonly scenario: Scenario;
  readonly caller: Caller;
  /** How each alert is to be checked. */
  readonly parsing: ParseAlertOptions;
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

interface ReadSource {
  readonly line: number;
  readonly parsed: ParsedAlert;
}

/** The command under which an alert is stored. */
interface Stored {
  readonly command: AlertCommand;
  readonly status: Submitted['status'];
}

interface RepeatRemark {
  readonly command: AlertCommand;
  readonly warning: FieldProblem;
}

const COUNTS_ONCE = 'A message counts once: send it with a new identifier.';

@Injectable()
export class AlertIntake {
  constructor(
    private readonly inbox: CommandInbox,
    private readonly outcomes: InboxReader,
    private readonly exercises: ExerciseCatalog,
  ) {}

  /** @throws Problem NOT_FOUND, EXERCISE_NOT_RUNNING, EXERCISE_OF_OTHER_ENGINE. */
  open(exercise: string): Promise<OpenExercise> {
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
    const command = stored?.command ?? submitted;
    const id = command.commandId;
    if (stored?.status === 'accepted') return { id, isNew: true, warnings: parsed.warnings };
    const remarks = await this.remarksOnRepeats(intake, [command]);
    return { id, isNew: false, warnings: [...parsed.warnings, ...remarks.map(({ warning }) => warning)] };
  }

  /**
   * Some of the alerts of a request, in one commit; what came of each is added to the tally.
   * @param part distinguishes the parts of one request under its Idempotency-Key
   */
  async submitPart(intake: Intake, alerts: readonly ReadAlert[], tally: Tally, part = ''): Promise<void> {
    const commands: AlertCommand[] = [];
    const sources: ReadSource[] = [];
    const way = new GiveWay();
    for (const read of alerts) {
      if ('problems' in read) {
        tally.rejected.push({ line: read.line, problems: [...read.problems] });
        continue;
      }
      await way.step();
      try {
        checkAgainstExercise(read.parsed.alert, intake.scenario, intake.caller);
        const command = submitCommand(read.parsed, intake.caller);
        commands.push(command);
        sources.push({ parsed: read.parsed, line: read.line });
        remark(tally, read.line, read.parsed.warnings);
      } catch (error) {
        tally.rejected.push({ line: read.line, problems: [...problemsOf(error)] });
      }
    }
    if (commands.length === 0) return;
    const key = intake.idempotencyKey === undefined ? undefined : intake.idempotencyKey + part;
    const repeated: AlertCommand[] = [];
    const lineOf = new Map<AlertCommand, number>();
    const parsed = sources.map((source) => source.parsed);
    for (const [index, { command, status }] of (await this.submit(intake, commands, parsed, key)).entries()) {
      lineOf.set(command, sources[index]?.line ?? 0);
      if (status === 'accepted') tally.accepted.push(command.commandId);
      else repeated.push(command);
    }
    tally.repeated.push(...repeated.map(({ commandId }) => commandId));
    for (const { command, warning } of await this.remarksOnRepeats(intake, repeated)) {
      remark(tally, lineOf.get(command) ?? 0, [warning]);
    }
  }

  /**
   * Stores the alerts. One whose id another account has used is stored under an id of this account: whether it may speak under
   * this sender, the rules decide, and what they refused of somebody else must not keep it from being heard.
   */
  private async submit(
    intake: Intake,
    commands: readonly AlertCommand[],
    sources: readonly ParsedAlert[],
    key: string | undefined,
  ): Promise<Stored[]> {
    const submitted = await this.inbox.submit(await this.submission(intake, commands, key));
    const stored = commands.map((command, index): Stored => ({
      command,
      status: submitted[index]?.status ?? 'repeat',
    }));
    const repeated = stored.flatMap(({ command, status }) => (status === 'repeat' ? [command.commandId] : []));
    if (repeated.length === 0) return stored;
    const taken = await this.outcomes.ofOthers(intake.exercise, intake.caller.id, repeated);
    const places = stored.flatMap(({ command }, index) => (taken.has(command.commandId) ? [index] : []));
    if (places.length === 0) return stored;
    const own = places.map((index) => submitCommand(sources[index] as ParsedAlert, intake.caller, true));
    const storedOwn = await this.inbox.submit(await this.submission(intake, own, undefined));
    for (const [index, place] of places.entries()) {
      stored[place] = { command: own[index] as AlertCommand, status: storedOwn[index]?.status ?? 'repeat' };
    }
    return stored;
  }

  /**
   * What the sender must hear of messages that it has sent before: that the rules refused one, which stays so though what it
   * references may have come meanwhile; or that this one says something else, which does not count. Of the messages of
   * other accounts nothing is said.
   */
  private async remarksOnRepeats(intake: Intake, repeated: readonly AlertCommand[]): Promise<RepeatRemark[]> {
    if (repeated.length === 0) return [];
    const ids = repeated.map(({ commandId }) => commandId);
    const [refusals, different] = await Promise.all([
      this.outcomes.refusals(intake.exercise, intake.caller.id, ids),
      this.different(intake, repeated),
    ]);
    return repeated.flatMap((command): RepeatRemark[] => {
      const remarks: RepeatRemark[] = [];
      const refusal = refusals.get(command.commandId);
      if (refusal !== undefined) {
        const message = `This message was refused when it came first (${refusal.code}: ${refusal.message}). ${COUNTS_ONCE}`;
        remarks.push({ command, warning: { code: 'REFUSED_BEFORE', path: '', message, level: 'warning' } });
      }
      if (different.has(command)) {
        const message = `A message of this sender, identifier and sent was stored before, with other content. ${COUNTS_ONCE}`;
        remarks.push({ command, warning: { code: 'REPEAT_DIFFERS', path: '', message, level: 'warning' } });
      }
      return remarks;
    });
  }

  /** The repeats whose content is not that of the message which the same account sent first. */
  private async different(intake: Intake, repeated: readonly AlertCommand[]): Promise<Set<AlertCommand>> {
    const different = new Set<AlertCommand>();
    const way = new GiveWay();
    let rest = repeated;
    while (rest.length > 0) {
      const ids = [...new Set(rest.map(({ commandId }) => commandId))];
      const stored = await this.outcomes.stored(intake.exercise, intake.caller.id, ids);
      if (stored.size === 0) break;
      for (const command of rest) {
        const first = stored.get(command.commandId);
        if (first !== undefined && !sameMessage(first, command.dataJson)) different.add(command);
        await way.step();
      }
      rest = rest.filter(({ commandId }) => !stored.has(commandId));
    }
    return different;
  }

  private async submission(
    intake: Intake,
    commands: readonly AlertCommand[],
    key: string | undefined,
  ): Promise<Submission> {
    const { exercise, caller } = intake;
    const submission = { exerciseId: exercise, commands, actor: caller.actor };
    if (key === undefined) return submission;
    return { ...submission, requestKey: { accountId: caller.id, key, fingerprint: await fingerprintOf(commands) } };
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
async function fingerprintOf(commands: readonly AlertCommand[]): Promise<string> {
  const hash = createHash('sha256');
  const way = new GiveWay();
  for (const { dataJson } of commands) {
    hash.update(dataJson).update('\n');
    await way.step();
  }
  return hash.digest('hex');
}
