/** People who sign in at an identity provider: whose account a subject of an issuer is, and the sign-ins that are under way. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Identities1764000000150 implements MigrationInterface {
  name = 'Identities1764000000150';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  /** The accounts stay; nobody can sign in as them until a controller gives them a password or a link. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE oidc_sign_in, account_identity');
  }
}

const UP: readonly string[] = [
  // Issuer and subject are what OpenID Connect promises to be unique and never reassigned; an e-mail or a name is neither.
  `CREATE TABLE account_identity (
    issuer text COLLATE "C" NOT NULL,
    subject text COLLATE "C" NOT NULL,
    account_id text COLLATE "C" NOT NULL UNIQUE REFERENCES account (id) ON DELETE CASCADE,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (issuer, subject)
  )`,
  // A row is taken away when the browser comes back, so that a state counts once.
  `CREATE TABLE oidc_sign_in (
    state_hash text COLLATE "C" PRIMARY KEY,
    browser_hash text COLLATE "C" NOT NULL,
    nonce text NOT NULL,
    verifier text NOT NULL,
    redirect_uri text NOT NULL,
    return_path text NOT NULL,
    network text COLLATE "C" NOT NULL,
    expires_at timestamptz NOT NULL
  )`,
  'CREATE INDEX oidc_sign_in_expires_at ON oidc_sign_in (expires_at)',
  'CREATE INDEX oidc_sign_in_network ON oidc_sign_in (network)',
];
