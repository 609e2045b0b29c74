/** The permission table, cell by cell: every command, by every role of both sides, on things of every kind. */
import { COMMANDS } from '../engine/command-specs.js';
import { refusalOf } from '../engine/engine.js';
import type { State } from '../engine/state.js';
import type { Command, CommandType, TimedCommand } from '../kernel/command.js';
import type { DomainErrorCode } from '../kernel/domain-error.js';
import type { Actor } from '../kernel/event.js';
import { commandId, unitId } from '../kernel/ids.js';
import { acknowledge, liaisonOf, type Deed } from '../testing/deeds.js';
import { ACTORS, notificationsOf, TRIES, type Thing, underWay, UNITS } from '../testing/permission-tries.js';
import { reachOf, rolesFor } from './permissions.js';

function refusal(state: State, deed: Deed, actor: Actor) {
  const command = { ...(deed.command as Command), id: commandId('x'), at: state.time, actor } as TimedCommand;
  return refusalOf(state, command);
}

/** What the table and the rules of release say, said once more by the words of the design. */
function expected(
  actor: Extract<Actor, { kind: 'account' }>,
  type: CommandType,
  thing: Thing,
): DomainErrorCode | 'unknown' | undefined {
  const reach = reachOf(actor.role, type);
  if (reach === undefined) return 'NOT_PERMITTED';
  if (reach === 'any') return undefined;
  if (thing.class !== undefined && thing.class !== 'JOINT' && thing.class !== actor.side) return 'unknown';
  if (thing.by !== undefined && thing.by !== actor.side) return 'PROPOSER_CANNOT_APPROVE';
  const isSender = reach === 'own-classes';
  if (thing.side !== undefined && thing.side !== actor.side && !(isSender && actor.side === undefined))
    return 'NOT_YOUR_SIDE';
  if (reach === 'own-units' && thing.unit !== undefined && actor.units?.includes(unitId(thing.unit)) !== true)
    return 'NOT_YOUR_UNIT';
  return thing.refused;
}

describe.each(Object.keys(COMMANDS) as CommandType[])('%s', (type) => {
  const { state: stateOf = () => underWay().play.state, tries } = TRIES[type];
  const state = stateOf();

  it.each(tries)(
    'is given to those who may change the thing, and to nobody else: $thing',
    ({ deed, thing, unknown }) => {
      for (const actor of ACTORS) {
        if (actor.kind !== 'account') continue;
        const found = refusal(state, deed, actor);
        const is = expected(actor, type, thing);
        const who = `${actor.role} ${actor.side}`;
        if (is !== 'unknown') {
          expect([who, found?.code]).toEqual([who, is]);
          continue;
        }
        // What is hidden is refused in the very words in which what is not there is refused.
        const [id, none] = unknown?.ids ?? [];
        const not = refusal(state, unknown?.deed as Deed, actor);
        expect([who, found?.code, found?.message.replaceAll(id ?? '', 'ID')]).toEqual([
          who,
          expect.stringMatching(/^UNKNOWN_/),
          not?.message.replaceAll(none ?? '', 'ID'),
        ]);
        expect(found?.code).toBe(not?.code);
      }
    },
  );

  it('is refused to an account of a side that has none', () => {
    for (const role of rolesFor(type).filter((one) => ['own-side', 'own-units'].includes(reachOf(one, type) ?? ''))) {
      const [first] = tries;
      expect(refusal(state, first?.deed as Deed, { kind: 'account', id: 'x', role })?.code).toBe('NOT_PERMITTED');
    }
  });
});

describe('a liaison', () => {
  it('is in the log without its units, and without any unit does nothing', () => {
    const own = notificationsOf().find(({ unit }) => unit === UNITS.PAK.own)?.id ?? '';
    const deed = { ...acknowledge(own), actor: liaisonOf('PAK', UNITS.PAK.own) } as Deed;
    const { events } = underWay().when(deed);
    expect(events.find(({ type }) => type === 'NotificationAcknowledged')?.actor).toEqual({
      kind: 'account',
      id: 'liaison-PAK',
      role: 'liaison',
      side: 'PAK',
    });
    expect(JSON.stringify(events)).not.toContain('"units":["police"]');
    expect(refusal(underWay().play.state, deed, liaisonOf('PAK'))?.code).toBe('NOT_YOUR_UNIT');
    const bare: Actor = { kind: 'account', id: 'l', role: 'liaison', side: 'PAK' };
    expect(refusal(underWay().play.state, deed, bare)?.code).toBe('NOT_YOUR_UNIT');
  });
});
