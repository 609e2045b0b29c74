/** Further events, so that each variant of each sentence is said, for specs: those of `sample-events.ts` are one of each type. */
import type { Plain } from '#domain/kernel/brand.js';
import { MSG_TYPES } from '#domain/alert/alert.js';
import type { EventContext } from '#domain/evaluation/event-context.js';
import type { Actor, EventData, EventType } from '#domain/kernel/event.js';
import type { Audience } from '#domain/kernel/side.js';
import { ACTIONS, PROGRESS } from '#domain/unit/unit.js';
import { ROLES } from '#domain/kernel/role.js';

const incident = 'INC-0007';
const answer = { notification: 'INC-0007.N3', incident, unit: 'spu-coast' };
const account = { kind: 'account', id: 'acc_1' } as const;

export interface SampleVariant {
  readonly type: EventType;
  readonly data: object;
  readonly audience?: Audience;
  readonly actor?: Actor;
  readonly context?: EventContext;
}

function variant<T extends EventType>(
  type: T,
  data: Plain<EventData[T]>,
  more: Omit<SampleVariant, 'type' | 'data'> = {},
): SampleVariant {
  return { type, data, ...more };
}

const started = { scenario: 'demonstration', seed: 'seed', speed: 10, policyVersion: 1 };
const step = { incident, chain: 'joint', step: 1, stepId: 'second-call', round: 0, deadline: 300_000, covered: [] };
const block = {
  category: ['Fire'],
  event: 'Fire',
  urgency: 'Immediate',
  severity: 'Severe',
  certainty: 'Likely',
} as const;
const alert = {
  identifier: 'a',
  sender: 'desk@exercise.example',
  sent: '2026-11-23T09:00:00-00:00',
  status: 'Exercise',
  scope: 'Public',
  exercise: { releasability: { class: 'JOINT' } },
} as const;
const change = { incident, side: 'CHN' } as const;
const degraded = { status: 'degraded', latencyMs: 5_400_000, loss: 0.25 } as const;

export const sampleVariants: readonly SampleVariant[] = [
  variant('ExerciseStarted', started, { actor: { ...account, role: 'controller' } }),
  variant('MessagePosted', {
    message: 'MSG-PAK-0001',
    kind: 'intelligence',
    from: 'unit:spu-coast',
    to: ['desk:PAK'],
    class: 'PAK',
    text: { en: 'A gate is open.' },
    label: { tlp: 'TLP:AMBER' },
  }),
  variant('LabelChanged', {
    of: 'message',
    id: 'MSG-PAK-0001',
    from: { tlp: 'TLP:AMBER' },
    to: { tlp: 'TLP:AMBER' },
    set: {},
    label: { tlp: 'TLP:AMBER' },
  }),
  variant('MessageAnswered', { message: 'MSG-PAK-0001', by: 'control', label: { tlp: 'TLP:AMBER' } }),
  variant('MessageReplyPlanned', { message: 'MSG-0001', unit: 'spu-coast', at: 300_000 }),
  variant('MessageReplyPlanned', { message: 'MSG-0001', unit: 'spu-coast', at: null }),
  ...(['JOINT', 'CONTROL'] as const).map((audience) =>
    variant(
      'DecisionRecorded',
      { incident, record: `${incident}.${audience}.D1`, options: ['wait'], decision: 'wait', reason: 'no car' },
      { audience },
    ),
  ),
  variant('PolicyApproved', { proposal: 'POL-0001', side: 'CHN', policy: 'joint', version: 2 }),
  variant('PolicyWithdrawn', { proposal: 'POL-0001', side: 'CHN' }),
  variant('SpeedChanged', { speed: 1, generation: 4 }),
  variant('RunToSet', { to: null }),
  variant('CommandRefused', { command: 'CMD-1', code: 'CODE_OF_NEWER_SERVER', message: 'too many moons' }),
  ...MSG_TYPES.map((msgType) =>
    variant('AlertAccepted', {
      alertId: 'ALT-a',
      incident,
      joined: 'correlated',
      alert: { ...alert, msgType, info: [{ ...block, category: ['Fire'], language: 'en', headline: 'Fire' }] },
    }),
  ),
  variant('AlertAccepted', {
    alertId: 'ALT-a',
    joined: 'none',
    alert: { ...alert, msgType: 'Cancel', note: 'withdrawn' },
  }),
  variant('IncidentOpened', {
    incident,
    class: 'JOINT',
    categories: ['Fire', 'Rescue'],
    headline: 'Fire in a store',
    severity: 'Unknown',
    policyVersion: 1,
    facts: {} as never,
  }),
  variant('IncidentChanged', {
    incident,
    changed: ['severity', 'site', 'categories', 'nationals', 'casualties', 'other'],
    severity: 'Minor',
    from: 'Severe',
    site: 'sohrab-creek',
    categories: ['Fire', 'Rescue'],
    graver: false,
    moved: true,
    facts: {} as never,
  }),
  variant('IncidentChanged', {
    incident,
    changed: ['site'],
    severity: 'Minor',
    from: 'Minor',
    categories: [],
    graver: false,
    moved: true,
    facts: {} as never,
  }),
  ...[...ROLES.map((role): Actor => ({ ...account, role })), { kind: 'unit', id: 'spu-coast' } as Actor].map((actor) =>
    variant('IncidentResolved', { incident, reason: 'command' }, { actor }),
  ),
  variant(
    'IncidentResolved',
    { incident, reason: 'command', text: 'Traffic is back' },
    { actor: { ...account, role: 'operator', side: 'PAK' } },
  ),
  variant('IncidentResolved', { incident, reason: 'agreed', text: 'Traffic is back' }),
  variant(
    'IncidentResolved',
    { incident, reason: 'command', override: true, text: 'No answer' },
    { actor: { ...account, role: 'operator', side: 'CHN' } },
  ),
  variant('IncidentClosed', { incident, reason: 'command' }, { actor: { kind: 'engine' } }),
  variant('IncidentClosed', { incident, reason: 'agreed' }),
  variant(
    'IncidentClosed',
    { incident, reason: 'command', override: true, text: 'No answer' },
    { actor: { ...account, role: 'operator', side: 'CHN' } },
  ),
  variant(
    'IncidentCancelled',
    { incident, reason: 'command', text: 'False alarm' },
    { actor: { ...account, role: 'operator', side: 'CHN' } },
  ),
  variant('IncidentCancelled', { incident, reason: 'agreed' }),
  variant(
    'IncidentCancelled',
    { incident, reason: 'command', override: true, text: 'No answer' },
    { actor: { ...account, role: 'operator', side: 'CHN' } },
  ),
  variant(
    'SideDecided',
    { incident, side: 'CHN', decision: 'close' },
    { actor: { ...account, role: 'operator', side: 'CHN' } },
  ),
  variant(
    'SideDecided',
    { incident, side: 'CHN', decision: 'cancel' },
    { actor: { ...account, role: 'operator', side: 'CHN' } },
  ),
  variant(
    'SideDecisionWithdrawn',
    { incident, side: 'CHN', decision: 'resolve' },
    { actor: { ...account, role: 'operator', side: 'CHN' } },
  ),
  variant(
    'SideDecisionWithdrawn',
    { incident, side: 'CHN', decision: 'cancel' },
    { actor: { ...account, role: 'operator', side: 'CHN' } },
  ),
  variant('DecisionDeadlocked', { incident, because: 'waiting', PAK: 'resolve' }),
  variant('DecisionDeadlocked', { incident, because: 'waiting', CHN: 'close' }),
  variant('DecisionDeadlocked', { incident, because: 'differ', PAK: 'cancel', CHN: 'resolve' }),
  variant('JointAcknowledgementChanged', { ...change, state: 'none', acknowledged: [] }),
  variant('JointAcknowledgementChanged', { ...change, state: 'none', acknowledged: [] }, { audience: 'CHN' }),
  variant('JointAcknowledgementChanged', { ...change, state: 'partial', acknowledged: ['CHN'] }, { audience: 'CHN' }),
  variant('JointAcknowledgementChanged', { ...change, state: 'partial', acknowledged: ['CHN'] }),
  variant('JointAcknowledgementChanged', { ...change, state: 'partial', acknowledged: [] }),
  variant('UnitsInformed', {
    incident,
    about: ['moved', 'cancelled', 'resolved'],
    updates: ['spu-coast', 'embassy'].map((unit) => ({ update: 'INC-0007.U1', unit, side: 'PAK' })),
  }),
  variant('UpdateTransmissionPlanned', {
    update: 'INC-0007.U1',
    incident,
    unit: 'x',
    audience: 'JOINT',
    deliverAt: 1000,
  }),
  variant('ChainStarted', { incident, chain: 'joint', route: 'fire', anew: true, underWay: [] }),
  ...(['timeout', 'impossible', 'skipped', 'manual', 'lapsed', 'repeat', 'raised'] as const).map((reason) =>
    variant('StepStarted', {
      ...step,
      reason,
      addressees: ACTIONS.map((action) => ({ notification: 'INC-0007.N4', unit: 'embassy', side: 'CHN', action })),
      unreached: [],
    }),
  ),
  variant('StepSkipped', { ...step, unreached: [] }),
  variant('UnitAsked', { ...answer, side: 'PAK', action: 'respond', because: 'not-reached' }),
  ...ACTIONS.map((action) => variant('NotificationAcknowledged', { ...answer, side: 'PAK', action })),
  variant('NotificationExpired', answer, { context: { delivered: false } }),
  variant('AnswerGiven', { ...answer, answer: 'decline', link: 'degraded' }),
  variant('AnswerTransmissionPlanned', { notification: 'INC-0007.N3', incident, arrivesAt: 1000 }),
  variant('TransmissionPlanned', { notification: 'INC-0007.N3', incident, deliverAt: 1000 }),
  variant('AnswerPlanned', { notification: 'INC-0007.N3', incident, answer: 'silent', at: null }),
  ...PROGRESS.map((progress) => variant('UnitProgressed', { incident, unit: 'spu-coast', progress })),
  variant('UnitDutyChanged', { unit: 'embassy', duty: 'on' }),
  variant('LinkChanged', { unit: 'spu-coast', link: { status: 'down' } }),
  variant('LinkChanged', { link: { status: 'up' } }),
  variant('LinkChanged', { side: 'PAK', link: degraded }),
  variant('InjectFired', { inject: 'second-call', kind: 'note', time: 2 }),
  variant('InjectSkipped', { inject: 'x', reason: 'refused', code: 'UNKNOWN_UNIT', message: 'no such unit' }),
  variant('InjectSkipped', { inject: 'x', reason: 'by-command' }),
  variant('InjectSkipped', { inject: 'x', reason: 'by-command', message: 'not needed' }),
  variant('AcknowledgementOverdue', { incident: 'PAK-0001', side: 'CHN', forMs: 300_000 }),
  variant('AcknowledgementOverdue', { incident, side: 'CHN', forMs: 3_723_004 }),
  variant('MessageSent', { message: 'weather', text: { zh: '有雨', ur: 'بارش' } }),
];
