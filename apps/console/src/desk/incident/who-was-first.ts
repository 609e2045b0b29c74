/** When the same is done by two people, the second sees who was first: the event that made the second one too late. */
import type { EventView } from '#contracts/http/events.js';
import type { Act } from './send-act.js';

const DONE_BY: Readonly<Partial<Record<Act['kind'], readonly string[]>>> = {
  acknowledge: [
    'NotificationAcknowledged',
    'LateAcknowledgement',
    'NotificationDeclined',
    'NotificationWithdrawn',
    'NotificationExpired',
    'AnswerGiven',
  ],
  decline: [
    'NotificationAcknowledged',
    'LateAcknowledgement',
    'NotificationDeclined',
    'NotificationWithdrawn',
    'NotificationExpired',
    'AnswerGiven',
  ],
  escalate: ['StepStarted', 'ChainHalted', 'EscalationExhausted', 'IncidentResolved'],
  progress: ['UnitProgressed'],
  ask: ['UnitAsked', 'StepStarted'],
  restart: ['ChainStarted'],
  // `SideDecided` by a colleague of the own side.
  resolve: ['IncidentResolved', 'IncidentClosed', 'IncidentCancelled', 'SideDecided'],
  close: ['IncidentClosed', 'IncidentCancelled', 'SideDecided'],
  cancel: ['IncidentClosed', 'IncidentCancelled', 'SideDecided'],
  withdraw: ['SideDecisionWithdrawn', 'IncidentResolved', 'IncidentClosed', 'IncidentCancelled'],
  confirmCommander: ['CommanderChosen', 'CommanderProposed'],
  propose: ['CommanderChosen'],
  handOver: ['HandedOver', 'IncidentAssigned', 'CommanderChosen'],
  confirmHandover: ['HandedOver', 'HandoverOffered', 'IncidentAssigned', 'CommanderChosen'],
  override: ['AcknowledgementOverridden', 'NotificationAcknowledged'],
};

interface Subject {
  readonly notification?: string;
  readonly unit?: string;
  readonly side?: string;
}

/** @param events of the incident, oldest first */
export function whoWasFirst(events: readonly EventView[], act: Act): EventView | undefined {
  const types = DONE_BY[act.kind] ?? [];
  return events.findLast(({ type, data }) => types.includes(type) && isAboutSame(act, data as Subject));
}

function isAboutSame(act: Act, { notification, unit, side }: Subject): boolean {
  switch (act.kind) {
    case 'acknowledge':
      return notification !== undefined && act.notifications.includes(notification);
    case 'decline':
      return notification === act.notification;
    case 'progress':
    case 'ask':
      return unit === undefined || unit === act.unit;
    case 'override':
      return side === act.side;
    default:
      return true;
  }
}
