/** The notifications of the incidents that have not ended. */
import { present } from '../kernel/present.js';
import type { UnitWorld } from '../unit/unit-state.js';
import type { Notification } from './notification.js';

export interface NotificationSlice {
  notifications: Record<string, Notification>;
}

export type NotificationWorld = UnitWorld & NotificationSlice;

export function notificationOf(state: NotificationSlice, id: string): Notification {
  return present(state.notifications[id], 'notification', id);
}
