/** Which ways to sign in there are, and signing in at an identity provider (OpenID Connect Core 1.0, authorization code flow). */
import { z } from 'zod';
import { isReturnPath } from './return-path.js';

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

export type SignInOptions = z.infer<typeof signInOptions>;
