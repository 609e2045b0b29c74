/** Which ways to sign in there are, and signing in at an identity provider (OpenID Connect Core 1.0, authorization code flow). */
import { z } from 'zod';

export const OIDC_PATH = '/v1/sign-in/oidc';
export const OIDC_CALLBACK_PATH = `${OIDC_PATH}/callback`;

export const signInOptions = z
  .object({
    password: z.boolean().meta({ description: 'Whether names and passwords are accepted.' }),
    oidc: z
      .object({
        label: z.string().optional().meta({
          description: 'What the button says, as configured; absent: the console chooses its own words.',
        }),
        path: z.string().meta({ description: 'Where a browser goes to sign in.' }),
      })
      .optional()
      .meta({ description: 'Absent: no identity provider is configured.' }),
  })
  .meta({ id: 'SignInOptions' });

const MOST_RETURN = 500;

/**
 * Whether a browser may be sent there after it has signed in: a path of this server in the plainest form, so that no reader of
 * addresses takes it for another host. What follows `#` is left out: it could hold another link that signs in.
 */
export function isReturnPath(text: string): boolean {
  return text.length <= MOST_RETURN && /^\/(?!\/)[\w\-./~%]*(?:\?[\w\-./~%=&+:,]*)?$/.test(text) && !/\/\//.test(text);
}

export const startOidcQuery = z.strictObject({
  return: z
    .string()
    .refine(isReturnPath, { params: { code: 'FORMAT', right: 'a path of this server, like /x/EX-1' } })
    .optional()
    .meta({ description: 'The path of the page to open afterwards; absent: `/`. Other servers are refused.' }),
});

/** Providers may add parameters of their own; they are ignored. */
export const oidcCallbackQuery = z.looseObject({
  code: z.string().optional().meta({ description: 'What the provider hands out; it works once.' }),
  state: z.string().optional().meta({ description: 'Which sign-in of this browser it answers.' }),
  error: z.string().optional().meta({ description: 'Why the provider refused.' }),
});

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

export type SignInOptions = z.infer<typeof signInOptions>;
