/** The actions that the records of access contain. Apart from the schemas, so that a browser can use it without them. */
export const ACCESS_ACTIONS = [
  'account-created',
  'account-changed',
  'account-disabled',
  'token-created',
  'token-used',
  'token-revoked',
  'password-set',
  'link-created',
  'signed-in',
  'signed-out',
  'session-revoked',
  'invitation-created',
  'invitation-used',
  'invitation-revoked',
  'exercise-deleted',
  'refused',
] as const;
export type AccessAction = (typeof ACCESS_ACTIONS)[number];
