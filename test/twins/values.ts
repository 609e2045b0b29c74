/**
 * What is sent to each door: ids in paths, values of queries, bodies. A parameter that is not named here is an error, so that a new
 * one cannot be left out.
 */
import { emitCap } from '#contracts/cap/emit-cap.js';
import { parseAlert } from '#contracts/alert/alert-schema.js';
import { type Side, SIDES } from '#domain/kernel/side.js';
import { alertOf, EXERCISE, HIDDEN_ALERTS, HIDDEN_SENDER, SECRET, type Viewer } from './world.js';

/** The ids of the world in which something is hidden: asked of both. */
export type KnownIds = Readonly<Record<string, readonly string[]>>;

/** For a path parameter. The first is of something that all may see, where there is such a thing. */
export function idsFor(parameter: string, known: KnownIds): readonly string[] {
  const ids = known[parameter];
  if (ids === undefined) throw new Error(`No ids for the path parameter {${parameter}}: add them to test/twins.`);
  return ids;
}

const VALUES: Readonly<Record<string, (known: KnownIds) => readonly string[]>> = {
  incident: (known) => idsFor('incident', known),
  unit: (known) => idsFor('unit', known),
  site: () => ['plant', 'road', 'nowhere'],
  sender: () => ['joint@exercise.example', HIDDEN_SENDER],
  status: () => ['open', 'active', 'acknowledged', 'paused', 'refused', 'overdue'],
  severity: () => ['Severe', 'Minor'],
  joint: () => ['none', 'joint'],
  msgType: () => ['Alert', 'Update', 'Cancel'],
  side: () => ['PAK', 'CHN'],
  for: () => ['JOINT', 'PAK', 'CHN'],
  action: () => ['respond', 'consular'],
  kind: () => ['provincial-police', 'consulate', 'request,message'],
  address: () => ['desk:PAK', 'desk:CHN', 'control'],
  duty: () => ['on', 'off'],
  mode: () => ['simulated', 'remote'],
  type: () => ['SubmitAlert', 'NotificationSent', 'LinkChanged', 'UnitModeChanged', 'CommandRefused'],
  overdueAfter: () => ['0', '60000', '9000000'],
  after: () => ['0', '3', '20', '100000'],
  before: () => ['0', '3', '20', '100000'],
  limit: () => ['1', '500'],
  cursor: () => ['x'],
  sort: () => ['-id', 'at', 'deadline', 'expiresAt', 'side'],
  format: () => ['md', 'html'],
  seed: () => ['s'],
  as: () => ['exercise', 'pak', 'chn', 'joint'],
  lenient: () => ['true'],
  people: () => ['keep'],
  includeRed: () => ['true'],
};

/** For a parameter of the query. */
export function valuesFor(parameter: string, known: KnownIds): readonly string[] {
  const values = VALUES[parameter];
  if (values === undefined) throw new Error(`No values for the query parameter ${parameter}: add them to test/twins.`);
  return values(known);
}

/** Bodies that mean something; of other operations, those that the schema allows are made up. */
export function bodiesFor(operation: string, viewer: Viewer, known: KnownIds): readonly object[] | undefined {
  switch (operation) {
    case 'requestRelease':
      return SIDES.map((side) => ({ text: 'seen', tearLine: `TL-${side}-0001` }));
    case 'proposeRelease':
      return proposalsOf(viewer, known);
    case 'decideRelease':
      return [
        { decision: 'approve', reason: 'seen' },
        { decision: 'tear-line', text: { en: 'seen' }, reason: 'seen' },
      ];
    case 'assignIncident':
    case 'proposeCommander':
    case 'confirmCommander':
      return [{ account: 'acc_none' }];
    case 'handOver':
      return [{ to: 'acc_none', briefing: 'seen' }];
    case 'submitAlerts':
      return alertsOf(viewer);
    case 'explainAlert':
      return [{ alert: alertOf('E1', viewer.side ?? 'JOINT') }, { alert: alertOf('E2', other(viewer.side)) }];
    case 'declineNotification':
      return [{ reason: 'busy' }];
    case 'noteIncident':
      return [{ text: 'seen' }, { text: 'seen by both', shared: true }];
    case 'recordDecision':
      return [{ options: ['wait'], decision: 'wait', reason: 'seen', shared: true }];
    case 'sendMessage':
      return messagesOf(viewer, known);
    case 'changeLabel':
      return labelsOf(known);
    case 'escalateIncident':
      return [{}, { chain: 'none' }];
    case 'askUnit':
      return ['spu', 'desk', 'none'].map((unit) => ({ unit, action: 'inform', reason: 'closest' }));
    case 'setEndpoint':
      return [{ url: 'https://unit.example.org/' }];
    case 'answerForUnit':
      return [{ identifier: 'forged' }];
    case 'reportProgress':
      return ['police-sindh', 'consulate'].map((unit) => ({ unit, progress: 'clear' }));
    default:
      return undefined;
  }
}

/** The same as CAP messages, under identifiers of their own. An operation that takes CAP and has none here is an error. */
export function capBodiesFor(operation: string, viewer: Viewer): readonly string[] {
  // Whoever has no secret is refused before the message is read; its JSON form is asked already.
  if (operation === 'answerForUnit') return [];
  if (operation !== 'submitAlerts') throw new Error(`No CAP messages for ${operation}: add them to test/twins.`);
  return alertsOf(viewer, '-as-cap').map((alert) => emitCap(parseAlert(alert, { asExercise: false }).alert, EXERCISE));
}

/** A joint request to a unit of either side, one of the viewer's own class to its own desk, and others that name what may be hidden. */
function messagesOf({ side }: Viewer, known: KnownIds): readonly object[] {
  const own = side ?? 'PAK';
  const unit = side === 'CHN' ? 'unit:consulate' : 'unit:police-sindh';
  const label = { class: 'JOINT' };
  return [
    { kind: 'request', to: [unit], text: 'seen', label, answerWithinMs: 600_000 },
    { kind: 'message', to: [`desk:${own}`], text: 'seen', label: { class: own, tearLine: { en: 'seen' } } },
    ...idsFor('message', known).map((inReplyTo) => ({ kind: 'answer', inReplyTo, text: 'seen', label })),
    ...idsFor('incident', known).map((incident) => ({
      kind: 'situation',
      to: ['control'],
      text: 'seen',
      label: { class: own },
      incident,
    })),
  ];
}

/** Of each incident; and of one of the viewer's own side with others in its parts. */
function proposalsOf({ side }: Viewer, known: KnownIds): readonly object[] {
  const reason = 'seen';
  const own = `${side ?? 'PAK'}-0001`;
  return [
    ...idsFor('incident', known).flatMap((incident) => [
      { incident, reason },
      { incident: own, reason, join: incident },
      { incident: own, reason, notes: [`${incident}.${other(side)}.1`] },
    ]),
    ...idsFor('release', known).map((answers) => ({ incident: own, reason, answers })),
    ...idsFor('alert', known).map((alert) => ({ incident: own, reason, alerts: [alert] })),
    ...idsFor('notification', known).map((one) => ({ incident: own, reason, notifications: [one] })),
  ];
}

/** Of each thing that may be hidden. */
function labelsOf(known: KnownIds): readonly object[] {
  const label = { tlp: 'TLP:AMBER', reason: 'seen' };
  const written = idsFor('incident', known).flatMap((incident) =>
    ['JOINT', ...SIDES].flatMap((readers) => [
      { of: 'note', id: `${incident}.${readers}.1`, ...label },
      { of: 'decision', id: `${incident}.${readers}.D1`, ...label },
    ]),
  );
  const alerts = idsFor('alert', known).map((id) => ({ of: 'alert', id, ...label }));
  return [...alerts, ...idsFor('message', known).map((id) => ({ of: 'message', id, ...label })), ...written];
}

function other(side: Side | undefined): Side {
  return side === 'PAK' ? 'CHN' : 'PAK';
}

/** New ones; and those that reference what the other side hides, as they would reference nothing. */
function alertsOf({ name, side }: Viewer, kind = ''): readonly object[] {
  const id = `${name.replaceAll(' ', '-')}${kind}`;
  const own = side ?? 'JOINT';
  const hidden = HIDDEN_ALERTS.map((identifier) => ({
    sender: HIDDEN_SENDER,
    identifier,
    sent: '2026-11-23T09:00:00+05:00',
  }));
  const sender = `${name.replaceAll(' ', '-')}@exercise.example`;
  return [
    alertOf(`${id}-1`, 'JOINT', { sender }),
    alertOf(`${id}-2`, own, { sender, msgType: 'Update', references: [hidden[0]] }),
    alertOf(`${id}-3`, 'JOINT', { sender, msgType: 'Update', references: [hidden[1]] }),
    alertOf(`${id}-4`, own, { sender, msgType: 'Cancel', references: [hidden[2]] }),
    ...SIDES.filter((each) => each !== side).flatMap((each, n) => [
      alertOf(`${id}-5-${n}`, own, { sender, incidents: [`${each}-0002`] }),
      alertOf(`${id}-6-${n}`, each, { sender }),
    ]),
  ];
}

/** What is asked after: of the world that hides something, so that its hidden things are among it. */
export function knownIds(found: KnownIds, lastSeq: number): KnownIds {
  const numbers = Array.from({ length: lastSeq + 2 }, (_, n) => String(n + 1));
  return {
    ...found,
    exercise: [EXERCISE, 'EX-none'],
    seq: [...numbers.filter((_, n) => n % 20 === 0 || n < 3), 'x'],
    side: ['PAK', 'CHN', 'none'],
    chain: ['standard', 'none'],
    proposal: ['POL-0001', 'POL-0002', 'none'],
    scenario: ['convoy', 'none'],
    inject: [`${SECRET.toLowerCase()}-note`, 'none'],
    account: ['none'],
    token: ['none'],
    session: [...(found['session'] ?? []), 'none'],
    invitation: ['none'],
    announcement: [...(found['announcement'] ?? []), 'none'],
  };
}
