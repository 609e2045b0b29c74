/** `tandem invitation`: how people come in to a role, and choose their names. */
import { Option, type Command } from 'commander';
import type { CreatedInvitation, InvitationView } from '#contracts/http/invitations.js';
import { INVITED_ROLES, type InvitedRole } from '#contracts/http/roles.js';
import { SIDES, type Side } from '#domain/kernel/side.js';
import { path } from '../client/api-client.js';
import { connectApi, withConnection, type ConnectionOptions } from '../client/connection.js';
import { tableText } from '../terminal/table.js';
import { countArgument, lifeMinutes, wordList } from '../arguments/list-argument.js';

interface CreateOptions extends ConnectionOptions {
  readonly role: InvitedRole;
  readonly side?: Side;
  readonly units?: string[];
  readonly exercise?: string;
  readonly expires?: number;
  readonly uses?: number;
  readonly note?: string;
  readonly json?: boolean;
}

export function addInvitation(program: Command): void {
  const invitation = program.command('invitation').description('invite people by a link, or a code and a PIN');
  withConnection(invitation.command('create'))
    .description('make an invitation; link and PIN are shown this once')
    .addOption(new Option('--role <role>', 'what the person may do').choices(INVITED_ROLES).makeOptionMandatory())
    .addOption(new Option('--side <side>', 'of an operator; others see what is released to it').choices(SIDES))
    .option('--units <list>', 'of an operator of one exercise: the units that the person answers for', wordList)
    .option('--exercise <id>', 'for this exercise only; absent: for all')
    .option('--expires <duration>', 'for how long it is valid, such as 8h or 3d; absent: 1d', lifeMinutes)
    .option('--uses <n>', 'how many people may come by it; absent: 1', countArgument)
    .option('--note <text>', 'for controllers: whom it is meant for')
    .option('--json', 'as JSON')
    .action(create);
  withConnection(invitation.command('list'))
    .description('invitations, latest first, without their secrets')
    .option('--json', 'as JSON')
    .action(list);
  withConnection(invitation.command('revoke'))
    .description('revoke an invitation; people who used it keep their access, unless --remove-people is given')
    .argument('<invitation>', 'its id')
    .option('--remove-people', 'also disable the accounts that were created by it, at once')
    .action(revoke);
}

async function create({ expires: minutes, json: asJson, ...options }: CreateOptions): Promise<void> {
  const api = await connectApi(options);
  const { role, side, units, exercise, uses, note } = options;
  const json = { role, side, units, exercise, minutes, uses, note };
  const made = await api.send<CreatedInvitation>(path('invitations'), { json });
  if (asJson === true) {
    process.stdout.write(`${JSON.stringify(made, undefined, 2)}\n`);
    return;
  }
  const pin = `${made.pin.slice(0, 4)} ${made.pin.slice(4)}`;
  process.stdout.write(
    tableText([
      ['Invitation', `${made.id}, ${made.maxUses} ${made.maxUses === 1 ? 'use' : 'uses'}, until ${made.expiresAt}`],
      ['Link', api.url + made.path],
      ['or code', made.code.toUpperCase()],
      ['with PIN', pin],
    ]),
  );
}

async function list({ json, ...options }: ConnectionOptions & { json?: boolean }): Promise<void> {
  const { items } = await (await connectApi(options)).send<{ items: InvitationView[] }>(path('invitations'));
  if (json === true) {
    process.stdout.write(`${JSON.stringify(items, undefined, 2)}\n`);
    return;
  }
  const rows = items.map(({ id, code, role, side, units, exercise, state, uses, maxUses, expiresAt, note }) => [
    id,
    code,
    role,
    side ?? '',
    units?.join(',') ?? '',
    exercise ?? '',
    state,
    `${uses} of ${maxUses}`,
    expiresAt.slice(0, 16).replace('T', ' '),
    note ?? '',
  ]);
  const head = ['INVITATION', 'CODE', 'ROLE', 'SIDE', 'UNITS', 'EXERCISE', 'STATE', 'USED', 'EXPIRES (UTC)', 'NOTE'];
  process.stdout.write(tableText([head, ...rows]));
}

async function revoke(id: string, options: ConnectionOptions & { removePeople?: boolean }): Promise<void> {
  const api = await connectApi(options);
  const people = options.removePeople === true ? 'remove' : 'keep';
  await api.send(`${path('invitations', id)}?people=${people}`, { method: 'DELETE' });
  process.stdout.write(`${id} is revoked${people === 'remove' ? ', and who came by it is out' : ''}.\n`);
}
