/** `tandem invitation`: invites people to a role, through the API. */
import { Option, type Command } from 'commander';
import type { CreatedInvitation, InvitationView } from '#contracts/http/invitations.js';
import { INVITED_ROLES, type InvitedRole } from '#contracts/http/roles.js';
import type { Side } from '#domain/kernel/side.js';
import { path } from '../client/api-client.js';
import { connectApi, withConnection, type ConnectionOptions } from '../client/connection.js';
import { confirm, withConfirmation, type ConfirmOption } from '../terminal/confirm.js';
import { printResult, withJson, type JsonOption } from '../terminal/output.js';
import { factsText, minuteText, tableText } from '../terminal/table.js';
import { countArgument, lifeMinutes } from '../arguments/list-argument.js';
import { withSide, withUnits } from '../arguments/rights-options.js';

interface CreateOptions extends ConnectionOptions, JsonOption {
  readonly role: InvitedRole;
  readonly side?: Side;
  readonly units?: string[];
  readonly exercise?: string;
  readonly expires?: number;
  readonly uses?: number;
  readonly note?: string;
}

export function addInvitation(program: Command): void {
  const invitation = program.command('invitation').description('invite people with a link, or with a code and a PIN');
  withUnits(withSide(withJson(withConnection(invitation.command('create')))))
    .description('create an invitation; its link and PIN are shown only once')
    .addOption(new Option('--role <role>', 'role of the people').choices(INVITED_ROLES).makeOptionMandatory())
    .option('--exercise <id>', 'only for this exercise (default: for all)')
    .option('--expires <duration>', 'how long it is valid, such as 8h or 3d (default: 1d)', lifeMinutes)
    .option('--uses <n>', 'how many people can use it (default: 1)', countArgument)
    .option('--note <text>', 'note for controllers, such as who it is for')
    .action(create);
  withJson(withConnection(invitation.command('list')))
    .description('list invitations, latest first, without their secrets')
    .action(list);
  withConfirmation(withConnection(invitation.command('revoke')))
    .description('revoke an invitation; people who used it keep their access')
    .argument('<invitation>', 'its id')
    .option('--remove-people', 'also disable the accounts of the people who used it')
    .action(revoke);
}

async function create({ expires: minutes, json: asJson, ...options }: CreateOptions): Promise<void> {
  const api = await connectApi(options);
  const { role, side, units, exercise, uses, note } = options;
  const json = { role, side, units, exercise, minutes, uses, note };
  const made = await api.send<CreatedInvitation>(path('invitations'), { json });
  printResult({ json: asJson }, made, ({ id, maxUses, expiresAt, path: link, code, pin }) =>
    factsText([
      ['Invitation', `${id}, ${maxUses} ${maxUses === 1 ? 'use' : 'uses'}, until ${expiresAt}`],
      ['Link', api.url + link],
      ['or code', code.toUpperCase()],
      ['with PIN', `${pin.slice(0, 4)} ${pin.slice(4)}`],
    ]),
  );
}

async function list({ json, ...options }: ConnectionOptions & JsonOption): Promise<void> {
  const { items } = await (await connectApi(options)).send<{ items: InvitationView[] }>(path('invitations'));
  printResult({ json }, items, (invitations) => tableText([HEAD, ...invitations.map(rowOf)]));
}

const HEAD = ['INVITATION', 'CODE', 'ROLE', 'SIDE', 'UNITS', 'EXERCISE', 'STATE', 'USED', 'EXPIRES (UTC)', 'NOTE'];

function rowOf({
  id,
  code,
  role,
  side,
  units,
  exercise,
  state,
  uses,
  maxUses,
  expiresAt,
  note,
}: InvitationView): string[] {
  return [
    id,
    code,
    role,
    side ?? '',
    units?.join(',') ?? '',
    exercise ?? '',
    state,
    `${uses} of ${maxUses}`,
    minuteText(expiresAt),
    note ?? '',
  ];
}

async function revoke(
  id: string,
  { yes, removePeople, ...options }: ConnectionOptions & ConfirmOption & { removePeople?: boolean },
): Promise<void> {
  const api = await connectApi(options);
  const people = removePeople === true ? 'remove' : 'keep';
  await confirm(
    `Revoke the invitation ${id}${removePeople === true ? ' and disable the accounts of its users' : ''}.`,
    {
      yes,
    },
  );
  await api.send(`${path('invitations', id)}?people=${people}`, { method: 'DELETE' });
  process.stdout.write(
    `${id} is revoked${people === 'remove' ? ', and the accounts of its users are disabled' : ''}.\n`,
  );
}
