/** What holds of the table as a whole; `permissions.spec.ts` tries each command. */
import type { CommandType } from '../kernel/command.js';
import { unitId } from '../kernel/ids.js';
import { ROLE_TRAITS, ROLES, type Role, type RoleTraits } from '../kernel/role.js';
import { mayGive, mustBePermitted, PERMISSIONS, reachOf } from './permissions.js';

describe('the permission table', () => {
  const cells = (role: Role) => Object.values(PERMISSIONS).map((permission) => permission[role]);

  it('lets a controller do everything but nothing in the name of a side', () => {
    expect(new Set(cells('controller'))).toEqual(new Set(['any', undefined]));
    const ofSides = Object.keys(PERMISSIONS).filter((type) => !mayGive('controller', type as CommandType));
    expect(ofSides).toEqual([
      'WithdrawDecision',
      'ProposeCommander',
      'ConfirmCommander',
      'AssignIncident',
      'HandOver',
      'ConfirmHandover',
      'ProposePolicy',
      'ApprovePolicy',
      'RejectPolicy',
      'WithdrawPolicy',
      'ChangeOwnPolicy',
      'DropOwnPolicy',
    ]);
  });

  it('gives a commander all that an operator has', () => {
    for (const type of rolesForAll('operator')) expect(reachOf('commander', type)).toBe(reachOf('operator', type));
  });

  it('gives onlookers nothing, and everybody else something', () => {
    for (const role of ROLES) {
      expect([role, cells(role).every((reach) => reach === undefined)]).toEqual([role, ROLE_TRAITS[role].isOnlooker]);
    }
  });

  it('reaches no further than the role has a side, units or classes', () => {
    for (const role of ROLES) {
      const traits: RoleTraits = ROLE_TRAITS[role];
      const reaches = new Set(cells(role));
      if (reaches.has('own-side')) expect([role, traits.side]).toEqual([role, 'required']);
      if (reaches.has('own-units')) expect([role, traits.units]).toEqual([role, 'required']);
      if (reaches.has('own-classes')) expect([role, traits.classes]).toEqual([role, 'required']);
    }
  });

  it('is not asked of the engine and its units', () => {
    for (const actor of [{ kind: 'engine' }, { kind: 'unit', id: unitId('police') }] as const) {
      expect(() => mustBePermitted(actor, 'EndExercise')).not.toThrow();
    }
  });
});

function rolesForAll(role: Role): CommandType[] {
  return (Object.keys(PERMISSIONS) as CommandType[]).filter((type) => mayGive(role, type));
}
