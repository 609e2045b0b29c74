/** Has reports made from logs, in a thread. One at a time: a report is long work, and the other thread is for everybody else. */
import { Injectable } from '@nestjs/common';
import { REPORT_MAX_EVENTS } from '#contracts/http/reports.js';
import type { ReportForm } from '../calculation/report-task.js';
import { AccountStore } from '#infra/accounts/account-store.js';
import type { Reader } from '#domain/release/label.js';
import { eventJson, EventReader } from '#infra/log/event-reader.js';
import { Calculations } from '../calculation/calculations.js';
import { ExerciseCatalog } from '../exercises/exercise-catalog.js';
import { Problem } from '../problems/problem.js';

const PAGE = 1_000;
const MOST_WAITING = 8;
/** A report of {@link REPORT_MAX_EVENTS} takes some ten seconds on a busy machine. */
const DEADLINE_MS = 60_000;

/** The report is for those who see everything. */
const EVERYTHING: Reader = { kind: 'account', id: '', role: 'controller' };

@Injectable()
export class ReportMaker {
  private waiting = 0;
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly exercises: ExerciseCatalog,
    private readonly reader: EventReader,
    private readonly accounts: AccountStore,
    private readonly calculations: Calculations,
  ) {}

  /**
   * The report as UTF-8.
   * @param account that asks for it
   * @throws Problem NOT_FOUND, EXERCISE_NOT_STARTED, REPORT_TOO_LARGE, TOO_MANY_REPORTS; DatabaseUnavailable; as `Calculations.run`
   */
  async make(exercise: string, form: ReportForm, account: string): Promise<Buffer> {
    const { status, seqs } = await this.exercises.get(exercise);
    if (status === 'planned' || seqs.all === 0) {
      throw new Problem('EXERCISE_NOT_STARTED', 'The exercise has not started; there is nothing to report yet.');
    }
    if (seqs.all > REPORT_MAX_EVENTS) {
      const message = `The log holds ${seqs.all} events; a report covers up to ${REPORT_MAX_EVENTS}.`;
      throw new Problem('REPORT_TOO_LARGE', message);
    }
    if (this.waiting >= MOST_WAITING) {
      const message = 'Too many reports are being made; try again in a few seconds.';
      throw new Problem('TOO_MANY_REPORTS', message, { headers: { 'retry-after': '5' } });
    }
    this.waiting += 1;
    const made = this.last.then(() => this.calculate(exercise, form, seqs.all, account));
    this.last = made.catch(() => undefined);
    try {
      return await made;
    } finally {
      this.waiting -= 1;
    }
  }

  /** @param until the last event that it covers: what is evaluated meanwhile comes into the next one */
  private async calculate(exercise: string, form: ReportForm, until: number, account: string): Promise<Buffer> {
    const [scenario, names] = await Promise.all([this.exercises.scenario(exercise), this.names()]);
    const input = { scenario, exercise, names, form };
    const options = { account, deadlineMs: DEADLINE_MS, parts: () => this.pages(exercise, until) };
    const { buffer, byteOffset, byteLength } = await this.calculations.run('report', input, options);
    return Buffer.from(buffer, byteOffset, byteLength);
  }

  private async *pages(exercise: string, until: number): AsyncGenerator<readonly string[]> {
    for (let after = 0; after < until;) {
      const { events } = await this.reader.after(exercise, 'all', after, Math.min(PAGE, until - after));
      const reached = events.at(-1)?.seq;
      if (reached === undefined) throw new Error(`the log of ${exercise} ends at ${after}, before ${until}`);
      yield events.map((event) => eventJson(event, EVERYTHING));
      after = reached;
    }
  }

  /**
   * The names that people have now, whether or not their accounts are still open. The report takes those who acted in the
   * exercise; the log itself holds ids only, so that a name can be changed or forgotten without breaking its chain.
   */
  private async names(): Promise<ReadonlyMap<string, string>> {
    return new Map((await this.accounts.list()).map(({ account }) => [account.id, account.name]));
  }
}
