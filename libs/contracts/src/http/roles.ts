/** Roles for which there is a choice. Apart from the schemas, so that a browser can use them without. */

/** Programs are not invited: they get a token. */
export const INVITED_ROLES = ['controller', 'evaluator', 'operator', 'observer'] as const;
export type InvitedRole = (typeof INVITED_ROLES)[number];

/** Of those who follow exercises. */
export const ADDRESSED_ROLES = [...INVITED_ROLES] as const;
