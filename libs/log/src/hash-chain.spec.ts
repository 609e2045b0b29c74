import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { branded } from '#domain/testing/branded.js';
import type { LoggedEvent } from '#domain/kernel/event.js';
import { chainHash, GENESIS_HASH, HashChain } from './hash-chain.js';

const event = (seq: number, reason: string) =>
  branded<LoggedEvent>({
    type: 'NotificationDeclined',
    at: 1000 * seq,
    data: { unit: 'SPU', reason, notification: 'INC-0001.N1', incident: 'INC-0001' },
    audience: 'PAK',
    actor: { kind: 'account', role: 'operator', id: 'acc_1', side: 'PAK' },
    cause: { command: 'c"1' },
    seq,
    seqs: { all: seq, pak: seq },
  });

describe('the hash chain', () => {
  it('is sha256 over the previous hash and the canonical event, without wall time', () => {
    const chain = new HashChain(GENESIS_HASH);
    let previous = GENESIS_HASH;
    for (const e of [event(1, 'busy'), event(2, 'اردو "and" \u{1f600}')]) {
      const { seqs: _seqs, ...hashed } = e;
      const expected = createHash('sha256')
        .update(`${previous}${canonicalize(hashed)}`)
        .digest('hex');
      const chained = chain.add(e);
      expect(chained.hash).toBe(expected);
      expect(chained.data).toBe(canonicalize(e.data));
      // As it is read back from the columns.
      expect(chainHash(previous, chained)).toBe(expected);
      previous = expected;
    }
    expect(chain.lastHash).toBe(previous);
  });

  it('follows a change of actor and cause from one event to the next', () => {
    const chain = new HashChain(GENESIS_HASH);
    const first = chain.add(event(1, 'a'));
    const second = chain.add({ ...event(2, 'a'), actor: { kind: 'engine' }, cause: { timer: 't' } });
    expect([first.actor, second.actor]).toEqual([
      '{"id":"acc_1","kind":"account","role":"operator","side":"PAK"}',
      '{"kind":"engine"}',
    ]);
    expect([first.cause, second.cause]).toEqual(['{"command":"c\\"1"}', '{"timer":"t"}']);
  });
});
