/** CAP messages of generated exercises. */
import { alertId } from '#domain/kernel/ids.js';
import type { Alert, Category, MsgType, Severity } from '#domain/alert/alert.js';
import type { InjectAlert } from '#domain/inject/inject.js';
import type { ReleaseClass } from '#domain/kernel/side.js';

export interface MessageText {
  readonly id: string;
  readonly msgType: MsgType;
  /** Ids of messages: earlier ones, later ones, or such as never come. */
  readonly references: readonly string[];
  readonly class: ReleaseClass;
  readonly site?: string;
  readonly category: Category;
  readonly severity: Severity;
  readonly nationals?: Record<string, number>;
  readonly casualties?: Record<string, number>;
  readonly incidents?: readonly string[];
}

const SENDER = 'control@exercise.example';
const SENT = '2026-11-23T09:00:00+05:00';

export function message(text: MessageText): InjectAlert {
  const { id, msgType, references, category, severity, site, nationals, casualties } = text;
  const alert: Alert = {
    identifier: id,
    sender: SENDER,
    sent: SENT,
    status: 'Exercise',
    msgType,
    scope: 'Private',
    addresses: 'players',
    references: references.map((identifier) => ({ sender: SENDER, identifier, sent: SENT })),
    incidents: text.incidents,
    info: [{ category: [category], event: 'Exercise event', urgency: 'Immediate', severity, certainty: 'Observed' }],
    exercise: { site, nationals, casualties, releasability: { class: text.class } },
  };
  return { alertId: alertId(id), references: references.map(alertId), alert };
}
