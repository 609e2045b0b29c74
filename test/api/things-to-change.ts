/** What commands change, by their routes: things of both sides, of one and of the other, and what a label withholds within a side. */
import type { OperationId } from '#contracts/openapi/operations.js';
import { type ReleaseClass, type Side, SIDES } from '#domain/kernel/side.js';

/** Of each side the unit that its liaison plays, and one that it does not play. */
export const UNITS = { PAK: ['police', 'rescue'], CHN: ['embassy', 'consulate'] } as const;
export const CLASSES = ['JOINT', 'PAK', 'CHN'] as const;

/** Ids of everything that there is in the exercise. */
export interface Ids {
  /** The incident of each class. */
  readonly incidents: Readonly<Record<ReleaseClass, string>>;
  /** An incident of PAK under TLP:RED that names nobody. */
  readonly red: string;
  /** What the units were asked. */
  readonly notifications: readonly { id: string; class: ReleaseClass; unit: string; side: Side }[];
  readonly messages: Readonly<Record<ReleaseClass, string>>;
  /** A case of the releasing desk of each side, and what it has asked itself. */
  readonly releases: Readonly<Record<Side, readonly string[]>>;
}

/** A thing by the path of its route. */
export interface Thing {
  readonly path: string;
  readonly body: object;
  readonly class?: ReleaseClass;
  /** A label keeps it from all of its side but the releasing authority. */
  readonly isRed?: true;
  readonly unit?: string;
  readonly side?: Side;
  /** The id in the path or body that might be of something hidden; and the request for one that there is not. */
  readonly hidden?: string;
  readonly unknown?: { readonly id: string; readonly path: string; readonly body: object };
}

/** Ids that there are not. */
const NONE = {
  incident: 'INC-0099',
  notification: 'INC-0099.N1',
  message: 'MSG-0099',
  release: 'REL-PAK-0099',
} as const;

/** Things of every kind that the route can change; none: it changes the exercise as a whole. */
export function thingsOf(id: OperationId, ids: Ids): Thing[] {
  const { incidents, red, notifications, messages, releases } = ids;
  /** One thing, by how it is asked for with an id. */
  const thing = (
    none: string,
    hidden: string,
    request: (id: string) => { path: string; body: object },
    more: Omit<Thing, 'path' | 'body'>,
  ): Thing => ({ ...request(hidden), ...more, hidden, unknown: { id: none, ...request(none) } });
  /** @param bodyOf by the incident's id and class */
  const ofIncident = (tail: string, bodyOf: (id: string, one: ReleaseClass) => object = () => ({})): Thing[] => {
    const of = (hidden: string, one: ReleaseClass, more: object): Thing =>
      thing(
        NONE.incident,
        hidden,
        (found) => ({
          path: tail.startsWith('/incidents') ? `/incidents/${found}${tail.slice(10)}` : tail,
          body: bodyOf(found, one),
        }),
        { class: one, ...more },
      );
    return [...CLASSES.map((one) => of(incidents[one], one, {})), of(red, 'PAK', { isRed: true })];
  };
  const ofUnits = (tail: string, bodyOf: (unit: string) => object) =>
    SIDES.flatMap((side) =>
      UNITS[side].flatMap((unit) =>
        ofIncident(tail, () => bodyOf(unit))
          .filter((one) => one.isRed === undefined && (one.class === 'JOINT' || one.class === side))
          .map((one): Thing => ({ ...one, side, unit })),
      ),
    );
  const ofNotification = (tail: string, body: object = {}) =>
    notifications.map(({ id: hidden, ...rest }) =>
      thing(NONE.notification, hidden, (found) => ({ path: `/notifications/${found}${tail}`, body }), rest),
    );
  const ofMessage = (request: (id: string, one: ReleaseClass) => { path: string; body: object }) =>
    CLASSES.map((one) => thing(NONE.message, messages[one], (found) => request(found, one), { class: one }));
  const ofRelease = (tail: string, body: object, pick: (id: string) => boolean) =>
    SIDES.flatMap((side) =>
      releases[side]
        .filter(pick)
        .map((hidden) =>
          thing(NONE.release, hidden, (found) => ({ path: `/releases/${found}${tail}`, body }), { class: side }),
        ),
    );
  switch (id) {
    case 'acknowledgeNotification':
      return ofNotification('/acknowledge');
    case 'declineNotification':
      return ofNotification('/decline', { reason: 'busy' });
    case 'reportProgress':
      return ofUnits('/incidents/progress', (unit) => ({ unit, progress: 'clear' }));
    case 'askUnit':
      return ofUnits('/incidents/ask', (unit) => ({ unit, action: 'inform', reason: 'r' }));
    case 'noteIncident':
      return ofIncident('/incidents/notes', () => ({ text: 'n' }));
    case 'recordDecision':
      return ofIncident('/incidents/decisions', () => ({ options: ['o'], decision: 'o', reason: 'r' }));
    case 'escalateIncident':
      return ofIncident('/incidents/escalate');
    case 'restartChain':
      return ofIncident('/incidents/chains/standard/restart');
    case 'overrideAcknowledgement':
      return ofIncident('/incidents/override', (_, one) => ({ side: one === 'CHN' ? 'CHN' : 'PAK', reason: 'r' }));
    case 'resolveIncident':
      return ofIncident('/incidents/resolve', () => ({ reason: 'r' }));
    case 'closeIncident':
      return ofIncident('/incidents/close', () => ({ reason: 'r' }));
    case 'cancelIncident':
      return ofIncident('/incidents/cancel', () => ({ reason: 'r' }));
    case 'assignIncident':
      return ofIncident('/incidents/assign', () => ({ account: 'x' }));
    case 'proposeCommander':
      return ofIncident('/incidents/commander/propose', () => ({ account: 'x' }));
    case 'confirmCommander':
      return ofIncident('/incidents/commander/confirm', () => ({ account: 'x' }));
    case 'handOver':
      return ofIncident('/incidents/hand-over', () => ({ to: 'x', briefing: 'b' }));
    case 'confirmHandover':
      return ofIncident('/incidents/confirm-handover');
    case 'withdrawDecision':
      return ofIncident('/incidents/withdraw-decision');
    case 'sendMessage':
      return [
        ...ofIncident('/messages', (incident, one) => ({
          kind: 'situation',
          to: ['control'],
          text: 't',
          label: { class: one },
          incident,
        })),
        ...ofMessage((inReplyTo, one) => ({
          path: '/messages',
          body: { kind: 'message', to: ['control'], text: 't', label: { class: one }, inReplyTo },
        })),
      ];
    case 'markMessageRead':
      return ofMessage((message) => ({ path: `/messages/${message}/read`, body: {} }));
    case 'proposeRelease':
      return ofIncident('/releases', (incident) => ({ incident, reason: 'r' }));
    case 'decideRelease':
      return ofRelease('/decide', { decision: 'decline', reason: 'r' }, (one) => one.startsWith('REL'));
    case 'withdrawRelease':
      return ofRelease('/withdraw', {}, () => true);
    case 'changeLabel':
      // What no side brought in is for controllers: a JOINT message is of the side that sent it.
      return ofMessage((message) => ({ path: '/labels', body: { of: 'message', id: message, reason: 'r' } })).filter(
        ({ class: one }) => one !== 'JOINT',
      );
    default:
      return [];
  }
}
