/** `tandem release`: asks the other side, proposes, shows what it would read, and decides, through the API. */
import { Option, type Command } from 'commander';
import type { z } from 'zod';
import type { releaseList, releasePreview } from '#contracts/http/releases.js';
import { formatExerciseTime } from '#contracts/scenario/duration.js';
import { TEAR_LINE_TLPS } from '#domain/release/label.js';
import { path } from '../client/api-client.js';
import { applied } from '../client/commands.js';
import { connectExercise, withExercise, type ExerciseOptions } from '../client/connection.js';
import type { ShownEvent } from '../terminal/event-line.js';
import { EventPrinter } from '../terminal/event-printer.js';
import { printResult, withJson, type JsonOption } from '../terminal/output.js';
import { paintFor } from '../terminal/paint.js';
import { tableText } from '../terminal/table.js';

type ReleaseList = z.infer<typeof releaseList>;
type ReleasePreview = z.infer<typeof releasePreview>;

interface RequestOptions extends ExerciseOptions {
  readonly tearLine?: string;
  readonly from?: string;
}

interface ProposeOptions extends ExerciseOptions {
  readonly reason: string;
  readonly alert?: string[];
  readonly notification?: string[];
  readonly note?: string[];
  readonly join?: string;
  readonly answers?: string;
}

interface ReasonOptions extends ExerciseOptions {
  readonly reason?: string;
}

const RELEASE = 'its id, such as REL-PAK-0001';

export function addRelease(program: Command): void {
  const release = program
    .command('release')
    .description('ask the other side, propose what it may know, show what it would read, and decide');
  withJson(withExercise(release.command('list')))
    .description('list what your side has to decide and what it has asked, latest first')
    .action(list);
  withExercise(release.command('request'))
    .description('ask the releasing desk of the other side')
    .argument('<text>', 'what you want to know')
    .option('--tear-line <id>', 'tear line about which you want to know more, such as TL-CHN-0001')
    .option('--from <side>', 'PAK or CHN; needed by controllers only')
    .action((text: string, { tearLine, from, ...options }: RequestOptions) =>
      send(options, ['requests'], { text, tearLine, from }),
    );
  withExercise(release.command('propose'))
    .description('propose to release an incident of your side')
    .argument('<incident>', 'its id, such as PAK-0001')
    .requiredOption('--reason <text>', 'why the other side is to know, for your own side')
    .option('--alert <id...>', 'only these alerts; without it, all that are in force')
    .option('--notification <id...>', 'only these answers; without it, all that stand')
    .option('--note <id...>', 'these notes, too')
    .option('--join <incident>', 'JOINT incident that takes it in; without it, a new one')
    .option('--answers <release>', 'request of the other side that it answers, such as REL-PAK-0001')
    .action((incident: string, { reason, alert, notification, note, join, answers, ...options }: ProposeOptions) =>
      send(options, [], { incident, reason, alerts: alert, notifications: notification, notes: note, join, answers }),
    );
  withJson(withExercise(release.command('preview')))
    .description('show what the other side is going to read if you approve now')
    .argument('<release>', RELEASE)
    .action(preview);
  withExercise(release.command('approve'))
    .description('approve a proposal of somebody else')
    .argument('<release>', RELEASE)
    .option('--reason <text>', 'reason, for your own side; controllers must give one')
    .action((id: string, { reason, ...options }: ReasonOptions) =>
      send(options, [id, 'decide'], { decision: 'approve', reason }),
    );
  withExercise(release.command('tear-line'))
    .description('give the other side a tear line only')
    .argument('<release>', RELEASE)
    .argument('<text>', 'what it reads, in English')
    .addOption(new Option('--tlp <label>', 'label of the tear line').choices(TEAR_LINE_TLPS))
    .option('--reason <text>', 'reason, for your own side; controllers must give one')
    .action((id: string, text: string, { tlp, reason, ...options }: ReasonOptions & { tlp?: string }) =>
      send(options, [id, 'decide'], { decision: 'tear-line', text: { en: text }, tlp, reason }),
    );
  withExercise(release.command('decline'))
    .description('decline a request or a proposal')
    .argument('<release>', RELEASE)
    .requiredOption('--reason <text>', 'reason, for your own side')
    .option('--share-reason', 'let the other side read the reason; without it, it reads "declined"')
    .action((id: string, { reason, shareReason, ...options }: ReasonOptions & { shareReason?: boolean }) =>
      send(options, [id, 'decide'], { decision: 'decline', reason, shareReason }),
    );
  withExercise(release.command('withdraw'))
    .description('take back a proposal, or a request of your side')
    .argument('<release>', 'its id, such as REL-PAK-0001 or REQ-CHN-0001')
    .option('--reason <text>', 'reason, for the log')
    .action((id: string, { reason, ...options }: ReasonOptions) => send(options, [id, 'withdraw'], { reason }));
}

async function list({ json, ...options }: ExerciseOptions & JsonOption): Promise<void> {
  const { api, exercise } = await connectExercise(options);
  const releases = await api.send<ReleaseList>(path('exercises', exercise, 'releases'));
  printResult({ json }, releases, ({ cases, requests, reviews }) =>
    tableText([
      ['ID', 'STATUS', 'SINCE', 'DECIDE BY', 'ABOUT', 'TEXT'],
      ...cases.map(({ id, status, openedAt, decideBy, asked, proposal }) => [
        id,
        status,
        formatExerciseTime(openedAt),
        decideBy === undefined ? '' : formatExerciseTime(decideBy),
        proposal?.incident ?? asked?.tearLine ?? '',
        proposal?.reason ?? asked?.text ?? '',
      ]),
      ...requests.map(({ id, status, openedAt, tearLine, joint, text }) => [
        id,
        status,
        formatExerciseTime(openedAt),
        '',
        joint ?? tearLine ?? '',
        text,
      ]),
      ...reviews.map(({ of, id, incident, dueAt }) => [
        id,
        'review',
        formatExerciseTime(dueAt),
        '',
        incident ?? '',
        `label of this ${of} is due for review`,
      ]),
    ]),
  );
}

async function preview(id: string, { json, ...options }: ExerciseOptions & JsonOption): Promise<void> {
  const { api, exercise } = await connectExercise(options);
  const shown = await api.send<ReleasePreview>(path('exercises', exercise, 'releases', id, 'preview'));
  printResult({ json }, shown, ({ reader, events, stays, incident }) => {
    const lines: string[] = [];
    const columns = () => process.stdout.columns;
    new EventPrinter({ paint: paintFor(process.stdout), print: (line) => lines.push(line), columns }).show(
      events as unknown as readonly ShownEvent[],
    );
    const rest = stays ? `Something of ${incident} stays back.` : `Nothing of ${incident} stays back: it is closed.`;
    return [`${reader} is going to read:`, ...lines, rest, ''].join('\n');
  });
}

async function send(options: ExerciseOptions, route: readonly string[], body: object): Promise<void> {
  const { api, exercise } = await connectExercise(options);
  const done = await applied(api, path('exercises', exercise, 'releases', ...route), body);
  for (const { type, data } of done?.events ?? []) {
    if (!type.startsWith('Release')) continue;
    const { release, request, joint, tearLine } = data;
    const of = [release ?? request, joint ?? tearLine].filter((one) => one !== undefined).map(String);
    process.stdout.write(`${of.join(': ')}\n`);
  }
}
