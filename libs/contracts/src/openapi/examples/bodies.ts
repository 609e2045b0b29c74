/**
 * One example of what each route takes, by operation: for the OpenAPI document and the page of API examples. A spec checks each
 * against the schema of its route. A route that takes an empty body needs none.
 */
import type { OperationId } from '../operations.js';

const policy = {
  id: 'two-sides',
  version: 2,
  correlationWindow: '15m',
  route: { id: 'default', chain: 'both' },
  chains: {
    both: {
      remindEvery: '30s',
      expireAfter: '12m',
      steps: [
        {
          id: 'first-call',
          targets: [
            { unit: 'rescue-north', action: 'respond' },
            { unit: 'embassy', action: 'inform' },
          ],
          requirement: 'each-side',
          ackWithin: '90s',
        },
      ],
    },
  },
};

const behaviour = {
  acknowledge: { kind: 'fixed', time: '40s' },
  enRoute: { kind: 'fixed', time: '1m' },
  onScene: { kind: 'fixed', time: '5m' },
  clear: { kind: 'fixed', time: '10m' },
};

const scenario = {
  tandem: 1,
  id: 'camp-drill',
  title: { en: 'Camp drill (exercise)' },
  duration: '30m',
  sites: [
    {
      id: 'willow-camp',
      name: 'Willow Camp (fictional)',
      kind: 'camp',
      province: 'Punjab',
      position: { lat: 33.5, lon: 73 },
      nationals: { CHN: 12, PAK: 40 },
    },
  ],
  units: [
    {
      id: 'rescue-north',
      name: 'Rescue Service North (fictional)',
      side: 'PAK',
      kind: 'rescue-service',
      jurisdiction: { sites: ['willow-camp'] },
      authority: ['respond'],
      behaviour,
    },
    {
      id: 'embassy',
      name: 'Embassy Duty Desk (fictional)',
      side: 'CHN',
      kind: 'embassy',
      jurisdiction: { sites: ['willow-camp'] },
      authority: ['inform'],
      behaviour,
    },
  ],
  policy: { ...policy, version: 1 },
  injects: [],
};

const alert = {
  identifier: 'drill-0001',
  sender: 'desk@exercise.example',
  sent: '2026-11-23T09:00:00+05:00',
  status: 'Exercise',
  msgType: 'Alert',
  scope: 'Private',
  addresses: 'exercise players',
  info: [
    {
      category: ['Security'],
      event: 'Perimeter alarm (EXERCISE)',
      urgency: 'Immediate',
      severity: 'Severe',
      certainty: 'Likely',
    },
  ],
};

export const BODY_EXAMPLES: Partial<Record<OperationId, unknown>> = {
  createExercise: { scenario, seed: 'monday-1' },
  submitAlerts: alert,
  explainAlert: { alert, at: 600_000 },
  lintScenario: { scenario },

  startExercise: { speed: 10 },
  setSpeed: { speed: 2 },
  runExerciseTo: { to: 1_800_000 },

  declineNotification: { reason: 'All crews are at another incident.' },
  resolveIncident: { reason: 'Everybody is accounted for.' },
  closeIncident: { reason: 'Both sides have left the site.' },
  cancelIncident: { reason: 'It was a false alarm.' },
  proposeCommander: { account: 'acc_7f3a' },
  confirmCommander: { account: 'acc_7f3a' },
  assignIncident: { account: 'acc_7f3a' },
  handOver: { to: 'acc_9c21', briefing: 'Two units are on scene; the embassy has been informed.' },
  noteIncident: { text: 'The gate log confirms 26 people.', shared: true },
  recordDecision: {
    options: ['Hold the bus at the camp', 'Turn it back'],
    decision: 'Hold the bus at the camp',
    reason: 'The road is shut for an hour.',
    shared: true,
  },
  sendMessage: {
    kind: 'request',
    to: ['unit:embassy'],
    subject: 'Passenger list',
    text: 'How many people are on the bus?',
    label: { class: 'JOINT' },
    incident: 'INC-0001',
    answerWithinMs: 600_000,
  },
  escalateIncident: { chain: 'both' },
  askUnit: { unit: 'embassy', action: 'inform', reason: 'The duty officer has changed.' },
  restartChain: { reason: 'The first calls reached the wrong shift.' },
  overrideAcknowledgement: { side: 'CHN', reason: 'Acknowledged by telephone.' },
  reportProgress: { unit: 'rescue-north', progress: 'onScene' },

  requestRelease: { tearLine: 'TL-CHN-0001', text: 'Do you know more about the threat to convoys?' },
  proposeRelease: { incident: 'PAK-0003', reason: 'Chinese workers use the same road.' },
  decideRelease: { decision: 'decline', reason: 'It would endanger our source.' },
  withdrawRelease: { reason: 'No longer needed.' },
  changeLabel: {
    of: 'message',
    id: 'MSG-PAK-0003',
    tlp: 'TLP:RED',
    releasableTo: ['unit:spu-coast'],
    reviewAt: '2026-04-22T08:00:00+05:00',
    reason: 'The source is in danger.',
  },

  setDuty: { duty: 'off' },
  setMode: { mode: 'played' },
  setUnitLink: { link: { status: 'down' } },
  setSideLink: { link: { status: 'degraded', latencyMs: 20_000, loss: 0.1 } },

  recordObservation: {
    kind: 'area-for-improvement',
    text: 'Nobody informed the embassy during the first five minutes.',
    label: { class: 'PAK' },
    incident: 'INC-0001',
    recommendation: 'Ask the embassy in the first step.',
    capabilityElement: 'planning',
    evidence: [2, 14],
  },
  rateObjective: { objective: 'Verification', rating: 'S', reason: 'Both sides verified, one of them late.' },
  planImprovement: {
    correctiveAction: 'Add the embassy to the first step.',
    capabilityElement: 'planning',
    organization: 'Joint exercise staff (fictional)',
    start: '2026-12-01',
    completion: '2026-12-15',
    observation: 'OBS-0001',
  },

  improviseInject: {
    title: { en: 'Rumour at the gate' },
    at: 'T+00:20',
    message: { from: { en: 'Gate' }, text: { en: 'Families ask what has happened.' } },
  },
  skipInject: { reason: 'The players are already busy.' },
  delayInject: { byMs: 300_000 },
  changePolicy: { policy, reason: 'Two units are ill.' },
  proposePolicy: { policy, reason: 'Ask the guard first.' },
  approvePolicy: { reason: 'As agreed by telephone.' },
  rejectPolicy: { reason: 'The guard is too few.' },
  withdrawPolicy: { reason: 'It was too soon.' },
  changeOwnPolicy: { policy, reason: 'The night shift is short.' },
  dropOwnPolicy: { reason: 'The night shift is over.' },
  makeForecast: { runs: 200 },
  setEndpoint: { url: 'https://unit.example.org/tandem' },
  answerForUnit: {
    identifier: 'desk-1',
    sender: 'desk@unit.example.org',
    sent: '2026-11-23T09:01:00+05:00',
    status: 'Exercise',
    msgType: 'Ack',
    scope: 'Private',
    addresses: 'notifications@camp-drill.exercise.example',
    references: [
      {
        sender: 'notifications@camp-drill.exercise.example',
        identifier: 'INC-0001.N1',
        sent: '2026-11-23T04:00:30-00:00',
      },
    ],
  },
  announce: { text: { en: 'We pause for ten minutes.' }, role: 'operator', note: 'Lunch' },

  signIn: { name: 'Ayesha Khan', password: 'the heron waits by the weir' },
  redeemOneTimeLink: { key: 'tdl_KEY_FROM_THE_LINK' },
  changePassword: { current: 'the heron waits by the weir', password: 'nine lanterns over the harbour' },
  createInvitation: { role: 'operator', side: 'PAK', uses: 5, minutes: 120, note: 'Morning shift' },
  previewInvitation: { code: '6DXYR', pin: '61747442' },
  redeemInvitation: { code: '6DXYR', pin: '61747442', name: 'Ayesha Khan', language: 'ur' },

  createAccount: { name: 'Gate cameras', role: 'service', classes: ['JOINT'] },
  changeRole: { role: 'observer' },
  setPassword: { password: 'nine lanterns over the harbour' },
  createOneTimeLink: { minutes: 30 },
  createToken: { expiresAt: '2026-12-31T23:59:59+05:00' },
};
