/** `tandem session`: who is signed in, and ending sessions, through the API. */
import type { Command } from 'commander';
import type { SessionListItem, SessionView } from '#contracts/http/sessions.js';
import { path } from '../client/api-client.js';
import { connectApi, withConnection, type ConnectionOptions } from '../client/connection.js';
import { confirm, withConfirmation, type ConfirmOption } from '../terminal/confirm.js';
import { printResult, withJson, type JsonOption } from '../terminal/output.js';
import { factsText, minuteText, tableText } from '../terminal/table.js';

export function addSession(program: Command): void {
  const session = program.command('session').description('list sessions of people, end them, and show your own access');
  withJson(withConnection(session.command('show')))
    .description('show whose token this is, what it allows, and until when')
    .action(show);
  withJson(withConnection(session.command('list')))
    .description('list open sessions: your own; for controllers, all')
    .action(list);
  withConfirmation(withConnection(session.command('revoke')))
    .description('end a session and its connections at once')
    .argument('<session>', 'its id, such as ses_…')
    .action(revoke);
}

async function show({ json, ...options }: ConnectionOptions & JsonOption): Promise<void> {
  printResult({ json }, await (await connectApi(options)).send<SessionView>(path('session')), (session) =>
    factsText([
      ['Account', `${session.name} (${session.account})`],
      ['Role', session.side === undefined ? session.role : `${session.role} of ${session.side}`],
      ['Units', session.units?.join(', ')],
      ['Classes', session.classes?.join(', ')],
      ['Exercise', session.exercise ?? 'all'],
      ['Until', session.expiresAt ?? 'it is revoked'],
    ]),
  );
}

const HEAD = ['SESSION', 'NAME', 'ROLE', 'SIDE', 'BY', 'FROM', 'SINCE (UTC)', 'LAST USED (UTC)', 'ENDS (UTC)'];

async function list({ json, ...options }: ConnectionOptions & JsonOption): Promise<void> {
  const { items } = await (await connectApi(options)).send<{ items: SessionListItem[] }>(path('sessions'));
  printResult({ json }, items, (sessions) => tableText([HEAD, ...sessions.map(rowOf)]));
}

function rowOf({ id, name, role, side, how, from, createdAt, lastUsedAt, expiresAt }: SessionListItem): string[] {
  const times = [createdAt, lastUsedAt, expiresAt].map(minuteText);
  return [id, name, role, side ?? '', how, from, ...times];
}

async function revoke(id: string, { yes, ...options }: ConnectionOptions & ConfirmOption): Promise<void> {
  const api = await connectApi(options);
  await confirm(`End the session ${id}.`, { yes });
  await api.send(path('sessions', id), { method: 'DELETE' });
  process.stdout.write(`${id} has ended.\n`);
}
