/** The roles of accounts, and what an account needs for each. What a role may do is said in `release/permissions.ts`. */

/** In the order in which lists show them. */
export const ROLES = [
  'controller',
  'evaluator',
  'commander',
  'releasing-authority',
  'operator',
  'liaison',
  'observer',
  'wall',
  'service',
] as const;
export type Role = (typeof ROLES)[number];

/** Whether an account of a role has something: it must, it may, or it must not. */
export type Need = 'required' | 'optional' | 'none';

export interface RoleTraits {
  /** A side. Accounts that act for a side have one; those who run the exercise act for both. */
  readonly side: Need;
  /** Units of its side that it answers for. Units are of one exercise, so an account with units is bound to one. */
  readonly units: Need;
  /** Release classes of the alerts that it may send. */
  readonly classes: Need;
  /** People sign in and are invited; a program uses tokens. */
  readonly isPerson: boolean;
  /** Reads only: it gives no command at all. */
  readonly isOnlooker: boolean;
}

const PERSON = { classes: 'none', isPerson: true, isOnlooker: false } as const;
const ONLOOKER = { ...PERSON, isOnlooker: true } as const;

export const ROLE_TRAITS = {
  controller: { ...PERSON, side: 'none', units: 'none' },
  evaluator: { ...PERSON, side: 'none', units: 'none' },
  commander: { ...PERSON, side: 'required', units: 'none' },
  'releasing-authority': { ...PERSON, side: 'required', units: 'none' },
  // Without units an operator answers for the whole side.
  operator: { ...PERSON, side: 'required', units: 'optional' },
  // Plays its units, and nothing else.
  liaison: { ...PERSON, side: 'required', units: 'required' },
  observer: { ...ONLOOKER, side: 'optional', units: 'none' },
  // A screen that everybody in the room can see.
  wall: { ...ONLOOKER, side: 'none', units: 'none' },
  service: { side: 'optional', units: 'none', classes: 'required', isPerson: false, isOnlooker: false },
} as const satisfies Readonly<Record<Role, RoleTraits>>;

/** A role of people: all but those of programs. */
export type PersonRole = { [R in Role]: (typeof ROLE_TRAITS)[R]['isPerson'] extends true ? R : never }[Role];

/** The roles that have a trait, in the order of {@link ROLES}. */
export function rolesWith(has: (traits: RoleTraits, role: Role) => boolean): readonly Role[] {
  return ROLES.filter((role) => has(ROLE_TRAITS[role], role));
}
