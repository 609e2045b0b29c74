/** Why the way back from the identity provider let nobody in. Apart from the schemas, so that a browser can use it without them. */
/**
 * Refusals after which the browser shows a page of its own; each has words in every language of the console. The page is
 * `/#/sign-in?refused=CODE`.
 */
export const OIDC_REFUSALS = [
  'OIDC_UNAVAILABLE',
  'OIDC_STATE_INVALID',
  'OIDC_DENIED',
  'OIDC_ANSWER_INVALID',
  'OIDC_NO_GROUP',
  'OIDC_GROUP_UNUSABLE',
  'ACCOUNT_DISABLED',
  'TOO_MANY_TRIES',
] as const;
export type OidcRefusal = (typeof OIDC_REFUSALS)[number];

export function isOidcRefusal(code: string): code is OidcRefusal {
  return OIDC_REFUSALS.some((one) => one === code);
}

/** Where a browser reads why it was refused. */
export function refusedPath(code: OidcRefusal): string {
  return `/#/sign-in?refused=${code}`;
}
