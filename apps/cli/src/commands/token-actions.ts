/** What `tandem token` does, in the database itself. */
import { userInfo } from 'node:os';
import type { AccessAction } from '#contracts/http/access-actions.js';
import { accountProblems, type Role } from '#contracts/http/accounts.js';
import type { ReleaseClass, Side } from '#domain/kernel/side.js';
import { AccessLog, type AccessSource } from '#infra/accounts/access-log.js';
import { AccountStore, type Account } from '#infra/accounts/account-store.js';
import { LastController } from '#infra/accounts/controllers-left.js';
import { loadConfig } from '#infra/config/config.js';
import { ExerciseStore } from '#infra/exercises/exercise-store.js';
import { withDatabase } from '../local/database.js';
import { unusable } from '../failure.js';
import { tableText } from '../terminal/table.js';

export interface CreateOptions {
  readonly name?: string;
  readonly role?: Role;
  readonly side?: Side;
  readonly classes?: readonly ReleaseClass[];
  readonly exercise?: string;
  /** Absent: a new account. */
  readonly account?: string;
  /** For how long it is valid, ms. */
  readonly expires?: number;
}

export async function create({ expires, ...options }: CreateOptions): Promise<void> {
  const wanted = options.account === undefined ? newAccountOf(options) : knownAccountOf(options);
  const made = await withDatabase(loadConfig(), async ({ dataSource }) => {
    const { exercise } = options;
    if (exercise !== undefined && (await new ExerciseStore(dataSource).get(exercise)) === null) {
      throw unusable(`There is no exercise ${JSON.stringify(exercise)}`);
    }
    const store = new AccountStore(dataSource);
    const account =
      typeof wanted === 'string' ? await openAccount(store, wanted) : await store.createAccount(wanted, commandLine());
    const expiresAt = expires === undefined ? undefined : new Date(Date.now() + expires);
    return { account, ...(await store.createToken(account.id, expiresAt, commandLine())) };
  });
  const { account, secret, token } = made;
  const { name, role, side } = account;
  const until = token.expiresAt === null ? 'it does not expire' : `it expires at ${minuteOf(token.expiresAt)} UTC`;
  process.stderr.write(
    `Token ${token.id} for ${name} (${role}${side === null ? '' : ` ${side}`}), account ${account.id}, shown this once; ${until}:\n`,
  );
  process.stdout.write(`${secret}\n`);
}

function newAccountOf({ name, role, side, classes, exercise }: CreateOptions) {
  if (name === undefined || role === undefined) {
    throw unusable('A new account needs --name and --role; --account makes a token for one that exists');
  }
  const [problem] = accountProblems({ role, side, classes });
  if (problem !== undefined) throw unusable(`--${problem.path}: ${problem.message}`);
  return { name, role, side, classes, exerciseId: exercise };
}

function knownAccountOf({ account = '', name, role, side, classes, exercise }: CreateOptions): string {
  if ([name, role, side, classes, exercise].every((option) => option === undefined)) return account;
  throw unusable('--account names an account that exists: leave out --name, --role, --side, --classes and --exercise');
}

async function openAccount(store: AccountStore, id: string): Promise<Account> {
  const found = (await store.list()).find(({ account }) => account.id === id)?.account;
  if (found === undefined)
    throw unusable(`There is no account ${JSON.stringify(id)}: \`tandem token list\` shows them`);
  if (found.disabledAt !== null) throw unusable(`The account ${id} is disabled`);
  return found;
}

/** For the record: who sits at this machine. */
export function commandLine(): AccessSource {
  try {
    return { from: `command line (${userInfo().username})` };
  } catch {
    return { from: 'command line' };
  }
}

export async function list(): Promise<void> {
  const accounts = await withDatabase(loadConfig(), ({ dataSource }) => new AccountStore(dataSource).list());
  const rows = accounts.flatMap(({ account, tokens }) =>
    tokens.map((token) => [
      token.id,
      account.id,
      account.name,
      account.role,
      account.side ?? '',
      account.classes?.join(',') ?? '',
      account.exerciseId ?? '',
      minuteOf(token.createdAt),
      token.expiresAt === null ? 'never' : minuteOf(token.expiresAt),
      stateOf(account.disabledAt, token),
    ]),
  );
  const head = [
    'TOKEN',
    'ACCOUNT',
    'NAME',
    'ROLE',
    'SIDE',
    'CLASSES',
    'EXERCISE',
    'CREATED (UTC)',
    'EXPIRES (UTC)',
    'STATE',
  ];
  process.stdout.write(tableText([head, ...rows]));
}

function stateOf(disabledAt: Date | null, token: { revokedAt: Date | null; expiresAt: Date | null }): string {
  if (token.revokedAt !== null) return 'revoked';
  if (disabledAt !== null) return 'account disabled';
  return token.expiresAt !== null && token.expiresAt.getTime() <= Date.now() ? 'expired' : 'valid';
}

export async function audit(filter: { limit: number; account?: string; action?: AccessAction }): Promise<void> {
  const { limit, account, action } = filter;
  const rows = await withDatabase(loadConfig(), async ({ dataSource }) => {
    const names = new Map((await new AccountStore(dataSource).list()).map((one) => [one.account.id, one.account.name]));
    const nameOf = (id: string | null): string => (id === null ? '' : (names.get(id) ?? id));
    const actions = action === undefined ? undefined : [action];
    const records = await new AccessLog(dataSource).list({ actions, account, limit });
    return records.map(({ at, action: what, accountId, tokenId, by, from, count, detail }) => [
      minuteOf(at),
      count > 1 ? `${what} (${count})` : what,
      nameOf(accountId),
      tokenId ?? '',
      nameOf(by),
      from,
      detail ?? '',
    ]);
  });
  process.stdout.write(tableText([['AT (UTC)', 'ACTION', 'ACCOUNT', 'TOKEN', 'BY', 'FROM', 'DETAIL'], ...rows]));
}

function minuteOf(time: Date): string {
  return time.toISOString().slice(0, 16).replace('T', ' ');
}

export async function revoke(id: string): Promise<void> {
  const done = await withDatabase(loadConfig(), ({ dataSource }) =>
    new AccountStore(dataSource).revokeToken(id, commandLine()),
  ).catch((error: unknown) => {
    throw error instanceof LastController ? unusable(error.message) : error;
  });
  if (!done)
    throw unusable(`There is no valid token with the id ${JSON.stringify(id)}: \`tandem token list\` shows them`);
  process.stdout.write(`${id} is revoked.\n`);
}
