/** Messages as the viewer's stream shows them, and what came in of messages that the other side keeps to itself. */
import type { EventView } from '#contracts/http/events.js';
import { messagesIn, type MessageView, type ShownMessageEvent } from '#domain/message/message-list.js';
import type { TearLineEvents } from '#domain/release/tear-line.js';

/** What a side has got of a message that the other side keeps to itself. */
export interface SharedText extends Pick<TearLineEvents['TearLineShared'], 'from' | 'text' | 'label'> {
  /** `TL-CHN-0001` */
  readonly id: string;
  readonly at: number;
}

export interface Messages {
  /** In the order in which they were sent. */
  readonly messages: readonly MessageView[];
  readonly shared: readonly SharedText[];
}

/** @param events of one viewer's stream, oldest first */
export function foldMessages(events: readonly EventView[]): Messages {
  const shared = events.flatMap(({ type, at, data }): SharedText[] => {
    if (type !== 'TearLineShared') return [];
    const { tearLine: id, kind, from, text, label } = data as unknown as TearLineEvents['TearLineShared'];
    return kind === 'message' ? [{ id, at, from, text, label }] : [];
  });
  return { messages: messagesIn(events as unknown as readonly ShownMessageEvent[]), shared };
}
