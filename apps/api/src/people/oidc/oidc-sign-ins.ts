/** Signing in at an identity provider: what is begun in a browser is finished in the same browser, once. */
import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { networkOf } from '#infra/accounts/client-address.js';
import { IdentityStore } from '#infra/accounts/identity-store.js';
import { OidcStates } from '#infra/accounts/oidc-states.js';
import type { Session } from '#infra/accounts/session-store.js';
import { AccessControl } from '../../auth/access-control.js';
import { Problem } from '../../problems/problem.js';
import { SignIns } from '../sign-ins.js';
import { placeOf, type Visitor } from '../visitor.js';
import { type Identified, IdentityProvider } from './identity-provider.js';
import { OidcGrants } from './oidc-grants.js';

interface Begun {
  /** The secret of the browser's cookie. */
  readonly browser: string;
  readonly redirectUri: string;
  /** The page to open afterwards. */
  readonly returnPath: string;
}

/** What a browser comes back with. */
interface CameBack {
  /** Of the address, as it is. */
  readonly query: string;
  readonly state: string | undefined;
  /** The secret of its cookie. */
  readonly browser: string | undefined;
}

interface Admitted {
  readonly secret: string;
  readonly session: Session;
  readonly returnPath: string;
}

/** For states, nonces, verifiers and cookies: 32 random bytes in base64url. */
export function newOidcSecret(): string {
  return randomBytes(32).toString('base64url');
}

@Injectable()
export class OidcSignIns {
  constructor(
    private readonly provider: IdentityProvider,
    private readonly states: OidcStates,
    private readonly identities: IdentityStore,
    private readonly signIns: SignIns,
    private readonly grants: OidcGrants,
    private readonly access: AccessControl,
  ) {}

  /** @returns where the browser goes. @throws Problem NOT_FOUND, OIDC_UNAVAILABLE, TOO_MANY_TRIES */
  async begin(visitor: Visitor, { browser, redirectUri, returnPath }: Begun): Promise<URL> {
    const state = newOidcSecret();
    const signIn = { nonce: newOidcSecret(), verifier: newOidcSecret(), redirectUri, returnPath };
    const address = await this.provider.authorizationUrl(state, signIn);
    const network = networkOf(visitor.address);
    if (await this.states.begin({ state, browser }, network, signIn)) return address;
    this.signIns.refused(visitor, 'throttled');
    throw new Problem(
      'TOO_MANY_TRIES',
      `Too many sign-ins from ${network} are under way; try again in a few minutes.`,
      {
        headers: { 'retry-after': '60' },
      },
    );
  }

  /**
   * @throws Problem NOT_FOUND, OIDC_STATE_INVALID, OIDC_DENIED, OIDC_ANSWER_INVALID, OIDC_NO_GROUP, OIDC_GROUP_UNUSABLE,
   *   OIDC_UNAVAILABLE, ACCOUNT_DISABLED, TOO_MANY_TRIES
   */
  async finish(visitor: Visitor, cameBack: CameBack): Promise<Admitted> {
    this.provider.mustBeConfigured();
    const { person, returnPath } = await this.identify(visitor, cameBack);
    const place = placeOf(visitor);
    const rule = this.grants.ruleOf(person);
    if (rule === undefined) {
      const known = await this.identities.dismiss(person, { from: place.from });
      this.signIns.refused(visitor, 'no group', known);
      if (known !== undefined) this.access.forget(known.accountId);
      throw new Problem(
        'OIDC_NO_GROUP',
        'No group of the person has a role here; the administrator can add the person to one.',
      );
    }
    const admission = await this.grants.usable(rule, () => this.identities.admit(person, rule, place));
    if (admission.refusal !== undefined) {
      this.signIns.refused(visitor, admission.refusal, admission.known);
      throw new Problem('ACCOUNT_DISABLED', 'The account is disabled; ask a controller.');
    }
    if (admission.isChanged) this.access.forget(admission.session.accountId);
    return { ...admission, returnPath };
  }

  /** A wrong state and a wrong answer are wrong tries; that the provider is away, or says no, is none. */
  private async identify(
    visitor: Visitor,
    { query, state, browser }: CameBack,
  ): Promise<{ readonly person: Identified; readonly returnPath: string }> {
    let problem = new Problem(
      'OIDC_STATE_INVALID',
      'This browser has not begun this sign-in, or it is over; sign in again.',
    );
    const found = await this.signIns.attempt(visitor, undefined, async () => {
      if (state === undefined || browser === undefined) return undefined;
      const signIn = await this.states.take({ state, browser });
      if (signIn === undefined) return undefined;
      try {
        return { person: await this.provider.identify(query, state, signIn), returnPath: signIn.returnPath };
      } catch (error) {
        if (!(error instanceof Problem) || error.code !== 'OIDC_ANSWER_INVALID') throw error;
        problem = error;
        return undefined;
      }
    });
    if (found !== undefined) return found;
    this.signIns.refused(visitor, 'wrong OpenID Connect answer');
    throw problem;
  }
}
