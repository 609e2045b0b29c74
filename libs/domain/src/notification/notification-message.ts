/**
 * What identifies the CAP message of a notification (CAP 1.2, 3.2.1). It follows from the notification alone, so that the
 * message is the same whenever it is read, and an Ack that references it can be compared with it.
 */
import type { MessageReference } from '../alert/alert.js';
import { storyTime, type StoryStart } from '../kernel/story-time.js';
import type { Notification } from './notification.js';

/** What of a scenario its messages are named by. */
export interface MessageScenario extends StoryStart {
  readonly id: string;
}

/** The triple of a notification's message. It is dated when the notification was queued, in the time of the story. */
export function notificationReference(
  scenario: MessageScenario,
  { id, queuedAt }: Pick<Notification, 'id' | 'queuedAt'>,
): MessageReference {
  return {
    sender: `notifications@${scenario.id}.exercise.example`,
    identifier: id,
    sent: storyTime(scenario, queuedAt),
  };
}
