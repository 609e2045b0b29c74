/** One thread in full. To open it is to read it. */
import { useTranslation } from '../language/use-translation.js';
import type { MessageView } from '#domain/message/message-list.js';
import { mayGive } from '#domain/release/permissions.js';
import { answerersOf } from '../live/unread.js';
import { useIsUnread } from '../live/use-messages.js';
import { useExerciseStore } from '../live/use-exercise.js';
import { useViewer } from '../session/use-session.js';
import { MessageCard, TearLineCard } from './message-card.js';
import type { Thread } from './threads.js';
import { useMarkRead } from './use-mark-read.js';
import styles from './messages.module.css';

interface Props {
  readonly thread: Thread;
  readonly onReply: (message: MessageView) => void;
}

export function ThreadPane({ thread, onReply }: Props) {
  const { t } = useTranslation('messages');
  const viewer = useViewer();
  const { state } = useExerciseStore().fold;
  const isUnread = useIsUnread();
  const refusal = useMarkRead(thread);
  const mayWrite = mayGive(viewer.role, 'SendMessage');
  const { messages, shared } = thread;
  const own = new Set(messages.map(({ tearLine }) => tearLine));
  const parts = [
    ...messages.map((message) => ({
      at: message.sentAt,
      part: (
        <MessageCard
          key={message.id}
          message={message}
          shared={shared}
          isUnread={isUnread(message)}
          canAnswer={message.request?.status !== 'answered' && answerersOf(state, viewer, message).length > 0}
          onReply={mayWrite ? () => onReply(message) : undefined}
        />
      ),
    })),
    ...shared
      .filter(({ id }) => !own.has(id))
      .map((text) => ({ at: text.at, part: <TearLineCard key={text.id} text={text} /> })),
  ].toSorted((a, b) => a.at - b.at);
  return (
    <section className={styles['thread']} aria-label={t('thread', { id: thread.id })}>
      {refusal !== undefined && (
        <p className={styles['refused']} role="alert">
          {refusal}
        </p>
      )}
      {parts.map(({ part }) => part)}
    </section>
  );
}
