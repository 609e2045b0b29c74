/** Sign-ins at an identity provider that are under way. Each belongs to one browser, counts once, and ends by itself. */
import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import { poolOf } from '../database/data-source.js';
import { available } from '../database/database-error.js';
import { secretHash } from './secrets.js';

/** How long a person may take at the provider, s. */
export const OIDC_SIGN_IN_SECONDS = 600;
/** Under way from one network at a time: several class rooms, but no flood. */
const MOST_OF_A_NETWORK = 300;

/** What is needed when the browser comes back. */
export interface OidcSignIn {
  readonly nonce: string;
  /** Of PKCE (RFC 7636). */
  readonly verifier: string;
  readonly redirectUri: string;
  /** The page to open afterwards. */
  readonly returnPath: string;
}

interface Bound {
  readonly state: string;
  /** The secret that the browser keeps in a cookie. */
  readonly browser: string;
}

export class OidcStates {
  private readonly pool: Pool;

  constructor(dataSource: DataSource) {
    this.pool = poolOf(dataSource);
  }

  /** @returns false when too many are under way from this network. @throws DatabaseUnavailable */
  async begin({ state, browser }: Bound, network: string, signIn: OidcSignIn): Promise<boolean> {
    const { nonce, verifier, redirectUri, returnPath } = signIn;
    return available(async () => {
      await this.pool.query('DELETE FROM oidc_sign_in WHERE expires_at < clock_timestamp()');
      const { rowCount } = await this.pool.query(
        `INSERT INTO oidc_sign_in (state_hash, browser_hash, nonce, verifier, redirect_uri, return_path, network, expires_at)
         SELECT $1, $2, $3, $4, $5, $6, $7::text, clock_timestamp() + make_interval(secs => $8)
         WHERE (SELECT count(*) FROM oidc_sign_in WHERE network = $7) < $9`,
        [
          secretHash(state),
          secretHash(browser),
          nonce,
          verifier,
          redirectUri,
          returnPath,
          network,
          OIDC_SIGN_IN_SECONDS,
          MOST_OF_A_NETWORK,
        ],
      );
      return rowCount === 1;
    });
  }

  /**
   * Takes it: of several who come with the same state, one gets it.
   * @returns undefined when it is unknown, another browser's, used or expired. @throws DatabaseUnavailable
   */
  async take({ state, browser }: Bound): Promise<OidcSignIn | undefined> {
    const { rows } = await available(() =>
      this.pool.query<OidcSignIn>(
        `DELETE FROM oidc_sign_in WHERE state_hash = $1 AND browser_hash = $2 AND expires_at > clock_timestamp()
         RETURNING nonce, verifier, redirect_uri AS "redirectUri", return_path AS "returnPath"`,
        [secretHash(state), secretHash(browser)],
      ),
    );
    return rows[0];
  }
}
