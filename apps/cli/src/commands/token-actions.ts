/** What `tandem token` does, in the database itself. */
import type { Role } from '#contracts/http/accounts.js';
import type { Side } from '#domain/kernel/side.js';
import { AccountStore } from '#infra/accounts/account-store.js';
import { loadConfig } from '#infra/config/config.js';
import { ExerciseStore } from '#infra/exercises/exercise-store.js';
import { withDatabase } from '../database.js';
import { unusable } from '../failure.js';
import { tableText } from '../feed/table.js';

export interface CreateOptions {
  readonly name: string;
  readonly role: Role;
  readonly side?: Side;
  readonly exercise?: string;
}

export async function create({ name, role, side, exercise }: CreateOptions): Promise<void> {
  if (side !== undefined && (role === 'controller' || role === 'evaluator')) {
    throw unusable('Controllers and evaluators see both sides: leave out --side');
  }
  const { secret, id } = await withDatabase(loadConfig(), async ({ dataSource }) => {
    if (exercise !== undefined && (await new ExerciseStore(dataSource).get(exercise)) === null) {
      throw unusable(`There is no exercise ${JSON.stringify(exercise)}`);
    }
    const store = new AccountStore(dataSource);
    const account = await store.createAccount({ name, role, side, exerciseId: exercise });
    const made = await store.createToken(account.id);
    return { secret: made.secret, id: made.token.id };
  });
  process.stderr.write(`Token ${id} for ${name} (${role}${side === undefined ? '' : ` ${side}`}), shown this once:\n`);
  process.stdout.write(`${secret}\n`);
}

export async function list(): Promise<void> {
  const accounts = await withDatabase(loadConfig(), ({ dataSource }) => new AccountStore(dataSource).list());
  const rows = accounts.flatMap(({ account, tokens }) =>
    tokens.map((token) => [
      token.id,
      account.name,
      account.role,
      account.side ?? '',
      account.exerciseId ?? '',
      token.createdAt.toISOString().slice(0, 16).replace('T', ' '),
      stateOf(account.disabledAt, token),
    ]),
  );
  const head = ['TOKEN', 'NAME', 'ROLE', 'SIDE', 'EXERCISE', 'CREATED (UTC)', 'STATE'];
  process.stdout.write(tableText([head, ...rows]));
}

function stateOf(disabledAt: Date | null, token: { revokedAt: Date | null; expiresAt: Date | null }): string {
  if (token.revokedAt !== null) return 'revoked';
  if (disabledAt !== null) return 'account disabled';
  return token.expiresAt !== null && token.expiresAt.getTime() <= Date.now() ? 'expired' : 'valid';
}

export async function revoke(id: string): Promise<void> {
  const done = await withDatabase(loadConfig(), ({ dataSource }) => new AccountStore(dataSource).revokeToken(id));
  if (!done)
    throw unusable(`There is no valid token with the id ${JSON.stringify(id)}: \`tandem token list\` shows them`);
  process.stdout.write(`${id} is revoked.\n`);
}
