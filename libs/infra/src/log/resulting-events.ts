/** The events that came of a command, as its sender may see them, by the sender's own numbers. */
import type { DataSource } from 'typeorm';
import type { Stream } from '#domain/kernel/side.js';
import type { Viewing } from '#domain/release/shown.js';
import { available } from '../database/database-error.js';
import { eventJson, type EventReader } from './event-reader.js';

/** More than a command ever causes at once; what is beyond is in the log. */
const MOST = 1_000;

export class ResultingEvents {
  constructor(
    private readonly dataSource: DataSource,
    private readonly reader: EventReader,
  ) {}

  /** As JSON texts. @param first, last numbers in the stream `all` */
  async between(exercise: string, { stream, reader }: Viewing, first: number, last: number): Promise<string[]> {
    const [after, to] = stream === 'all' ? [first - 1, last] : await this.numbers(exercise, stream, first, last);
    const count = Math.min(to - after, MOST);
    if (count <= 0) return [];
    const texts: string[] = [];
    for (let more = true; more && texts.length < count;) {
      const page = await this.reader.after(exercise, stream, after + texts.length, count - texts.length);
      texts.push(...page.events.map((event) => eventJson(event, reader)));
      more = page.more;
    }
    return texts;
  }

  /** The stream's numbers just before the first and as of the last event. */
  private async numbers(exercise: string, stream: Stream, first: number, last: number): Promise<[number, number]> {
    const rows = await available(() =>
      this.dataSource.query<{ seq: number; number: number }[]>(
        `SELECT seq, seq_${stream} AS number FROM event WHERE exercise_id = $1 AND seq IN ($2, $3)`,
        [exercise, first - 1, last],
      ),
    );
    const numberAt = (seq: number): number => rows.find((row) => row.seq === seq)?.number ?? 0;
    return [numberAt(first - 1), numberAt(last)];
  }
}
