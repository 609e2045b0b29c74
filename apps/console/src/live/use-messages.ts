/** How components read the messages of the exercise of the page. */
import { useCallback, useMemo, useSyncExternalStore } from 'react';
import type { MessageView } from '#domain/message/message-list.js';
import { useViewer } from '../session/use-session.js';
import type { Messages } from './fold-messages.js';
import { messageLogOf } from './message-log.js';
import { isUnread } from './unread.js';
import { useExerciseStore } from './use-exercise.js';

export function useMessages(): Messages {
  const log = messageLogOf(useExerciseStore());
  return useSyncExternalStore(log.subscribe, () => log.current);
}

/** Whether what was written before the page was opened is there. */
export function useHasMessages(): boolean {
  const log = messageLogOf(useExerciseStore());
  return useSyncExternalStore(log.subscribe, () => log.isWhole);
}

/** Whether a message waits to be read by the viewer. */
export function useIsUnread(): (message: MessageView) => boolean {
  const store = useExerciseStore();
  const viewer = useViewer();
  return useCallback((message) => isUnread(store.fold.state, viewer, message), [store, viewer]);
}

export function useUnreadCount(): number {
  const { messages } = useMessages();
  const waits = useIsUnread();
  return useMemo(() => messages.filter(waits).length, [messages, waits]);
}
