/** Messages that reply to each other, as threads: what a list shows of each, and which of them a filter keeps. */
import type { MessageKind } from '#domain/message/message.js';
import type { MessageView } from '#domain/message/message-list.js';
import type { Messages, SharedText } from '../live/fold-messages.js';

export const BOXES = ['all', 'unread', 'waiting', 'overdue'] as const;
export type Box = (typeof BOXES)[number];

export interface Thread {
  /** Of its first message, or of a tear line that stands alone. */
  readonly id: string;
  /** In the order in which they were sent. */
  readonly messages: readonly MessageView[];
  /** What came in of messages that the other side keeps to itself. */
  readonly shared: readonly SharedText[];
  readonly latestAt: number;
  readonly unread: readonly string[];
}

/** The thread with the latest message first. */
export function threadsOf({ messages, shared }: Messages, isUnread: (message: MessageView) => boolean): Thread[] {
  const roots = new Map<string, string>();
  const grouped = new Map<string, { messages: MessageView[]; shared: SharedText[] }>();
  const texts = new Map(shared.map((text) => [text.id, text]));
  for (const message of messages) {
    // A message before it that the viewer may not read is no part of the thread.
    const root = (message.inReplyTo && roots.get(message.inReplyTo)) ?? message.id;
    roots.set(message.id, root);
    const thread = grouped.get(root) ?? { messages: [], shared: [] };
    grouped.set(root, thread);
    thread.messages.push(message);
    for (const { tearLine } of message.request?.answers ?? []) {
      const text = tearLine === undefined ? undefined : texts.get(tearLine);
      if (text === undefined) continue;
      thread.shared.push(text);
      texts.delete(text.id);
    }
    // Who reads both sides has the message, and need not see what was made of it as another one.
    if (message.tearLine !== undefined) {
      const text = texts.get(message.tearLine);
      if (text !== undefined) thread.shared.push(text);
      texts.delete(message.tearLine);
    }
  }
  for (const text of texts.values()) grouped.set(text.id, { messages: [], shared: [text] });
  return [...grouped]
    .map(([id, thread]) => ({
      id,
      ...thread,
      latestAt: Math.max(...thread.messages.map(({ sentAt }) => sentAt), ...thread.shared.map(({ at }) => at)),
      unread: thread.messages.filter(isUnread).map((message) => message.id),
    }))
    .toSorted((a, b) => b.latestAt - a.latestAt);
}

export interface ThreadFilter {
  readonly box: Box;
  readonly kind: MessageKind | undefined;
}

export function isIn({ messages, unread }: Thread, { box, kind }: ThreadFilter): boolean {
  if (kind !== undefined && !messages.some((message) => message.kind === kind)) return false;
  const statuses = messages.map(({ request }) => request?.status);
  switch (box) {
    case 'all':
      return true;
    case 'unread':
      return unread.length > 0;
    case 'waiting':
      return statuses.some((status) => status === 'open' || status === 'overdue');
    case 'overdue':
      return statuses.includes('overdue');
    default:
      return box satisfies never;
  }
}

export type RequestState = 'open' | 'overdue' | 'answered' | 'answeredLate';

/** In one word; undefined: it is no request. */
export function requestState({ request }: MessageView): RequestState | undefined {
  if (request === undefined) return undefined;
  if (request.status !== 'answered') return request.status;
  return request.answers[0]?.late === true ? 'answeredLate' : 'answered';
}
