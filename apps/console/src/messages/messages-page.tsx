/** What people and units write to each other: who asks us, what we have not read, and who has not answered. */
import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useCallback, useMemo } from 'react';
import { useTranslation } from '../language/use-translation.js';
import { mayGive } from '#domain/release/permissions.js';
import type { MessageView } from '#domain/message/message-list.js';
import { type Shortcut, useShortcuts } from '../app/shortcuts.js';
import { useSelectedIncident } from '../app/use-url-state.js';
import { closeForm } from '../desk/desk-hold.js';
import { useHasMessages, useIsUnread, useMessages } from '../live/use-messages.js';
import { useViewer } from '../session/use-session.js';
import { MessageForm } from './message-form.js';
import { ThreadList } from './thread-list.js';
import { ThreadPane } from './thread-pane.js';
import { type Thread, threadsOf } from './threads.js';
import { usePlace } from './use-place.js';
import styles from './messages.module.css';

/** In the address: a message that nobody has written yet. */
const NEW = 'new';

export function MessagesPage() {
  const { t } = useTranslation('messages');
  const isNarrow = useMediaQuery('(max-width: 759.98px)', undefined, { getInitialValueInEffect: false });
  const viewer = useViewer();
  const { messages, shared } = useMessages();
  const isUnread = useIsUnread();
  const isWhole = useHasMessages();
  const { message: selected, write: writing, go } = usePlace();
  const [incident] = useSelectedIncident();
  const threads = useMemo(() => threadsOf({ messages, shared }, isUnread), [messages, shared, isUnread]);
  const thread = useMemo(() => threads.find((one) => holds(one, selected)), [threads, selected]);
  const mayWrite = mayGive(viewer.role, 'SendMessage');
  const replyTo = messages.find(({ id }) => id === writing);
  const isWriting = mayWrite && (writing === NEW || replyTo !== undefined);
  const close = useCallback(() => go({ write: undefined }), [go]);
  const write = useCallback((what: string) => go({ write: what }), [go]);
  const reply = useCallback(({ id }: MessageView) => write(id), [write]);
  const open = useCallback((id: string | undefined) => go({ message: id, write: undefined }), [go]);
  const latest = thread?.messages.findLast(({ kind }) => kind === 'request') ?? thread?.messages.at(-1);
  const shortcuts = useMemo((): Shortcut[] => {
    const clear = { keys: 'Escape', label: t('keys.clear'), run: () => void (closeForm() || open(undefined)) };
    if (!mayWrite) return [clear];
    return [
      { keys: 'n', label: t('write'), run: () => write(NEW) },
      ...(latest === undefined ? [] : [{ keys: 'a', label: t('answer'), run: () => write(latest.id) }]),
      clear,
    ];
  }, [t, mayWrite, latest, write, open]);
  useShortcuts(shortcuts);

  const list = (
    <ThreadList threads={threads} isWhole={isWhole} selected={thread?.id} onSelect={open}>
      {mayWrite && (
        <Button onClick={() => write(NEW)} rightSection={<kbd aria-hidden>N</kbd>}>
          {t('write')}
        </Button>
      )}
    </ThreadList>
  );
  const pane = (
    <div className={styles['pane']}>
      {isNarrow && (thread !== undefined || isWriting) && (
        <Button className={styles['back']} onClick={() => open(undefined)}>
          {t('back')}
        </Button>
      )}
      {thread !== undefined && writing !== NEW && (
        <ThreadPane key={`thread ${thread.id}`} thread={thread} onReply={reply} />
      )}
      {isWriting && (
        <MessageForm
          key={`form ${writing}`}
          to={writing === NEW ? undefined : replyTo}
          incident={incident}
          onClose={close}
          onSent={(id) => (writing === NEW && id !== undefined ? open(id) : close())}
        />
      )}
      {thread === undefined && !isWriting && (
        <p className={styles['none']}>
          {selected !== undefined && isWhole ? t('notThere', { id: selected }) : t('choose')}
        </p>
      )}
    </div>
  );
  if (isNarrow) {
    return <div className={styles['narrow']}>{thread !== undefined || isWriting ? pane : list}</div>;
  }
  return (
    <div className={styles['page']}>
      {list}
      {pane}
    </div>
  );
}

function holds({ id, messages, shared }: Thread, selected: string | undefined): boolean {
  if (selected === undefined) return false;
  return id === selected || messages.some((one) => one.id === selected) || shared.some((one) => one.id === selected);
}
