/** Whether two messages of one identity say the same. */
import { emitCap } from '#contracts/cap/emit-cap.js';
import type { Alert } from '#domain/alert/alert.js';

/**
 * Of two commands' data as JSON. What an exercise emits and gets back is the same message, though its note names the
 * exercise now and its signature is gone: so they are compared as they would leave.
 */
export function sameMessage(first: string, second: string): boolean {
  return first === second || outgoing(first) === outgoing(second);
}

function outgoing(dataJson: string): string {
  const { alert } = JSON.parse(dataJson) as { alert: Alert };
  // The name of the exercise stands in the note of what was emitted.
  const mark = /^EXERCISE [^\s.]+\.(?: Original status: \w+\.)?(?: |$)/;
  const { originalStatus: _, note = '', ...rest } = alert;
  return emitCap({ ...rest, note: note.replace(mark, '') }, '');
}
