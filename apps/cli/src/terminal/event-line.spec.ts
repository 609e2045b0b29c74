import { exerciseTime } from '#domain/kernel/exercise-time.js';
import { isDetail } from '#contracts/events/event-groups.js';
import type { EventView } from '#contracts/http/events.js';
import { sampleEvents } from '#contracts/sentences/testing/sample-events.js';
import type { EventContext } from '#domain/evaluation/event-context.js';
import { eventLine } from './event-line.js';
import { lineText } from './line.js';
import { paintFor } from './paint.js';

const sides: Record<string, 'PAK' | 'CHN'> = { 'spu-coast': 'PAK', embassy: 'CHN' };
const sideOf = (unit: string) => sides[unit];
const noColour = paintFor({ isTTY: false });
const lineOf = (event: EventView, context?: EventContext): string =>
  lineText(eventLine(event, { nameOf: (id) => id, sideOf }, context), noColour);
const event = (type: string, data: Record<string, unknown>, more: Partial<EventView> = {}): EventView => ({
  seq: 1,
  at: exerciseTime(200_000),
  wall: '2026-11-23T09:00:00.000Z',
  type,
  data,
  cause: {},
  actor: { kind: 'engine' },
  audience: 'JOINT',
  ...more,
});

describe('the line of an event', () => {
  it('tells whom a step asks, of which side they are, and until when', () => {
    const step = {
      incident: 'INC-0007',
      chain: 'joint',
      step: 1,
      stepId: 'second-call',
      round: 0,
      reason: 'timeout',
      deadline: 320_000,
      addressees: [
        { notification: 'INC-0007.N3', unit: 'spu-coast', side: 'PAK', action: 'respond' },
        { notification: 'INC-0007.N4', unit: 'embassy', side: 'CHN', action: 'consular' },
      ],
      unreached: [],
    };
    expect(lineOf(event('StepStarted', step)).replaceAll(/\s+/g, ' ')).toBe(
      'T+00:03:20 INC-0007 ESCALATES not enough answers in time; asks PAK spu-coast (respond), CHN embassy (consular) until T+00:05:20',
    );
    expect(lineOf(event('StepStarted', { ...step, reason: 'start' }))).toContain('asks        PAK spu-coast (respond)');
  });

  it('names the side that stands and the one that is missing, whichever of them changed', () => {
    const data = { incident: 'INC-0007', state: 'partial', side: 'PAK', acknowledged: ['CHN'] };
    expect(lineOf(event('JointAcknowledgementChanged', data))).toBe(
      'T+00:03:20 INC-0007 partial ack CHN has acknowledged, PAK has not',
    );
  });

  it('names an alert by its English text, whatever the order of the blocks, and by its event when the headline is blank', () => {
    const block = { category: ['Fire'], urgency: 'Past', severity: 'Minor', certainty: 'Likely' };
    const info = [
      { ...block, language: 'ur', event: 'آگ', headline: 'کیمپ میں آگ' },
      { ...block, language: 'en-GB', event: 'Fire', headline: ' ' },
    ];
    const alert = { identifier: 'a', msgType: 'Alert', info };
    expect(lineOf(event('AlertAccepted', { alertId: 'ALT-a', joined: 'opened', alert }))).toMatch(/Minor Fire$/);
  });

  it('marks what not everybody may see', () => {
    const done = { incident: 'PAK-0001', reason: 'command', text: 'Traffic is back' };
    const resolved = (audience: 'PAK' | 'CONTROL' | 'JOINT') =>
      lineOf(event('IncidentResolved', done, { audience, actor: { kind: 'account', role: 'operator', side: 'PAK' } }));
    expect(resolved('PAK')).toMatch(/by an operator of PAK: Traffic is back \[PAK only\]$/);
    expect(resolved('CONTROL')).toMatch(/\[controllers only\]$/);
    expect(resolved('JOINT')).toMatch(/Traffic is back$/);
  });

  it.each([
    [1, 'SPEED       as fast as the wall clock'],
    [0.5, 'SPEED       0.5 times as fast as the wall clock'],
  ])('says speed %d as one says it', (speed, said) => {
    expect(lineOf(event('SpeedChanged', { speed })).replaceAll(/^\S+\s+/g, '')).toBe(said);
  });

  it('says of a start how fast it goes, unless nobody gave it: that is in virtual time', () => {
    const data = { scenario: 'one', seed: 's', speed: 1, policyVersion: 1 };
    const byAccount = {
      ...event('ExerciseStarted', data),
      actor: { kind: 'account', id: 'a', role: 'controller' } as const,
    };
    expect(lineOf(byAccount)).toMatch(/scenario one, as fast as the wall clock$/);
    expect(lineOf({ ...byAccount, actor: { kind: 'engine' } })).toMatch(/scenario one, in virtual time$/);
  });

  it('names a unit without its side when nobody has told it', () => {
    const onScene = { incident: 'INC-0007', unit: 'rescue', progress: 'onScene' };
    expect(lineOf(event('UnitProgressed', onScene))).toBe('T+00:03:20 INC-0007 on scene    rescue');
  });

  it.each(sampleEvents)('of $type says something and holds no "undefined"', ({ type, data }) => {
    const text = lineOf(event(type, data));
    expect(text).toMatch(/^T\+00:03:20 .{9}\S.* /);
    expect(text).not.toMatch(/undefined|\[object|event {7}/);
  });

  it('falls back to the type for what a newer server sends', () => {
    expect(lineOf(event('UnitTeleported', { incident: 'INC-0001' }))).toBe(
      'T+00:03:20 INC-0001 event       UnitTeleported',
    );
    expect(lineOf(event('StepStarted', { incident: 'INC-0001' }))).toBe('T+00:03:20 INC-0001 event       StepStarted');
    expect(lineOf(event('IncidentResponding', {}))).toMatch(/IncidentResponding$/);
  });
});

describe('what is a detail', () => {
  it('is messages under way, plans, and the alert that opens an incident', () => {
    const types = sampleEvents.filter(isDetail).map(({ type }) => type);
    expect(types.sort()).toEqual([
      'AlertAccepted',
      'AlertCancelled',
      'AlertSuperseded',
      'AnswerPlanned',
      'ChainStarted',
      'IncidentDisclosed',
      'MessageAnswered',
      'MessageRead',
      'MessageReplyPlanned',
      'MovementsPlanned',
      'NotificationDelivered',
      'NotificationSent',
      'ReleaseRouted',
      'TransmissionPlanned',
      'Withheld',
    ]);
  });

  it('is not an alert that joins an incident, or what a newer server sends', () => {
    expect(isDetail({ type: 'AlertAccepted', data: { joined: 'correlated' } })).toBe(false);
    expect(isDetail({ type: 'UnitTeleported', data: {} })).toBe(false);
  });
});
