/** `tandem account`: accounts of people and programs, through the API; sign-in links, in the database itself. */
import { Option, type Command } from 'commander';
import { ROLES, type Role } from '#domain/kernel/role.js';
import type { Side } from '#domain/kernel/side.js';
import { accountOf, listAccounts, type AccountView } from '../client/accounts.js';
import { path } from '../client/api-client.js';
import { connectApi, withConnection, type ConnectionOptions } from '../client/connection.js';
import { confirm, withConfirmation, type ConfirmOption } from '../terminal/confirm.js';
import { printResult, withJson, type JsonOption } from '../terminal/output.js';
import { factsText, minuteText, tableText } from '../terminal/table.js';
import { lifeMinutes } from '../arguments/list-argument.js';
import { withClasses, withSide, withUnits } from '../arguments/rights-options.js';
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

const ACCOUNT = 'its id or its name';

export function addAccount(program: Command): void {
  const account = program.command('account').description('create and change accounts of people and programs');
  withJson(withRights(withConnection(account.command('create'))))
    .description('create an account; a password, a token or a sign-in link lets its owner in')
    .argument('<name>', 'name of the person or program')
    .addOption(new Option('--role <role>', 'role').choices(ROLES).makeOptionMandatory())
    .option('--exercise <id>', 'only for this exercise (default: for all)')
    .option('--password', 'ask for a password, with which the person signs in')
    .action(create);
  withJson(withConnection(account.command('list')))
    .description('list accounts')
    .action(list);
  withJson(withConnection(account.command('show')))
    .description('show an account')
    .argument('<account>', ACCOUNT)
    .action(show);
  withConnection(account.command('password'))
    .description('set the password of an account and end its sessions; without an account, change your own password')
    .argument('[account]', ACCOUNT)
    .action(setPassword);
  withRights(withConnection(account.command('role')))
    .description('change the role of an account; its connections are closed and can be opened again')
    .argument('<account>', ACCOUNT)
    .argument('<role>', ROLES.join(', '))
    .action(setRole);
  withConfirmation(withConnection(account.command('disable')))
    .description('disable an account; its tokens, sessions and connections end at once')
    .argument('<account>', ACCOUNT)
    .action(disable);
  account
    .command('link')
    .description('make a link that signs a person in once; works in the database itself, so it needs no token')
    .argument('<account>', ACCOUNT)
    .option('--expires <duration>', 'how long it is valid, such as 30m (default: 1h)', lifeMinutes)
    .option(
      '--url <address>',
      'address of the console for the person (default: TANDEM_URL, or the one that `tandem start` runs here)',
    )
    .action(async (idOrName: string, options: { expires?: number; url?: string }) =>
      (await import('./account-link.js')).makeLink(idOrName, options),
    );
}

function withRights(command: Command): Command {
  return withClasses(withUnits(withSide(command)));
}

async function create(
  name: string,
  { password: asks, json: asJson, ...options }: CreateOptions & JsonOption,
): Promise<void> {
  const { role, side, units, classes, exercise } = options;
  const api = await connectApi(options);
  const password = asks === true ? await readSecret('Password') : undefined;
  const json = { name, role, side, units, classes, exercise, password };
  const made = await api.send<AccountView>(path('accounts'), { json });
  printResult({ json: asJson }, made, (account) => tableText(rowsOf([account])));
}

async function list({ json, ...options }: ConnectionOptions & JsonOption): Promise<void> {
  printResult({ json }, await listAccounts(await connectApi(options)), (accounts) => tableText(rowsOf(accounts)));
}

async function show(idOrName: string, { json, ...options }: ConnectionOptions & JsonOption): Promise<void> {
  printResult({ json }, accountOf(await listAccounts(await connectApi(options)), idOrName), (account) =>
    factsText([
      ['Account', account.id],
      ['Name', account.name],
      ['Role', account.role],
      ['Side', account.side],
      ['Units', account.units?.join(', ')],
      ['Classes', account.classes?.join(', ')],
      ['Exercise', account.exercise ?? 'all'],
      ['Language', account.language],
      ['Invitation', account.invitation],
      ['Password', account.hasPassword ? 'yes' : 'no'],
      ['Created', `${minuteText(account.createdAt)} UTC`],
      ['Disabled', account.disabledAt && `${minuteText(account.disabledAt)} UTC`],
    ]),
  );
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

async function setPassword(idOrName: string | undefined, options: ConnectionOptions): Promise<void> {
  const api = await connectApi(options);
  if (idOrName === undefined) {
    const json = { current: await readSecret('Current password'), password: await readSecret('New password') };
    await api.send(path('session', 'password'), { method: 'PUT', json });
    process.stdout.write('The password was changed. Other sessions of the account have ended.\n');
    return;
  }
  const { id, name } = accountOf(await listAccounts(api), idOrName);
  const json = { password: await readSecret('New password') };
  await api.send(path('accounts', id, 'password'), { method: 'PUT', json });
  process.stdout.write(`${name} has a new password. All sessions of the account have ended.\n`);
}

async function setRole(idOrName: string, role: string, options: RoleOptions): Promise<void> {
  const api = await connectApi(options);
  const { id } = accountOf(await listAccounts(api), idOrName);
  const { side, units, classes } = options;
  const changed = await api.send<AccountView>(path('accounts', id, 'role'), {
    method: 'PUT',
    json: { role, side, units, classes },
  });
  process.stdout.write(tableText(rowsOf([changed])));
}

async function disable(idOrName: string, { yes, ...options }: ConnectionOptions & ConfirmOption): Promise<void> {
  const api = await connectApi(options);
  const { id, name } = accountOf(await listAccounts(api), idOrName);
  await confirm(`Disable the account ${name} (${id}).`, { yes });
  await api.send(path('accounts', id), { method: 'DELETE' });
  process.stdout.write(`${name} (${id}) is disabled.\n`);
}
