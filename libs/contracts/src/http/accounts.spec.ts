import { type Role, ROLE_TRAITS, ROLES, type RoleTraits } from '#domain/kernel/role.js';
import { accountProblems } from './accounts.js';

const traitsOf = (role: Role): RoleTraits => ROLE_TRAITS[role];
/** Rights with all that the role must have, and nothing else. */
function rightsOf(role: Role) {
  const { side, units, classes } = traitsOf(role);
  return {
    role,
    ...(side === 'required' && { side: 'PAK' as const }),
    ...(units === 'required' && { units: ['u'], exercise: 'EX-1' }),
    ...(classes === 'required' && { classes: ['JOINT' as const] }),
  };
}
const pathsOf = (rights: Parameters<typeof accountProblems>[0]) => accountProblems(rights).map(({ path }) => path);

describe.each(ROLES)('an account of the role %s', (role) => {
  const { side, units, classes, isPerson } = traitsOf(role);
  const rights = rightsOf(role);

  it('needs what its role must have', () => {
    expect(accountProblems(rights)).toEqual([]);
    expect(pathsOf({ ...rights, side: undefined })).toEqual(side === 'required' ? ['side'] : []);
    expect(pathsOf({ ...rights, units: undefined })).toEqual(units === 'required' ? ['units'] : []);
    expect(pathsOf({ ...rights, classes: undefined })).toEqual(classes === 'required' ? ['classes'] : []);
  });

  it('has nothing that its role must not have', () => {
    expect(pathsOf({ ...rights, side: 'PAK' })).toEqual(side === 'none' ? ['side'] : []);
    const withUnits = { ...rights, units: ['u'], exercise: 'EX-1' };
    expect(pathsOf(withUnits)).toEqual(units === 'none' ? ['units'] : []);
    expect(pathsOf({ ...rights, classes: ['JOINT'] })).toEqual(classes === 'none' ? ['classes'] : []);
    const password = 'correct horse battery';
    expect(pathsOf({ ...rights, name: 'Amina Khan', password })).toEqual(isPerson ? [] : ['password']);
  });

  it('has units in one exercise only', () => {
    if (units === 'none') return;
    expect(pathsOf({ ...rights, units: ['u'], exercise: undefined })).toEqual(['units']);
  });
});
