import type { Plain } from '#domain/kernel/brand.js';
import type { DomainEvent, EventData, EventType } from '#domain/kernel/event.js';
import type { EventContext } from '#domain/evaluation/event-context.js';
import type { Audience } from '#domain/kernel/side.js';
import { inEnglish } from '../language/english.js';
import { loadLanguage } from '../language/load-language.js';
import { EVENT_TYPES } from '../events/event-specs.js';
import { plainText } from './plain-text.js';
import { sentenceOf } from './sentences.js';
import { sampleEvents } from './testing/sample-events.js';

function said<T extends EventType>(
  type: T,
  data: Plain<EventData[T]>,
  context: EventContext = {},
  audience: Audience = 'JOINT',
) {
  const event = { type, data, audience, at: 0, actor: { kind: 'engine' }, cause: { timer: 'x' } };
  return plainText(sentenceOf(event as unknown as DomainEvent, context, inEnglish)?.text ?? [], inEnglish);
}

const incident = 'INC-0001';
const answer = { notification: 'INC-0001.N1', incident, unit: 'police' };

it('has a sample for each sentence, so that all of them are tried', () => {
  expect(sampleEvents.map(({ type }) => type).toSorted()).toEqual(EVENT_TYPES.toSorted());
});

it('has labels that fit their column', () => {
  for (const { type, data } of sampleEvents) {
    const event = { type, data, audience: 'JOINT', actor: { kind: 'engine' } } as unknown as DomainEvent;
    const { label = '' } = sentenceOf(event, {}, inEnglish) ?? {};
    expect([label, label.length > 0 && label.length <= 11]).toEqual([label, true]);
  }
});

it('has none for a type of a newer version, whatever it is called', () => {
  for (const type of ['UnitTeleported', 'constructor']) {
    expect(sentenceOf({ type, data: {} } as unknown as DomainEvent, {}, inEnglish)).toBeUndefined();
  }
});

it.each([
  [true, 'police: no answer arrived in time'],
  [false, 'police was not reached in time'],
  [undefined, 'police: no answer arrived in time'],
])('an expired notification that was delivered: %s', (delivered, text) => {
  expect(said('NotificationExpired', answer, { delivered })).toBe(text);
});

it('a plan without a time says what does not happen', () => {
  const { notification } = answer;
  expect(said('TransmissionPlanned', { notification, incident, deliverAt: null })).toBe('INC-0001.N1 is lost');
  expect(said('AnswerPlanned', { notification, incident, answer: 'silent', at: null })).toBe(
    'INC-0001.N1 gets no answer',
  );
});

it('an incident of one side says nothing about the other', () => {
  const change = { incident: 'PAK-0001', side: 'PAK' } as const;
  expect(said('JointAcknowledgementChanged', { ...change, state: 'partial', acknowledged: ['PAK'] }, {}, 'PAK')).toBe(
    'PAK has acknowledged',
  );
  expect(said('JointAcknowledgementChanged', { ...change, state: 'none', acknowledged: [] }, {}, 'PAK')).toBe(
    'PAK no longer counts as having acknowledged',
  );
  const overdue = { forMs: 60_000, side: 'CHN' } as const;
  expect(said('AcknowledgementOverdue', { ...overdue, incident: 'PAK-0001' })).toBe(
    'CHN may not know of this incident',
  );
  expect(said('AcknowledgementOverdue', { ...overdue, incident })).toBe('CHN has not acknowledged for 1m');
});

it('a blank headline of an incident gives way to the event', () => {
  const opened = sampleEvents.find(({ type }) => type === 'IncidentOpened')!
    .data as unknown as EventData['IncidentOpened'];
  expect(said('IncidentOpened', { ...opened, headline: '  ' })).toBe('Severe Fire at sohrab-creek: Fire');
});

it('an incident is named in the language of whoever reads, if its headlines are known', async () => {
  const { data } = sampleEvents.find(({ type }) => type === 'IncidentOpened')!;
  const event = { type: 'IncidentOpened', data, audience: 'JOINT', at: 0 } as unknown as DomainEvent;
  const inUrdu = await loadLanguage('ur');
  const last = (headlines?: Record<string, string>) => sentenceOf(event, { headlines }, inUrdu)?.text.at(-1);
  expect(last({ en: 'Fire in a store', 'ur-PK': 'گودام میں آگ' })).toEqual({
    kind: 'authored',
    text: 'گودام میں آگ',
    language: 'ur-PK',
  });
  const english = { kind: 'authored', text: 'Fire in a store', language: 'en' };
  expect(last({ zh: '火灾', en: 'Fire in a store' })).toEqual(english);
  expect(last({})).toEqual(english);
  expect(last()).toEqual(english);
});

it('a reason of another version is shown as it is', () => {
  expect(said('NotificationWithdrawn', { ...answer, reason: 'unit-disbanded' })).toBe('from police: unit disbanded');
});
