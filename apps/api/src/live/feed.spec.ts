import type { EventReader, StreamEvent } from '#infra/log/event-reader.js';
import type { Batch } from './batch.js';
import { Feed } from './feed.js';
import { checkCursor, follow, type Follower } from './follow.js';

/** A log in memory whose answers come when they are let go, in the order that the test wants. */
class FakeLog {
  length = 0;
  private readonly held: (() => void)[] = [];
  holding = false;

  readonly reader = {
    lastSeq: () => this.answer(this.length),
    after: (_exercise: string, _stream: string, cursor: number, limit: number) =>
      this.answer({
        events: Array.from({ length: Math.min(limit, Math.max(0, this.length - cursor)) }, (_, i) =>
          event(cursor + 1 + i),
        ),
        more: this.length - cursor > limit,
      }),
  } as unknown as EventReader;

  get waiting(): number {
    return this.held.length;
  }

  letGo(which: number): void {
    this.held.splice(which, 1)[0]?.();
  }

  private answer<T>(value: T): Promise<T> {
    return this.holding ? new Promise((resolve) => this.held.push(() => resolve(value))) : Promise.resolve(value);
  }
}

function event(seq: number): StreamEvent {
  const wall = '2026-11-23T00:00:00.000Z';
  const json = { data: '{}', cause: '{"timer":"t"}', actor: '{"kind":"engine"}' };
  return { seq, at: 0, wall, type: 'ExercisePaused', audience: 'JOINT', ...json };
}

function follower() {
  const seen: number[] = [];
  const take = (batch: Batch): void => {
    for (let seq = batch.from; seq <= batch.to; seq++) seen.push(seq);
  };
  const its = (feed: Feed): Follower => ({
    closed: false,
    deliver: take,
    turn: (read) => read(),
    goLive: () => feed.listen(take),
  });
  return { seen, its };
}

const upTo = (last: number): number[] => Array.from({ length: last }, (_, i) => i + 1);
const turns = async (): Promise<void> => {
  for (let i = 0; i < 20; i++) await Promise.resolve();
};

describe('a feed', () => {
  it('brings a follower from its cursor to the present and on, each event once', async () => {
    const log = new FakeLog();
    log.length = 1_200;
    const feed = new Feed('EX', 'all', log.reader);
    const viewer = follower();
    expect(await checkCursor(feed, 0)).toBe(1_200);
    await follow(feed, 0, viewer.its(feed));
    log.length = 2_300;
    await feed.read();
    expect(viewer.seen).toEqual(upTo(2_300));
  });

  it('does not fall back to where the log ended when it was first asked', async () => {
    const log = new FakeLog();
    log.length = 5;
    log.holding = true;
    const feed = new Feed('EX', 'all', log.reader);
    const seen: number[] = [];
    feed.listen(({ from, to }) => seen.push(from, to));
    const first = feed.position();
    const reading = feed.read();
    await turns();
    // Whatever was asked last is answered first.
    log.length = 9;
    while (log.waiting > 0) {
      log.letGo(log.waiting - 1);
      await turns();
    }
    await reading;
    expect(await first).toBeGreaterThanOrEqual(5);
    expect(await feed.position()).toBe(9);
    log.holding = false;
    log.length = 10;
    await feed.read();
    expect(seen).toEqual([6, 9, 10, 10]);
  });

  it('serves one who comes back shortly from memory, cut at its cursor', async () => {
    const log = new FakeLog();
    const feed = new Feed('EX', 'all', log.reader);
    await feed.read();
    for (const length of [4, 7]) {
      log.length = length;
      await feed.read();
    }
    expect(feed.since(2)?.map(({ from, to }) => [from, to])).toEqual([
      [3, 4],
      [5, 7],
    ]);
    expect(feed.since(7)).toEqual([]);
    expect(feed.since(8)).toBeUndefined();
  });

  it('forgets the oldest, and sends who needs them to the log', async () => {
    const log = new FakeLog();
    const feed = new Feed('EX', 'all', log.reader);
    await feed.read();
    for (let i = 0; i < 30; i++) {
      log.length += 500;
      await feed.read();
    }
    expect(feed.since(0)).toBeUndefined();
    expect(feed.since(14_500)?.length).toBeGreaterThan(0);
    const viewer = follower();
    await follow(feed, 0, viewer.its(feed));
    expect(viewer.seen).toEqual(upTo(15_000));
  });

  it('refuses a cursor that the log has not reached, after having looked', async () => {
    const log = new FakeLog();
    const feed = new Feed('EX', 'all', log.reader);
    await feed.read();
    log.length = 3;
    expect(await checkCursor(feed, 3)).toBe(3);
    await expect(checkCursor(feed, 4)).rejects.toMatchObject({ code: 'CURSOR_AHEAD' });
  });
});
