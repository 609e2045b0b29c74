/**
 * Groups of roles: who may use the routes that are no commands (of a command the permission table of the domain says so), and which
 * screens there are. Apart from the schemas, so that a browser can use them without.
 */
import { type PersonRole, type Role, ROLES, rolesWith } from '#domain/kernel/role.js';

/** Programs are not invited: they get a token. */
export const INVITED_ROLES = rolesWith(({ isPerson }) => isPerson) as readonly PersonRole[];
export type InvitedRole = PersonRole;

/** Of those who follow exercises. */
export const ADDRESSED_ROLES = [...INVITED_ROLES] as const;

/** Who has an account at all. */
export const EVERYBODY: readonly Role[] = ROLES;
/** Who runs exercises, and manages accounts. */
export const CONTROLLERS: readonly Role[] = ['controller'];
/** Who sees everything of both sides: the script, the expectations, the report. */
export const DIRECTORS: readonly Role[] = ['controller', 'evaluator'];
/** Who reads an exercise, as far as each may know of it. */
export const READERS: readonly Role[] = [...INVITED_ROLES];
/** Readers who sit before a screen of their own, where they look into things. */
export const SEATED: readonly Role[] = READERS.filter((role) => role !== 'wall');
/** Who watches the processes, if of no side and of all exercises. */
export const METRICS_READERS: readonly Role[] = ['controller', 'service'];
/** Who takes an exercise out of the system as a file: all of it, or what one side knows (`release/side-export.ts` says whose). */
export const EXPORTERS: readonly Role[] = ['controller', 'commander', 'releasing-authority'];
