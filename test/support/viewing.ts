/** An operator who reads a stream, for what asks who reads. */
import type { Stream } from '#domain/kernel/side.js';
import type { Viewing } from '#domain/release/shown.js';

export function viewing(stream: Stream): Viewing {
  return { stream, reader: { kind: 'account', id: 'acc_x', role: 'operator' } };
}
