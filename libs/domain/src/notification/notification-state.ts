/** The notifications of the incidents that have not ended. */
import type { NotificationId } from '../kernel/ids.js';
import { present } from '../kernel/present.js';
import type { UnitWorld } from '../unit/unit-state.js';
import type { Notification } from './notification.js';

export interface NotificationSlice {
  notifications: Record<NotificationId, Notification>;
  /** How many answers did not count at once, so far. */
  answersGiven: number;
}

export type NotificationWorld = UnitWorld & NotificationSlice;

export function notificationOf(state: Pick<NotificationSlice, 'notifications'>, id: NotificationId): Notification {
  return present(state.notifications[id], 'notification', id);
}
