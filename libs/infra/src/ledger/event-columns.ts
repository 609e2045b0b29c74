/** The columns of `event`, and the events they make. */
import type { LoggedEvent } from '#domain/kernel/event.js';
import { streamsOf } from '#domain/release/release.js';
import { type Audience, type StreamSeqs } from '#domain/kernel/side.js';

export const EVENT_COLUMNS = 'seq, seq_joint, seq_pak, seq_chn, at, type, audience, data, cause, actor';

export interface EventColumns {
  readonly seq: number;
  readonly seq_joint: number;
  readonly seq_pak: number;
  readonly seq_chn: number;
  readonly at: number;
  readonly type: string;
  readonly audience: string;
  readonly data: unknown;
  readonly cause: unknown;
  readonly actor: unknown;
}

export function loggedEvent(c: EventColumns): LoggedEvent {
  const numbers: StreamSeqs = { all: c.seq, joint: c.seq_joint, pak: c.seq_pak, chn: c.seq_chn };
  const seqs: Partial<StreamSeqs> = {};
  for (const stream of streamsOf(c.audience as Audience)) seqs[stream] = numbers[stream];
  return {
    seq: c.seq,
    seqs,
    at: c.at,
    type: c.type,
    data: c.data,
    cause: c.cause,
    actor: c.actor,
    audience: c.audience,
  } as LoggedEvent;
}
