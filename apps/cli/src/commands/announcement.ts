/** `tandem announcement`: messages that stay on the screen until they are read, through the API. */
import { Option, type Command } from 'commander';
import type { AnnouncementView } from '#contracts/http/announcements.js';
import { ADDRESSED_ROLES } from '#contracts/http/roles.js';
import { SIDES, type Side } from '#domain/kernel/side.js';
import { path } from '../client/api-client.js';
import { connectExercise, withExercise, type ExerciseOptions } from '../client/connection.js';
import { unusable } from '../failure.js';
import { confirm, withConfirmation, type ConfirmOption } from '../terminal/confirm.js';
import { printResult, withJson, type JsonOption } from '../terminal/output.js';
import { tableText } from '../terminal/table.js';

interface SendOptions extends ExerciseOptions {
  readonly en?: string;
  readonly ur?: string;
  readonly zh?: string;
  readonly side?: Side;
  readonly role?: string;
  readonly note?: string;
}

const ANNOUNCEMENT = 'its id, such as ann_…';

export function addAnnouncement(program: Command): void {
  const announcement = program
    .command('announcement')
    .description('send announcements, which stay on the screen until they are read');
  withExercise(announcement.command('send'))
    .description('send an announcement in one to three languages')
    .option('--en <text>', 'English text')
    .option('--ur <text>', 'Urdu text')
    .option('--zh <text>', 'Chinese text')
    .addOption(new Option('--side <side>', 'only to this side (default: to all)').choices(SIDES))
    .addOption(new Option('--role <role>', 'only to people in this role (default: to all)').choices(ADDRESSED_ROLES))
    .option('--note <text>', 'reason, visible to controllers only')
    .action(send);
  withJson(withExercise(announcement.command('list')))
    .description('list announcements to you; for controllers: all, with who has read them')
    .action(list);
  withExercise(announcement.command('read'))
    .description('confirm that you have read an announcement')
    .argument('<announcement>', ANNOUNCEMENT)
    .action(read);
  withConfirmation(withExercise(announcement.command('withdraw')))
    .description('remove an announcement from all screens')
    .argument('<announcement>', ANNOUNCEMENT)
    .action(withdraw);
}

async function send({ en, ur, zh, side, role, note, ...options }: SendOptions): Promise<void> {
  if (en === undefined && ur === undefined && zh === undefined) throw unusable('Give a text: --en, --ur or --zh.');
  const { api, exercise } = await connectExercise(options);
  const made = await api.send<AnnouncementView>(path('exercises', exercise, 'announcements'), {
    json: { text: { en, ur, zh }, side, role, note },
  });
  process.stdout.write(tableText(rowsOf([made])));
}

async function list({ json, ...options }: ExerciseOptions & JsonOption): Promise<void> {
  const { api, exercise } = await connectExercise(options);
  const { items } = await api.send<{ items: AnnouncementView[] }>(path('exercises', exercise, 'announcements'));
  printResult({ json }, items, (announcements) => tableText(rowsOf(announcements)));
}

async function read(id: string, options: ExerciseOptions): Promise<void> {
  const { api, exercise } = await connectExercise(options);
  await api.send(path('exercises', exercise, 'announcements', id, 'read'), { method: 'POST' });
  process.stdout.write(`${id}: read\n`);
}

async function withdraw(id: string, { yes, ...options }: ExerciseOptions & ConfirmOption): Promise<void> {
  const { api, exercise } = await connectExercise(options);
  await confirm(`Withdraw the announcement ${id} of ${exercise} from all screens.`, { yes });
  await api.send(path('exercises', exercise, 'announcements', id), { method: 'DELETE' });
  process.stdout.write(`${id}: withdrawn\n`);
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
  return readAt === undefined ? 'unread' : 'read';
}

/** For controllers: how many have read it, and who has not. */
function readersOf({ receipts }: AnnouncementView): string {
  if (receipts === undefined) return '';
  const missing = receipts.filter(({ readAt }) => readAt === undefined).map(({ name }) => name);
  const count = `${receipts.length - missing.length} of ${receipts.length}`;
  return missing.length === 0 ? count : `${count}; not ${missing.join(', ')}`;
}
