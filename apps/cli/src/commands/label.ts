/** `tandem label`: changes labels, confirms them, and shows how they have changed, through the API. */
import { Argument, type Command } from 'commander';
import { isEventOf } from '#contracts/events/event-of.js';
import type { EventViewOf } from '#contracts/http/events.js';
import { formatExerciseTime } from '#contracts/scenario/duration.js';
import { LABELLED_KINDS } from '#domain/kernel/labelled-thing.js';
import type { Marking } from '#domain/release/label.js';
import { REVIEW_AT } from '../arguments/label-options.js';
import { wordList } from '../arguments/list-argument.js';
import { path } from '../client/api-client.js';
import { applied } from '../client/commands.js';
import { connectExercise, withExercise, type ExerciseOptions } from '../client/connection.js';
import { everyEvent } from '../client/every-event.js';
import { printResult, withJson, type JsonOption } from '../terminal/output.js';
import { tableText } from '../terminal/table.js';

interface SetOptions extends ExerciseOptions {
  readonly tlp?: string;
  readonly releasableTo?: readonly string[];
  readonly reviewAt?: string;
  readonly reason?: string;
}

interface ShowOptions extends ExerciseOptions, JsonOption {
  readonly id?: string;
}

type Change = EventViewOf<'LabelChanged'>;

export function addLabel(program: Command): void {
  const label = program.command('label').description('change labels or confirm them; show how they have changed');
  withExercise(label.command('set'))
    .description('set the whole label of a thing, its class aside; the same label again confirms it')
    .addArgument(new Argument('<kind>', 'kind of thing').choices(LABELLED_KINDS))
    .argument('<id>', 'its id, such as MSG-PAK-0001')
    .option(
      '--tlp <label>',
      'TLP:RED, TLP:AMBER+STRICT, TLP:AMBER, TLP:GREEN or TLP:CLEAR; without it, that of the class',
    )
    .option(
      '--releasable-to <names>',
      'further readers: unit:ID, account:ID or role:ROLE; separate with commas',
      wordList,
    )
    .option('--review-at <time>', REVIEW_AT)
    .option('--reason <text>', 'reason, for the log; controllers must give one')
    .action(set);
  withJson(withExercise(label.command('list')))
    .description('list the changes of labels')
    .option('--id <id>', 'only those of this alert, message, note, decision or observation')
    .action(list);
}

async function set(
  of: string,
  id: string,
  { tlp, releasableTo, reviewAt, reason, ...options }: SetOptions,
): Promise<void> {
  const { api, exercise } = await connectExercise(options);
  const body = { of, id, tlp, releasableTo, reviewAt, reason };
  const done = await applied(api, path('exercises', exercise, 'labels'), body);
  const changed = done?.events.find((event) => isEventOf(event, 'LabelChanged'));
  if (changed) process.stdout.write(`${id}: ${markingText(changed.data.to)}\n`);
}

async function list({ json, id, ...options }: ShowOptions): Promise<void> {
  const { api, exercise } = await connectExercise(options);
  const all = await everyEvent(api, exercise, 'LabelChanged');
  const changes = all.filter(({ data }) => id === undefined || data.id === id);
  printResult({ json }, changes, (items) => tableText(changeRows(items)));
}

function changeRows(changes: readonly Change[]): string[][] {
  return [
    ['AT', 'KIND', 'ID', 'FROM', 'TO', 'SEEN UNTIL THEN BY', 'REVIEW AT', 'REASON'],
    ...changes.map(({ at, data: { of, id, from, to, seenBy = [], tearLine, set: stated, reason } }) => [
      formatExerciseTime(at),
      of,
      id,
      markingText(from),
      markingText(to),
      [...seenBy, ...(tearLine === undefined ? [] : [tearLine])].join(', '),
      stated.reviewAt ?? '',
      reason ?? '',
    ]),
  ];
}

function markingText({ tlp, to = [] }: Marking): string {
  return to.length === 0 ? tlp : `${tlp} (${to.join(', ')})`;
}
