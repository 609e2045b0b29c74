/**
 * The identity provider (OpenID Connect Core 1.0, authorization code flow with PKCE). The library checks what comes back: state, issuer,
 * audience, times, nonce and signature. The provider may be away when the API starts, and at any time later.
 */
import * as client from 'openid-client';
import type { Logger } from 'pino';
import type { Identity } from '#infra/accounts/identity-store.js';
import type { OidcSignIn } from '#infra/accounts/oidc-states.js';
import { Problem } from '../../problems/problem.js';
import type { OidcSettings } from './oidc-settings.js';
import { providerProblem, reasonOf, unavailable } from './provider-error.js';

/** The provider answers within this, s, or counts as away. */
const ANSWER_WITHIN_S = 5;
/** By so much its clock may differ from ours, s. */
const CLOCK_TOLERANCE_S = 30;
/** What it says of itself is asked for anew after this, ms: addresses and keys change. */
const FRESH_MS = 3_600_000;

export interface Identified extends Identity {
  readonly groups: readonly string[];
}

interface Known {
  readonly configuration: client.Configuration;
  readonly until: number;
}

export class IdentityProvider {
  private known: Known | undefined;
  private asking: Promise<client.Configuration> | undefined;

  constructor(
    private readonly configured: OidcSettings | undefined,
    private readonly log: Logger,
  ) {}

  /** @throws Problem NOT_FOUND */
  mustBeConfigured(): void {
    void this.settings;
  }

  /** Where a browser is sent to. @throws Problem NOT_FOUND, OIDC_UNAVAILABLE */
  async authorizationUrl(state: string, { nonce, verifier, redirectUri }: OidcSignIn): Promise<URL> {
    this.mustBeConfigured();
    return client.buildAuthorizationUrl(await this.configuration(), {
      redirect_uri: redirectUri,
      scope: this.settings.scopes,
      state,
      nonce,
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    });
  }

  /**
   * Exchanges the code, and checks who it is.
   * @param query what the browser came back with, as it is
   * @throws Problem OIDC_UNAVAILABLE, OIDC_DENIED, OIDC_ANSWER_INVALID
   */
  async identify(query: string, state: string, { nonce, verifier, redirectUri }: OidcSignIn): Promise<Identified> {
    const configuration = await this.configuration();
    const callback = new URL(redirectUri);
    callback.search = query;
    try {
      const tokens = await client.authorizationCodeGrant(configuration, callback, {
        pkceCodeVerifier: verifier,
        expectedState: state,
        expectedNonce: nonce,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (claims === undefined) throw new Error('there is no ID token');
      const { iss: issuer, sub: subject } = claims;
      const all = await this.withUserInfo(configuration, claims, tokens.access_token);
      return { issuer, subject, names: namesIn(all), groups: groupsIn(all[this.settings.groupsClaim]) };
    } catch (error) {
      const problem = providerProblem(error);
      const level = problem.code === 'OIDC_DENIED' ? 'info' : 'warn';
      this.log[level]({ reason: reasonOf(error), code: problem.code }, 'a sign-in at the identity provider failed');
      throw problem;
    }
  }

  /** Looks whether the provider is there, for the log; nothing depends on it. */
  async tryOut(): Promise<void> {
    if (this.configured !== undefined) await this.configuration().catch(() => undefined);
  }

  private get settings(): OidcSettings {
    if (this.configured === undefined) throw new Problem('NOT_FOUND', 'No identity provider is configured here.');
    return this.configured;
  }

  /** Groups that are not in the ID token are at the user info endpoint, with most providers. */
  private async withUserInfo(
    configuration: client.Configuration,
    claims: client.IDToken,
    accessToken: string,
  ): Promise<Readonly<Record<string, unknown>>> {
    const hasGroups = claims[this.settings.groupsClaim] !== undefined;
    if (hasGroups || configuration.serverMetadata().userinfo_endpoint === undefined) return claims;
    return { ...(await client.fetchUserInfo(configuration, accessToken, claims.sub)), ...claims };
  }

  /** Asked for when it is needed, once for all who need it at the moment. @throws Problem OIDC_UNAVAILABLE */
  private configuration(): Promise<client.Configuration> {
    if (this.known !== undefined && this.known.until > performance.now())
      return Promise.resolve(this.known.configuration);
    this.asking ??= this.discover().finally(() => (this.asking = undefined));
    return this.asking;
  }

  private async discover(): Promise<client.Configuration> {
    const { issuer, clientId, clientSecret } = this.settings;
    const address = new URL(issuer);
    try {
      const configuration = await client.discovery(
        address,
        clientId,
        { [client.clockTolerance]: CLOCK_TOLERANCE_S },
        clientSecret === undefined ? client.None() : client.ClientSecretBasic(clientSecret),
        {
          timeout: ANSWER_WITHIN_S,
          // Plain HTTP: the configuration allows it on this machine only.
          execute: [
            client.enableNonRepudiationChecks,
            ...(address.protocol === 'http:' ? [client.allowInsecureRequests] : []),
          ],
        },
      );
      this.known = { configuration, until: performance.now() + FRESH_MS };
      return configuration;
    } catch (error) {
      this.log.warn(
        { reason: reasonOf(error), issuer },
        'the identity provider cannot be reached; it is tried again at the next sign-in',
      );
      throw unavailable();
    }
  }
}

function namesIn(claims: Readonly<Record<string, unknown>>): string[] {
  return [claims['name'], claims['preferred_username'], claims['nickname']].filter((name) => typeof name === 'string');
}

/** A list; of some providers, one text. Anything else is no group. */
function groupsIn(claim: unknown): string[] {
  const all: unknown[] = Array.isArray(claim) ? claim : [claim];
  return all.filter((group) => typeof group === 'string');
}
