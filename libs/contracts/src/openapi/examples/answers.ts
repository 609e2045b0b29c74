/** One example of what each route returns when it succeeds, by operation. A spec checks each against the schema of its route. */
import { COMMAND_OPERATIONS } from '../command-operations.js';
import type { OperationId } from '../operations.js';
import longAnswers from './long-answers.json' with { type: 'json' };

const HASH = '7ff618b3d0adfd858d4a48a9bafd51f3b9a179f8d4bd4dfe490f5a9aba6614e8';
const CREATED = '2026-11-23T04:00:00.000Z';
const EXPIRES = '2026-11-23T16:00:00.000Z';
const actor = { id: 'acc_6n4dwthzmk6q', kind: 'account', role: 'controller' };

const event = {
  seq: 12,
  at: 62_300,
  wall: CREATED,
  type: 'ExercisePaused',
  data: { generation: 1 },
  cause: { command: 'CMD-01a222e41928-f07b414481fb571a3d02' },
  actor,
  audience: 'JOINT',
  hash: HASH,
};

/** Every command is answered in the same way: with the events that came of it. */
const done = { command: 'CMD-01a222e41928-f07b414481fb571a3d02', events: [event] };

const exercise = {
  id: 'EX-e9jfmdzbcz',
  title: { en: 'Camp drill (exercise)', zh: '营地演练（演习）' },
  scenario: 'camp-drill',
  status: 'planned',
  engine: 3,
  speed: 1,
  generation: 0,
  time: 0,
  durationMs: 1_800_000,
  lastSeq: 0,
  createdAt: CREATED,
};

const message = {
  id: 'MSG-0001',
  kind: 'request',
  from: 'desk:PAK',
  to: ['unit:embassy'],
  class: 'JOINT',
  subject: 'Passenger list',
  text: 'How many people are on the bus?',
  incident: 'INC-0001',
  label: { tlp: 'TLP:GREEN' },
  sentAt: 62_300,
  actor: { kind: 'account', id: 'acc_6n4dwthzmk6q', role: 'operator', side: 'PAK' },
  readBy: [{ by: 'unit:embassy', at: 70_000 }],
  request: {
    status: 'answered',
    answerBy: 662_300,
    answers: [{ by: 'unit:embassy', at: 180_000, message: 'MSG-0002' }],
  },
};

const account = {
  id: 'acc_ebhn2ex3tbb9',
  name: 'Gate cameras',
  role: 'service',
  classes: ['JOINT'],
  hasPassword: false,
  createdAt: CREATED,
};

const session = {
  account: 'acc_6n4dwthzmk6q',
  name: 'Ayesha Khan',
  role: 'operator',
  side: 'PAK',
  hasPassword: true,
  by: 'session',
  session: 'ses_k2v9dq7m3x8a',
  idleUntil: '2026-11-23T12:00:00.000Z',
  expiresAt: EXPIRES,
};

const token = { id: 'tok_949xga9vn3hy', account: account.id, createdAt: CREATED, expiresAt: EXPIRES };

const invitation = {
  id: 'inv_qwz9takwmqbn',
  code: '6dxyr',
  role: 'operator',
  side: 'PAK',
  state: 'open',
  uses: 0,
  maxUses: 5,
  note: 'Morning shift',
  createdAt: CREATED,
  createdBy: 'acc_6n4dwthzmk6q',
  expiresAt: EXPIRES,
};

const announcement = {
  id: 'ann_b4d5r4fecdqw',
  at: CREATED,
  text: { en: 'We pause for ten minutes.' },
  addressed: true,
};

const endpoint = {
  unit: 'desk',
  url: 'https://unit.example.org/tandem',
  enabled: true,
  mode: 'remote',
  setBy: 'acc_6n4dwthzmk6q',
  setAt: CREATED,
  circuit: { state: 'closed', failures: 0 },
  pending: 0,
  lastSuccessAt: '2026-11-23T04:00:30.120Z',
};

const delivery = {
  id: 'dlv_b4d5r4fecdqw8k2m7xzn',
  unit: 'desk',
  kind: 'notification',
  subject: 'INC-0001.N1',
  at: 30_000,
  createdAt: '2026-11-23T04:00:30.040Z',
  status: 'delivered',
  deliveredAt: '2026-11-23T04:00:31.120Z',
  attempts: [
    { number: 1, at: '2026-11-23T04:00:30.050Z', latencyMs: 3, error: 'CONNECTION_REFUSED' },
    { number: 2, at: '2026-11-23T04:00:31.090Z', latencyMs: 27, status: 204 },
  ],
  attemptCount: 2,
};

const inject = {
  id: 'rumour',
  kind: 'alert',
  at: 60_000,
  improvised: false,
  status: 'planned',
  due: 60_000,
  fired: [],
};

const incident = {
  id: 'INC-0001',
  class: 'JOINT',
  site: 'willow-camp',
  categories: ['Security'],
  headline: 'Perimeter alarm (EXERCISE)',
  openedAt: 62_300,
  policyVersion: 1,
  severity: 'Severe',
  latestAlertAt: 62_300,
  alertCount: 1,
  activeAlerts: 1,
  notificationCount: 2,
  figures: { firstAcknowledgementAt: {}, escalations: 0, firstNotificationAt: 62_300 },
  audience: 'JOINT',
  status: 'open',
  joint: 'none',
  acknowledgedBy: {},
  chains: [
    {
      chain: 'both',
      route: 'default',
      status: 'active',
      step: 0,
      round: 0,
      deadline: 152_300,
      nextStepAt: 152_300,
    },
  ],
  deadline: 152_300,
  nextStepAt: 152_300,
};

const notification = {
  id: 'INC-0001.N2',
  incident: 'INC-0001',
  chain: 'both',
  step: 0,
  round: 0,
  unit: 'embassy',
  side: 'CHN',
  action: 'inform',
  queuedAt: 62_300,
  status: 'delivered',
  attempts: 1,
  deliveries: 1,
  sentAt: 62_300,
  deliveredAt: 62_300,
  audience: 'JOINT',
  expiresAt: 782_300,
};

const unit = {
  id: 'embassy',
  name: { en: 'Embassy Duty Desk (fictional)' },
  side: 'CHN',
  kind: 'embassy',
  jurisdiction: { sites: ['willow-camp'] },
  authority: ['inform'],
  capacity: 1,
  duty: 'on',
  mode: 'simulated',
  link: { status: 'up' },
  engaged: 0,
};

const command = {
  id: done.command,
  type: 'PauseExercise',
  status: 'applied',
  actor,
  receivedAt: CREATED,
  appliedAt: 62_300,
};

const lint = { findings: [] };

const METRICS = `# HELP process_cpu_user_seconds_total Total user CPU time spent in seconds.
# TYPE process_cpu_user_seconds_total counter
process_cpu_user_seconds_total{process="api"} 5.680055
`;

export const ANSWER_EXAMPLES: Partial<Record<OperationId, unknown>> = {
  /** From a drill with `scenarios/first-ten-minutes.yaml`; lists are shortened. */
  ...longAnswers,
  streamEvents: event,
  metrics: METRICS,

  ...Object.fromEntries(Object.keys(COMMAND_OPERATIONS).map((id) => [id, done])),
  improviseInject: done,
  fireInject: done,
  skipInject: done,
  delayInject: done,
  changePolicy: done,
  proposePolicy: done,
  approvePolicy: done,
  rejectPolicy: done,
  withdrawPolicy: done,
  changeOwnPolicy: done,
  dropOwnPolicy: done,

  live: { status: 'ok' },
  ready: { status: 'ok', checks: { database: 'up' } },

  createExercise: exercise,
  listExercises: { items: [exercise] },
  readExercise: exercise,
  listReleases: {
    cases: [
      {
        id: 'REL-PAK-0001',
        owner: 'PAK',
        status: 'asked',
        openedAt: 600_000,
        asked: { from: 'CHN', tearLine: 'TL-CHN-0001', text: 'Do you know more about the threat to convoys?' },
        decideBy: 1_500_000,
      },
    ],
    requests: [],
    reviews: [
      { of: 'alert', id: 'ALT-drahsrvwkkardlrkbw2gpy5qsq', incident: 'PAK-0003', owner: 'PAK', dueAt: 3_600_000 },
    ],
    links: {},
  },
  previewRelease: {
    release: 'REL-PAK-0001',
    incident: 'PAK-0003',
    reader: 'CHN',
    stays: true,
    events: [
      {
        type: 'NotificationCarried',
        at: 900_000,
        audience: 'JOINT',
        data: { notification: 'INC-0007.N1', incident: 'INC-0007', unit: 'spu-coast', side: 'PAK', action: 'respond' },
        actor: { kind: 'engine' },
        cause: { timer: 'rules' },
      },
    ],
  },
  submitAlerts: { accepted: ['ALT-drahsrvwkkardlrkbw2gpy5qsq'], repeated: [], rejected: [] },
  lintScenario: lint,
  lintExercise: lint,
  listCommands: { items: [command] },
  readCommand: command,

  listIncidents: { items: [incident] },
  readIncident: incident,
  listMessages: { items: [message] },
  listRecords: {
    items: [
      {
        kind: 'note',
        id: 'INC-0001.PAK.1',
        incident: 'INC-0001',
        audience: 'PAK',
        at: 62_300,
        seq: 14,
        actor: { kind: 'account', id: 'acc_6n4dwthzmk6q', role: 'operator', side: 'PAK' },
        label: { tlp: 'TLP:AMBER' },
        text: 'The gate is shut.',
      },
    ],
  },
  readMessage: message,
  listNotifications: { items: [notification] },
  readNotification: notification,
  listUnits: { items: [unit] },
  readUnit: unit,
  listEvents: { events: [event], last: 12, more: false },
  readEvent: event,
  listInjects: { items: [inject] },
  readInject: inject,
  readPresence: {
    people: [{ account: session.account, name: session.name, role: 'operator', side: 'PAK', state: 'here' }],
  },
  listEndpoints: { items: [endpoint] },
  readEndpoint: endpoint,
  setEndpoint: { ...endpoint, secret: 'whsec_SECRET_OF_THE_ENDPOINT' },
  listDeliveries: { items: [delivery] },
  answerForUnit: {
    message: 'ALR-1c9e6cb4dd1ae2a30f6a2dc7a4b7a2e5',
    status: 'applied',
    answered: ['INC-0001.N1'],
  },
  listAnnouncements: { items: [announcement] },
  announce: announcement,

  signIn: session,
  readSignInOptions: { password: true, oidc: { label: 'Ministry account', path: '/v1/sign-in/oidc' } },
  readSession: session,
  redeemOneTimeLink: { ...session, hasPassword: false },
  redeemInvitation: { ...session, hasPassword: false, language: 'ur' },
  createInvitation: {
    ...invitation,
    key: 'tdi_KEY_OF_THE_LINK',
    pin: '61747442',
    path: '/#/join?key=tdi_KEY_OF_THE_LINK',
  },
  listInvitations: { items: [invitation] },
  previewInvitation: { role: 'operator', side: 'PAK', expiresAt: EXPIRES },

  createAccount: account,
  listAccounts: { items: [account] },
  changeRole: { ...account, role: 'observer', classes: undefined },
  createOneTimeLink: { key: 'tdl_KEY_OF_THE_LINK', path: '/#/welcome?key=tdl_KEY_OF_THE_LINK', expiresAt: EXPIRES },
  createToken: { ...token, secret: 'tdm_SECRET_SHOWN_ONCE' },
  listTokens: { items: [token] },
};
