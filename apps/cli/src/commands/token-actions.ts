/** The commands of `tandem token`, in the database itself. */
import { userInfo } from 'node:os';
import type { AccessAction } from '#contracts/http/access-actions.js';
import { accountProblems } from '#contracts/http/accounts.js';
import type { Role } from '#domain/kernel/role.js';
import type { ReleaseClass, Side } from '#domain/kernel/side.js';
import { AccessLog, type AccessSource } from '#infra/accounts/access-log.js';
import { AccountStore, type Account, type Token } from '#infra/accounts/account-store.js';
import { viewAccessRecord, viewToken } from '#infra/accounts/account-views.js';
import { LastController } from '#infra/accounts/controllers-left.js';
import { loadConfig } from '#infra/config/config.js';
import { ExerciseStore } from '#infra/exercises/exercise-store.js';
import { withDatabase } from '../local/database.js';
import { unusable } from '../failure.js';
import { confirm, type ConfirmOption } from '../terminal/confirm.js';
import { printResult, type JsonOption } from '../terminal/output.js';
import { minuteText, tableText } from '../terminal/table.js';

export interface CreateOptions {
  readonly name?: string;
  readonly role?: Role;
  readonly side?: Side;
  readonly units?: readonly string[];
  readonly classes?: readonly ReleaseClass[];
  readonly exercise?: string;
  /** Absent: a new account. */
  readonly account?: string;
  /** Lifetime in ms. */
  readonly expires?: number;
}

export async function create({ expires, ...options }: CreateOptions): Promise<void> {
  const wanted = options.account === undefined ? newAccountOf(options) : knownAccountOf(options);
  const made = await withDatabase(loadConfig(), async ({ dataSource }) => {
    await checkExercise(new ExerciseStore(dataSource), options);
    const store = new AccountStore(dataSource);
    const account =
      typeof wanted === 'string' ? await openAccount(store, wanted) : await store.createAccount(wanted, commandLine());
    const expiresAt = expires === undefined ? undefined : new Date(Date.now() + expires);
    return { account, ...(await store.createToken(account.id, expiresAt, commandLine())) };
  });
  const { account, secret, token } = made;
  const { name, role, side } = account;
  const until = token.expiresAt === null ? 'it does not expire' : `it expires at ${minuteText(token.expiresAt)} UTC`;
  process.stderr.write(
    `Token ${token.id} for ${name} (${role}${side === null ? '' : ` ${side}`}), account ${account.id}, shown only once; ${until}:\n`,
  );
  process.stdout.write(`${secret}\n`);
}

/** An account's exercise exists, and its units are of its side in this exercise. */
async function checkExercise(exercises: ExerciseStore, { exercise, side, units = [] }: CreateOptions): Promise<void> {
  if (exercise === undefined) return;
  const found = await exercises.scenario(exercise);
  if (found === null) throw unusable(`There is no exercise ${JSON.stringify(exercise)}`);
  const own = found.units.filter((unit) => unit.side === side).map(({ id }): string => id);
  const foreign = units.find((unit) => !own.includes(unit));
  if (foreign === undefined) return;
  throw unusable(`--units: ${side} has no unit ${JSON.stringify(foreign)} in this exercise; it has ${own.join(', ')}`);
}

function newAccountOf({ name, role, side, units, classes, exercise }: CreateOptions) {
  if (name === undefined || role === undefined) {
    throw unusable('A new account needs --name and --role. For an existing account, use --account.');
  }
  const [problem] = accountProblems({ role, side, units, classes, exercise });
  if (problem !== undefined) throw unusable(`--${problem.path}: ${problem.message}`);
  return { name, role, side, units, classes, exerciseId: exercise };
}

function knownAccountOf({ account = '', name, role, side, units, classes, exercise }: CreateOptions): string {
  if ([name, role, side, units, classes, exercise].every((option) => option === undefined)) return account;
  throw unusable(
    '--account names an existing account; leave out --name, --role, --side, --units, --classes and --exercise.',
  );
}

async function openAccount(store: AccountStore, id: string): Promise<Account> {
  const found = (await store.list()).find(({ account }) => account.id === id)?.account;
  if (found === undefined)
    throw unusable(`There is no account ${JSON.stringify(id)}. \`tandem token list\` lists all.`);
  if (found.disabledAt !== null) throw unusable(`The account ${id} is disabled`);
  return found;
}

/** The source in access records: the user of this machine. */
export function commandLine(): AccessSource {
  try {
    return { from: `command line (${userInfo().username})` };
  } catch {
    return { from: 'command line' };
  }
}

export async function list(options: JsonOption): Promise<void> {
  const accounts = await withDatabase(loadConfig(), ({ dataSource }) => new AccountStore(dataSource).list());
  const tokens = accounts.flatMap(({ tokens: own }) => own.map(viewToken));
  printResult(options, tokens, () => tableText([HEAD, ...accounts.flatMap(rowsOf)]));
}

const HEAD = [
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

function rowsOf({ account, tokens }: { account: Account; tokens: readonly Token[] }): string[][] {
  return tokens.map((token) => [
    token.id,
    account.id,
    account.name,
    account.role,
    account.side ?? '',
    account.classes?.join(',') ?? '',
    account.exerciseId ?? '',
    minuteText(token.createdAt),
    token.expiresAt === null ? 'never' : minuteText(token.expiresAt),
    stateOf(account.disabledAt, token),
  ]);
}

function stateOf(disabledAt: Date | null, token: { revokedAt: Date | null; expiresAt: Date | null }): string {
  if (token.revokedAt !== null) return 'revoked';
  if (disabledAt !== null) return 'account disabled';
  return token.expiresAt !== null && token.expiresAt.getTime() <= Date.now() ? 'expired' : 'valid';
}

export async function audit({
  limit,
  account,
  action,
  json,
}: JsonOption & { limit: number; account?: string; action?: AccessAction }): Promise<void> {
  const [records, names] = await withDatabase(loadConfig(), async ({ dataSource }) => {
    const accounts = await new AccountStore(dataSource).list();
    const actions = action === undefined ? undefined : [action];
    const found = await new AccessLog(dataSource).list({ actions, account, limit });
    return [found.map(viewAccessRecord), new Map(accounts.map((one) => [one.account.id, one.account.name]))] as const;
  });
  const nameOf = (id: string | undefined): string => (id === undefined ? '' : (names.get(id) ?? id));
  printResult({ json }, records, () =>
    tableText([
      ['AT (UTC)', 'ACTION', 'ACCOUNT', 'TOKEN', 'BY', 'FROM', 'DETAIL'],
      ...records.map(({ at, action: what, account: of, token, by, from, count, detail }) => [
        minuteText(at),
        count > 1 ? `${what} (${count})` : what,
        nameOf(of),
        token ?? '',
        nameOf(by),
        from,
        detail ?? '',
      ]),
    ]),
  );
}

export async function revoke(id: string, { yes }: ConfirmOption): Promise<void> {
  await confirm(`Revoke the token ${id}.`, { yes });
  const done = await withDatabase(loadConfig(), ({ dataSource }) =>
    new AccountStore(dataSource).revokeToken(id, commandLine()),
  ).catch((error: unknown) => {
    throw error instanceof LastController ? unusable(error.message) : error;
  });
  if (!done) throw unusable(`There is no valid token ${JSON.stringify(id)}. \`tandem token list\` lists all.`);
  process.stdout.write(`${id} is revoked.\n`);
}
