import { exerciseTime } from '#domain/kernel/exercise-time.js';
import type { LoggedEvent } from '#domain/kernel/event.js';
import { ChainCheck } from './chain-check.js';
import { GENESIS_HASH, HashChain, type ChainedEvent } from './hash-chain.js';

function log(times: readonly number[]): ChainedEvent[] {
  const chain = new HashChain(GENESIS_HASH);
  return times.map((at, index) => {
    const actor = { kind: 'engine' } as const;
    const event: LoggedEvent = {
      seq: index + 1,
      seqs: { all: index + 1 },
      at: exerciseTime(at),
      type: 'RunToSet',
      data: { to: exerciseTime(at) },
      audience: 'CONTROL',
      actor,
      cause: { timer: 't' },
    };
    return chain.add(event);
  });
}

function faults(events: readonly ChainedEvent[]): (string | undefined)[] {
  const check = new ChainCheck();
  return events.map((event) => check.add(event));
}

describe('the check of a chain', () => {
  const events = log([0, 5, 5, 9]);

  it('finds nothing in a log as it was written, and tells its last hash', () => {
    const check = new ChainCheck();
    expect(events.map((event) => check.add(event))).toEqual(events.map(() => undefined));
    expect([check.events, check.lastHash]).toEqual([4, events[3]?.hash]);
  });

  it.each(['data', 'at', 'type', 'audience', 'cause', 'actor'] as const)(
    'names the event of which the %s was changed, and no other',
    (part) => {
      const changed = events.map((event, index) =>
        index === 1 ? { ...event, [part]: part === 'at' ? 4 : '{"x":1}' } : event,
      );
      const found = faults(changed);
      expect(found[1]).toMatch(/^event 2 .* was changed/);
      expect(found.toSpliced(1, 1)).toEqual([undefined, undefined, undefined]);
    },
  );

  it('names the place of an event that is missing', () => {
    expect(faults(events.toSpliced(1, 1))[1]).toBe('event 3 (RunToSet) stands where event 2 is expected');
  });

  it('names an event before its predecessor, though its hash be right', () => {
    expect(faults(log([5, 4]))[1]).toBe('event 2 (RunToSet) is at 4 ms, before 5 ms');
  });
});
