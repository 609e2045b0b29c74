/** `tandem announcement`: messages over everybody's screen. */
import { Option, type Command } from 'commander';
import type { AnnouncementView } from '#contracts/http/announcements.js';
import { ADDRESSED_ROLES } from '#contracts/http/roles.js';
import { SIDES, type Side } from '#domain/kernel/side.js';
import { path } from '../client/api-client.js';
import { connectApi, withConnection, type ConnectionOptions } from '../client/connection.js';
import { unusable } from '../failure.js';
import { tableText } from '../terminal/table.js';

interface SendOptions extends ConnectionOptions {
  readonly en?: string;
  readonly ur?: string;
  readonly zh?: string;
  readonly side?: Side;
  readonly role?: string;
  readonly note?: string;
}

const EXERCISE = 'id of the exercise';
const ANNOUNCEMENT = 'its id';

export function addAnnouncement(program: Command): void {
  const announcement = program
    .command('announcement')
    .description('messages over the screen, which stay until they are read');
  withConnection(announcement.command('send'))
    .description('send one, in one to three languages')
    .argument('<exercise>', EXERCISE)
    .option('--en <text>', 'in English')
    .option('--ur <text>', 'in Urdu')
    .option('--zh <text>', 'in Chinese')
    .addOption(new Option('--side <side>', 'only to this side; absent: to all').choices(SIDES))
    .addOption(new Option('--role <role>', 'only to people in this role; absent: in all').choices(ADDRESSED_ROLES))
    .option('--note <text>', 'for controllers: why it was sent')
    .action(send);
  withConnection(announcement.command('list'))
    .description('those to you; for controllers all, with who has read them')
    .argument('<exercise>', EXERCISE)
    .option('--json', 'as JSON')
    .action(list);
  withConnection(announcement.command('read'))
    .description('say that you have read one')
    .argument('<exercise>', EXERCISE)
    .argument('<announcement>', ANNOUNCEMENT)
    .action(async (exercise: string, id: string, options: ConnectionOptions) => {
      const api = await connectApi(options);
      await api.send(path('exercises', exercise, 'announcements', id, 'read'), { method: 'POST' });
      process.stdout.write(`${id}: read\n`);
    });
  withConnection(announcement.command('withdraw'))
    .description('take one off all screens')
    .argument('<exercise>', EXERCISE)
    .argument('<announcement>', ANNOUNCEMENT)
    .action(async (exercise: string, id: string, options: ConnectionOptions) => {
      const api = await connectApi(options);
      await api.send(path('exercises', exercise, 'announcements', id), { method: 'DELETE' });
      process.stdout.write(`${id}: withdrawn\n`);
    });
}

async function send(exercise: string, { en, ur, zh, side, role, note, ...options }: SendOptions): Promise<void> {
  if (en === undefined && ur === undefined && zh === undefined) throw unusable('Give a text: --en, --ur or --zh');
  const api = await connectApi(options);
  const made = await api.send<AnnouncementView>(path('exercises', exercise, 'announcements'), {
    json: { text: { en, ur, zh }, side, role, note },
  });
  process.stdout.write(tableText(rowsOf([made])));
}

async function list(exercise: string, { json, ...options }: ConnectionOptions & { json?: boolean }): Promise<void> {
  const api = await connectApi(options);
  const { items } = await api.send<{ items: AnnouncementView[] }>(path('exercises', exercise, 'announcements'));
  process.stdout.write(json === true ? `${JSON.stringify(items, undefined, 2)}\n` : tableText(rowsOf(items)));
}

function rowsOf(items: readonly AnnouncementView[]): string[][] {
  const rows = items.map((one) => [
    one.id,
    one.at.slice(0, 19).replace('T', ' '),
    stateOf(one),
    readersOf(one),
    one.text.en ?? one.text.ur ?? one.text.zh ?? '',
  ]);
  return [['ANNOUNCEMENT', 'SENT (UTC)', 'STATE', 'READ BY', 'TEXT'], ...rows];
}

function stateOf({ withdrawnAt, addressed, readAt }: AnnouncementView): string {
  if (withdrawnAt !== undefined) return 'withdrawn';
  if (!addressed) return 'sent';
  return readAt === undefined ? 'to be read' : 'read';
}

/** For controllers: how many, and who has not. */
function readersOf({ receipts }: AnnouncementView): string {
  if (receipts === undefined) return '';
  const missing = receipts.filter(({ readAt }) => readAt === undefined).map(({ name }) => name);
  const count = `${receipts.length - missing.length} of ${receipts.length}`;
  return missing.length === 0 ? count : `${count}; not ${missing.join(', ')}`;
}
