/** Requests for information: what becomes of them as answers come in, or time passes. */
import { draft, type Draft } from '../kernel/event.js';
import type { MessageId } from '../kernel/ids.js';
import type { ReleaseClass } from '../kernel/side.js';
import { isRestricted, markingFrom, readersOf, type Marking } from '../release/label.js';
import type { Address } from './address.js';
import type { Message } from './message.js';

interface Answer {
  readonly id: MessageId;
  readonly class: ReleaseClass;
  readonly marking: Marking;
  readonly by: Address;
  readonly tearLine?: string | undefined;
}

/** The first answer of each that was asked; a further one of the same says nothing new about the request. */
export function requestAnswered(request: Message, { id, class: ownClass, marking, by, tearLine }: Answer): Draft[] {
  if (request.request === undefined || request.request.answeredBy.includes(by)) return [];
  const label = markingFrom(request.marking);
  const isKnown = ownClass === request.class && isReadByAll(label, marking);
  return [
    draft('MessageAnswered', request.class, {
      message: request.id,
      by,
      ...(isKnown && { answer: id }),
      ...(ownClass !== request.class && tearLine !== undefined && { tearLine }),
      ...(request.request.status === 'overdue' && { late: true as const }),
      label,
    }),
  ];
}

/** Whether all who read the request read its answer. */
function isReadByAll(request: Marking, answer: Marking): boolean {
  const readers = readersOf(answer);
  return readers === undefined || readersOf(request)?.every((name) => readers.includes(name)) === true;
}

export function remindOfRequest({ id, class: readers, marking, to }: Message): Draft {
  return draft('MessageReminded', readers, { message: id, to: [...to], label: markingFrom(marking) });
}

/** Read by those who read the request, and by the commander, who is to see to it. */
export function requestOverdue({ id, class: readers, marking, to }: Message): Draft {
  const own = markingFrom(marking);
  const label = isRestricted(own) ? { ...own, to: [...new Set([...(own.to ?? []), 'role:commander'])].sort() } : own;
  return draft('MessageOverdue', readers, { message: id, to: [...to], label });
}
