import type { EventView } from '#contracts/http/events.js';
import type { Act } from './send-act.js';
import { whoWasFirst } from './who-was-first.js';

const event = (seq: number, type: string, data: object) => ({ seq, type, data }) as unknown as EventView;
const EVENTS = [
  event(1, 'NotificationAcknowledged', { notification: 'N1', unit: 'police', side: 'PAK' }),
  event(2, 'NotificationDeclined', { notification: 'N2', unit: 'rescue' }),
  event(3, 'NotificationDelivered', { notification: 'N1' }),
  event(4, 'IncidentResolved', {}),
];
const first = (act: Act) => whoWasFirst(EVENTS, act)?.seq;

describe('who was first', () => {
  it('is found by the notification, whatever the answer was', () => {
    expect(first({ kind: 'acknowledge', notifications: ['N1'] })).toBe(1);
    expect(first({ kind: 'decline', notification: 'N1', reason: '' })).toBe(1);
    expect(first({ kind: 'acknowledge', notifications: ['N2'] })).toBe(2);
    expect(first({ kind: 'acknowledge', notifications: ['N3'] })).toBeUndefined();
  });

  it('is found by the incident, the side, and not at all for a note', () => {
    expect(first({ kind: 'resolve', reason: '' })).toBe(4);
    expect(first({ kind: 'override', side: 'PAK', reason: '' })).toBe(1);
    expect(first({ kind: 'override', side: 'CHN', reason: '' })).toBeUndefined();
    expect(first({ kind: 'note', text: '', shared: false })).toBeUndefined();
  });
});
