/** Messages that answer a message: `Ack` (received and accepted) and `Error` (rejected), CAP 1.2, 3.2.1. */
import type { Alert, MessageReference } from '#domain/alert/alert.js';
import type { ReleaseClass } from '#domain/kernel/side.js';

export interface Answer {
  readonly identifier: string;
  /** Who answers. */
  readonly sender: string;
  /** As CAP writes times; `capTimeOf` gives it. */
  readonly sent: string;
  /** The message that is answered; its sender is the addressee. */
  readonly to: MessageReference;
  /** An answer stems from what it answers, so it is of its class. */
  readonly releaseClass: ReleaseClass;
  readonly note?: string;
}

export function ackMessage(answer: Answer): Alert {
  return answerMessage('Ack', answer, answer.note);
}

/** @param reason why the message is rejected; CAP puts it in `note`. */
export function errorMessage(answer: Omit<Answer, 'note'>, reason: string): Alert {
  return answerMessage('Error', answer, reason);
}

function answerMessage(msgType: 'Ack' | 'Error', answer: Omit<Answer, 'note'>, note: string | undefined): Alert {
  const { identifier, sender, sent, to, releaseClass } = answer;
  return {
    identifier,
    sender,
    sent,
    status: 'Exercise',
    msgType,
    scope: 'Private',
    addresses: to.sender,
    ...(note === undefined ? {} : { note }),
    references: [{ sender: to.sender, identifier: to.identifier, sent: to.sent }],
    exercise: { releasability: { class: releaseClass } },
  };
}
