import { sampleEvents } from '#contracts/sentences/testing/sample-events.js';
import type { LoggedEvent } from '#domain/kernel/event.js';
import { eventText } from './event-text.js';

const names = {
  nameOf: (id: string) => ({ 'spu-coast': 'Coast Unit', 'sohrab-creek': 'Sohrab Creek' })[id] ?? id,
  sideOf: (unit: string) => (unit === 'spu-coast' ? ('PAK' as const) : undefined),
};

function text(type: string, data?: Record<string, unknown>): string {
  const sample = sampleEvents.find((one) => one.type === type);
  const event = { type, at: 0, audience: 'JOINT', actor: { kind: 'engine' }, data: data ?? sample?.data ?? {} };
  return eventText(event as unknown as LoggedEvent, names);
}

it('names units with their side, and sites', () => {
  expect(text('NotificationAcknowledged')).toBe('Acknowledged: PAK Coast Unit will respond');
  expect(text('IncidentOpened')).toBe('Opened: Severe Fire at Sohrab Creek: Fire in a store');
  expect(text('StepStarted')).toBe('Asks PAK Coast Unit (respond) until T+00:05:00');
  expect(text('UnitDutyChanged', { unit: 'spu-coast', duty: 'off' })).toBe('PAK Coast Unit is off duty');
});

it.each(sampleEvents)('$type: a sentence that begins with a capital and lacks nothing', ({ type }) => {
  expect(text(type)).toMatch(/^[A-Z]|^embassy is/);
  expect(text(type)).not.toMatch(/undefined|\[object|: *$| {2}/);
});

it('shows an event of a newer version by its data', () => {
  expect(text('UnitTeleported', { unit: 'spu-coast', to: { x: 1 } })).toBe('unit spu-coast, to {"x":1}');
});
