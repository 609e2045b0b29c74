/** Makes reports from logs. One at a time: drawing keeps the process busy, and everybody else waits meanwhile. */
import { REPORT_MAX_EVENTS, type ReportFormat } from '#contracts/http/reports.js';
import type { LoggedEvent } from '#domain/kernel/event.js';
import { ReportBuilder, type AfterActionReport } from '#domain/evaluation/report.js';
import type { AccountStore } from '#infra/accounts/account-store.js';
import type { EventReader, StreamEvent } from '#infra/log/event-reader.js';
import { renderReport } from '#infra/report/render-report.js';
import type { ExerciseCatalog } from '../exercises/exercise-catalog.js';
import { Problem } from '../problems/problem.js';

const PAGE = 1_000;
const MOST_WAITING = 8;

export class ReportMaker {
  private waiting = 0;
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly exercises: ExerciseCatalog,
    private readonly reader: EventReader,
    private readonly accounts: Pick<AccountStore, 'list'>,
  ) {}

  /** @throws Problem NOT_FOUND, EXERCISE_NOT_ENDED, REPORT_TOO_LARGE, TOO_MANY_REPORTS; DatabaseUnavailable */
  async make(exercise: string, format: ReportFormat): Promise<string> {
    const { status, seqs } = await this.exercises.get(exercise);
    if (status !== 'ended') {
      throw new Problem('EXERCISE_NOT_ENDED', `The exercise is ${status}; its report can be read after ENDEX.`);
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
    const made = this.last.then(async () => renderReport(await this.report(exercise, seqs.all), format));
    this.last = made.catch(() => undefined);
    try {
      return await made;
    } finally {
      this.waiting -= 1;
    }
  }

  /** @param until the last event that it covers: what is evaluated meanwhile comes into the next one */
  private async report(exercise: string, until: number): Promise<AfterActionReport> {
    const builder = new ReportBuilder(await this.exercises.scenario(exercise));
    let headHash = '';
    for (let after = 0; after < until;) {
      const { events } = await this.reader.after(exercise, 'all', after, Math.min(PAGE, until - after));
      for (const event of events) {
        builder.add(logged(event));
        headHash = event.hash ?? '';
      }
      const reached = events.at(-1)?.seq;
      if (reached === undefined) throw new Error(`the log of ${exercise} ends at ${after}, before ${until}`);
      after = reached;
    }
    const names = await this.names();
    return builder.report({ source: { kind: 'exercise', exercise }, exercise, headHash, names });
  }

  /**
   * The names that people have now, whether or not their accounts are still open. The report takes those who acted in the
   * exercise; the log itself holds ids only, so that a name can be changed or forgotten without breaking its chain.
   */
  private async names(): Promise<ReadonlyMap<string, string>> {
    return new Map((await this.accounts.list()).map(({ account }) => [account.id, account.name]));
  }
}

/** An event as it is stored, with its JSON parts read. */
function logged({ seq, at, type, data, cause, actor, audience }: StreamEvent): LoggedEvent {
  return {
    seq,
    at,
    type,
    data: JSON.parse(data) as unknown,
    cause: JSON.parse(cause) as unknown,
    actor: JSON.parse(actor) as unknown,
    audience,
    seqs: { all: seq },
  } as LoggedEvent;
}
