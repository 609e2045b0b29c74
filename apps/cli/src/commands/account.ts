/** `tandem account`: people and programs, through the API; a link for who has no way in, on the database itself. */
import { Option, type Command } from 'commander';
import { ROLES, type Role } from '#contracts/http/accounts.js';
import { RELEASE_CLASSES, SIDES, type Side } from '#domain/kernel/side.js';
import { accountOf, listAccounts, type AccountView } from '../client/accounts.js';
import { path } from '../client/api-client.js';
import { connectApi, withConnection, type ConnectionOptions } from '../client/connection.js';
import { tableText } from '../terminal/table.js';
import { lifeMinutes, wordList } from '../arguments/list-argument.js';
import { readSecret } from '../files/secret-input.js';

interface RoleOptions extends ConnectionOptions {
  readonly side?: Side;
  readonly units?: string[];
  readonly classes?: string[];
}

interface CreateOptions extends RoleOptions {
  readonly role: Role;
  readonly exercise?: string;
  readonly password?: boolean;
}

const ACCOUNT = 'its id, or its name';

export function addAccount(program: Command): void {
  const account = program.command('account').description('people and programs: their roles, passwords and ways in');
  withRights(withConnection(account.command('create')))
    .description('create an account; give it a token, a link or a password to come in by')
    .argument('<name>', 'whose it is')
    .addOption(new Option('--role <role>', 'what it may do').choices(ROLES).makeOptionMandatory())
    .option('--exercise <id>', 'for this exercise only; absent: for all')
    .option('--password', 'asks for a password, by which the person signs in under the name')
    .action(create);
  withConnection(account.command('list')).description('list accounts').option('--json', 'as JSON').action(list);
  withConnection(account.command('password'))
    .description('set the password of an account, which ends its sessions; without one, change your own')
    .argument('[account]', ACCOUNT)
    .action(setPassword);
  withRights(withConnection(account.command('role')))
    .description('give an account another role; its sockets end, and may come again')
    .argument('<account>', ACCOUNT)
    .argument('<role>', ROLES.join(', '))
    .action(setRole);
  withConnection(account.command('disable'))
    .description('disable an account; its tokens, sessions and sockets end at once')
    .argument('<account>', ACCOUNT)
    .action(disable);
  account
    .command('link')
    .description(
      'make a link that signs a person in once; works on the database itself, so that it helps who has no way in',
    )
    .argument('<account>', ACCOUNT)
    .option('--expires <duration>', 'for how long it is valid, such as 30m; absent: 1h', lifeMinutes)
    .option(
      '--url <address>',
      'of the console, as its reader reaches it (else TANDEM_URL, else where Tandem runs here)',
    )
    .action(async (whose: string, options: { expires?: number; url?: string }) =>
      (await import('./account-link.js')).makeLink(whose, options),
    );
}

function withRights(command: Command): Command {
  return command
    .addOption(new Option('--side <side>', 'of an operator; others see what is released to it').choices(SIDES))
    .option('--units <list>', 'of an operator of one exercise: the units that the person answers for', wordList)
    .option('--classes <list>', `of a service: what it may send, of ${RELEASE_CLASSES.join(',')}`, wordList);
}

async function create(name: string, { password: asks, ...options }: CreateOptions): Promise<void> {
  const { role, side, units, classes, exercise } = options;
  const api = await connectApi(options);
  const password = asks === true ? await readSecret('Password') : undefined;
  const json = { name, role, side, units, classes, exercise, password };
  const made = await api.send<AccountView>(path('accounts'), { json });
  process.stdout.write(tableText(rowsOf([made])));
}

async function list({ json, ...options }: ConnectionOptions & { json?: boolean }): Promise<void> {
  const accounts = await listAccounts(await connectApi(options));
  process.stdout.write(json === true ? `${JSON.stringify(accounts, undefined, 2)}\n` : tableText(rowsOf(accounts)));
}

function rowsOf(accounts: readonly AccountView[]): string[][] {
  const head = ['ACCOUNT', 'NAME', 'ROLE', 'SIDE', 'UNITS', 'EXERCISE', 'PASSWORD', 'STATE'];
  const rows = accounts.map(({ id, name, role, side, units, exercise, hasPassword, disabledAt }) => [
    id,
    name,
    role,
    side ?? '',
    units?.join(',') ?? '',
    exercise ?? '',
    hasPassword ? 'yes' : 'no',
    disabledAt === undefined ? 'open' : 'disabled',
  ]);
  return [head, ...rows];
}

async function setPassword(whose: string | undefined, options: ConnectionOptions): Promise<void> {
  const api = await connectApi(options);
  if (whose === undefined) {
    const json = { current: await readSecret('Current password'), password: await readSecret('New password') };
    await api.send(path('session', 'password'), { method: 'PUT', json });
    process.stdout.write('The password is changed; other sessions of the account have ended.\n');
    return;
  }
  const { id, name } = accountOf(await listAccounts(api), whose);
  const json = { password: await readSecret('New password') };
  await api.send(path('accounts', id, 'password'), { method: 'PUT', json });
  process.stdout.write(`${name} has a new password; all sessions of the account have ended.\n`);
}

async function setRole(whose: string, role: string, options: RoleOptions): Promise<void> {
  const api = await connectApi(options);
  const { id } = accountOf(await listAccounts(api), whose);
  const { side, units, classes } = options;
  const changed = await api.send<AccountView>(path('accounts', id, 'role'), {
    method: 'PUT',
    json: { role, side, units, classes },
  });
  process.stdout.write(tableText(rowsOf([changed])));
}

async function disable(whose: string, options: ConnectionOptions): Promise<void> {
  const api = await connectApi(options);
  const { id, name } = accountOf(await listAccounts(api), whose);
  await api.send(path('accounts', id), { method: 'DELETE' });
  process.stdout.write(`${name} (${id}) is disabled.\n`);
}
