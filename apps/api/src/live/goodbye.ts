/** The last message of a socket or a stream whose exercise was deleted. */
import type { GoodbyeMessage } from '#contracts/push/messages.js';

export function deletedGoodbye(exercise: string): GoodbyeMessage {
  return { code: 'EXERCISE_DELETED', message: `The exercise ${exercise} was deleted.`, exercise };
}
