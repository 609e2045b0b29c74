import { jest } from '@jest/globals';
import type { QueueBackend } from './queue-backend.js';
import { WakeQueue } from './wake-queue.js';

interface Sent {
  readonly name: string;
  readonly data: unknown;
  readonly options: { readonly deduplication: object; readonly delay?: number };
}

/** A queue whose server answers when the test releases the answer. */
function onAQueue() {
  const sent: Sent[] = [];
  const lost: unknown[] = [];
  const answers: { resolve: () => void; reject: (error: Error) => void }[] = [];
  const queue = {
    on: () => queue,
    close: () => Promise.resolve(),
    add: (name: string, data: unknown, options: Sent['options']) => {
      sent.push({ name, data, options });
      return new Promise<void>((resolve, reject) => answers.push({ resolve, reject }));
    },
  };
  const backend = { createQueue: () => queue } as unknown as QueueBackend;
  const wakes = new WakeQueue(backend, { onLost: (error) => lost.push(error) });
  const answer = async (): Promise<void> => {
    answers.shift()?.resolve();
    await jest.advanceTimersByTimeAsync(0);
  };
  return { wakes, sent, lost, answers, answer };
}

describe('the queue of wake-ups', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('sends one wake-up at once, and one for all that are asked for meanwhile', async () => {
    const { wakes, sent, answer } = onAQueue();
    void wakes.wake('EX-1');
    for (let n = 0; n < 5; n++) void wakes.wake('EX-1');
    expect(sent.map(({ data }) => data)).toEqual([{ exercise: 'EX-1' }]);
    await answer();
    await jest.advanceTimersByTimeAsync(4);
    expect(sent).toHaveLength(2);
    await answer();
    await jest.advanceTimersByTimeAsync(1_000);
    expect(sent).toHaveLength(2);
  });

  it('spaces them more widely in a crowd', async () => {
    const { wakes, sent, answer } = onAQueue();
    void wakes.wake('EX-1');
    for (let n = 0; n < 8; n++) void wakes.wake('EX-1');
    await answer();
    await jest.advanceTimersByTimeAsync(4);
    expect(sent).toHaveLength(2);
    void wakes.wake('EX-1');
    await answer();
    await jest.advanceTimersByTimeAsync(35);
    expect(sent).toHaveLength(2);
    await jest.advanceTimersByTimeAsync(5);
    expect(sent).toHaveLength(3);
  });

  it('does not let one exercise wait for another', () => {
    const { wakes, sent } = onAQueue();
    void wakes.wake('EX-1');
    void wakes.wake('EX-2');
    expect(sent.map(({ data }) => data)).toEqual([{ exercise: 'EX-1' }, { exercise: 'EX-2' }]);
  });

  it('sets the last of the times that were asked for, counted from when it is sent', async () => {
    const { wakes, sent, answer } = onAQueue();
    void wakes.wakeAt('EX-1', 500);
    void wakes.wakeAt('EX-1', 900);
    void wakes.wakeAt('EX-1', 300);
    await jest.advanceTimersByTimeAsync(100);
    await answer();
    expect(sent.map(({ options }) => options.delay)).toEqual([500, 200]);
    expect(sent[1]).toMatchObject({
      name: 'due',
      data: { exercise: 'EX-1' },
      options: { deduplication: { id: 'due-EX-1', replace: true } },
    });
  });

  it('never fails: what is lost is reported, and the next is sent', async () => {
    const { wakes, sent, lost, answers } = onAQueue();
    const error = new Error('the server is away');
    const first = wakes.wake('EX-1');
    answers.shift()?.reject(error);
    await jest.advanceTimersByTimeAsync(4);
    await expect(first).resolves.toBeUndefined();
    expect(lost).toEqual([error]);
    void wakes.wake('EX-1');
    expect(sent).toHaveLength(2);
  });

  it('sends what is still to be sent before it closes', async () => {
    const { wakes, sent, answer } = onAQueue();
    void wakes.wake('EX-1');
    void wakes.wake('EX-1');
    let closed = false;
    const closing = wakes.close().then(() => (closed = true));
    await answer();
    await jest.advanceTimersByTimeAsync(4);
    expect([sent.length, closed]).toEqual([2, false]);
    await answer();
    await jest.advanceTimersByTimeAsync(4);
    await closing;
  });
});
