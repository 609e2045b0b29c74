/** Events put upon the log as a worker does, faster than any exercise makes them. */
import type { DomainEvent, LoggedEvent } from '#domain/kernel/event.js';
import { branded } from '#domain/testing/branded.js';
import { connect, createDataSource } from '#infra/database/data-source.js';
import { Ledger } from '#infra/ledger/ledger.js';
import { HintPublisher } from '#infra/queue/hints.js';
import { QueueBackend } from '#infra/queue/queue-backend.js';
import { anEvent, batchOf } from '../../support/log.js';
import { theBench } from './server.js';

/** Events in one transaction. */
const PORTION = 500;

export class Appender {
  private constructor(
    private readonly ledger: Ledger,
    private readonly hints: HintPublisher,
    readonly close: () => Promise<void>,
  ) {}

  static async open(): Promise<Appender> {
    const { databaseUrl } = theBench();
    const dataSource = createDataSource({ url: databaseUrl, poolSize: 2, applicationName: 'appender' });
    await connect(dataSource);
    const hints = new HintPublisher(new QueueBackend({ databaseUrl }));
    return new Appender(new Ledger(dataSource), hints, async () => {
      await hints.close();
      await dataSource.destroy();
    });
  }

  /** Units go on and off duty, so many times. @returns the number of the last event */
  async append(exercise: string, count: number): Promise<number> {
    let seq = 0;
    await this.ledger.advance(exercise, (tx) => {
      const events = Array.from({ length: count }, (_, index) =>
        branded<DomainEvent>({
          ...anEvent('JOINT', tx.row.advancedTo),
          type: 'UnitDutyChanged',
          data: { unit: 'police', duty: index % 2 === 0 ? 'off' : 'on' },
        }),
      );
      seq = tx.row.seqs.all + count;
      tx.write(batchOf(tx.row, events));
    });
    await this.hints.publish({ exercise, seq });
    return seq;
  }

  /** The whole log of an exercise that has none yet; it has ended then. Of the read models nothing is written. */
  async store(exercise: string, events: readonly LoggedEvent[]): Promise<void> {
    for (let from = 0; from < events.length; from += PORTION) {
      const portion = events.slice(from, from + PORTION);
      await this.ledger.advance(exercise, (tx) => {
        const last = portion.at(-1);
        if (last === undefined) return;
        const { seqs } = tx.row;
        const now = portion.reduce((sum, event) => ({ ...sum, ...event.seqs, all: event.seq }), seqs);
        const update = { seqs: now, advancedTo: last.at, anchorTime: last.at, status: 'ended', speed: 0 } as const;
        tx.write({ ...batchOf(tx.row, [], { exercise: update }), events: portion });
      });
    }
  }
}
