/** A small exercise of both sides for specs on labels, and accounts that read its log. */
import type { ShownEvent } from '../engine/viewer-state.js';
import type { LoggedEvent } from '../kernel/event.js';
import type { Side, Stream } from '../kernel/side.js';
import type { Reader } from '../release/label.js';
import { streamsOf } from '../release/release.js';
import { eventFor } from '../release/shown.js';
import { answers, ask, chain, chn, MINUTE, pak, smallExercise, step } from './small-exercise.js';

const police = pak('police', answers(MINUTE));
export const rescue = pak('rescue', answers(2 * MINUTE), { capacity: 1_000 });
export const embassy = chn('embassy', answers(MINUTE));

/** Of two PAK units and one of CHN, which all answer. */
export function exercise() {
  return smallExercise({
    units: [{ ...police, capacity: 1_000 }, rescue, embassy],
    chain: chain([step('any', [ask(police), ask(rescue), ask(embassy)])]),
  });
}

export type Account = Extract<Reader, { kind: 'account' }>;
export const account = (role: string, side?: Side, more: Partial<Account> = {}): Account => ({
  kind: 'account',
  id: `${role}-${side}`,
  role,
  side,
  ...more,
});
export const READERS: readonly Account[] = [
  account('operator', 'PAK'),
  account('observer', 'PAK'),
  account('liaison', 'PAK', { units: ['police'] }),
  account('releasing-authority', 'PAK'),
  account('operator', 'CHN'),
  account('wall'),
  account('controller'),
];

export function streamFor({ role, side }: Account): Stream {
  if (role === 'controller') return 'all';
  return side === 'PAK' ? 'pak' : side === 'CHN' ? 'chn' : 'joint';
}

/** The events of the reader's stream, as the reader sees them. */
export function seenBy(reader: Account, log: readonly LoggedEvent[]): ShownEvent[] {
  const stream = streamFor(reader);
  return log
    .filter(({ audience }) => streamsOf(audience).includes(stream))
    .map((event) => ({ ...eventFor({ stream, reader }, event), seq: event.seqs[stream] ?? 0 }));
}
