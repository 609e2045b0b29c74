/** `tandem session`: who is signed in, and ending it. */
import type { Command } from 'commander';
import type { SessionListItem, SessionView } from '#contracts/http/sessions.js';
import { path } from '../client/api-client.js';
import { connectApi, withConnection, type ConnectionOptions } from '../client/connection.js';
import { tableText } from '../terminal/table.js';

export function addSession(program: Command): void {
  const session = program.command('session').description('who is asking; sessions of people, and ending them');
  withConnection(session.command('show'))
    .description('whose token this is, what it may do, and until when')
    .action(show);
  withConnection(session.command('list'))
    .description('sessions that are open: your own; for controllers, all')
    .option('--json', 'as JSON')
    .action(list);
  withConnection(session.command('revoke'))
    .description('end a session at once, with its sockets')
    .argument('<session>', 'its id')
    .action(revoke);
}

async function show(options: ConnectionOptions): Promise<void> {
  const { account, name, role, side, units, exercise, classes, expiresAt } = await (
    await connectApi(options)
  ).send<SessionView>(path('session'));
  const facts: [string, string | undefined][] = [
    ['Account', `${name} (${account})`],
    ['Role', side === undefined ? role : `${role} of ${side}`],
    ['Units', units?.join(', ')],
    ['Classes', classes?.join(', ')],
    ['Exercise', exercise ?? 'all'],
    ['Until', expiresAt ?? 'it is revoked'],
  ];
  process.stdout.write(tableText(facts.flatMap(([label, text]) => (text === undefined ? [] : [[label, text]]))));
}

async function list({ json, ...options }: ConnectionOptions & { json?: boolean }): Promise<void> {
  const { items } = await (await connectApi(options)).send<{ items: SessionListItem[] }>(path('sessions'));
  if (json === true) {
    process.stdout.write(`${JSON.stringify(items, undefined, 2)}\n`);
    return;
  }
  const minute = (time: string): string => time.slice(0, 16).replace('T', ' ');
  const rows = items.map(({ id, name, role, side, how, from, createdAt, lastUsedAt, expiresAt }) => [
    id,
    name,
    role,
    side ?? '',
    how,
    from,
    minute(createdAt),
    minute(lastUsedAt),
    minute(expiresAt),
  ]);
  const head = ['SESSION', 'NAME', 'ROLE', 'SIDE', 'BY', 'FROM', 'SINCE (UTC)', 'LAST USED (UTC)', 'ENDS (UTC)'];
  process.stdout.write(tableText([head, ...rows]));
}

async function revoke(id: string, options: ConnectionOptions): Promise<void> {
  await (await connectApi(options)).send(path('sessions', id), { method: 'DELETE' });
  process.stdout.write(`${id} has ended.\n`);
}
