/** `tandem inject`: what the script holds, and what a trainer does with it, through the API. */
import type { Command } from 'commander';
import { isEventOf } from '#contracts/events/event-of.js';
import type { InjectList } from '#contracts/http/injects.js';
import { formatExerciseTime } from '#contracts/scenario/duration.js';
import { readAuthored } from '../files/authored-file.js';
import { path, type ApiClient } from '../client/api-client.js';
import { applied, type Done } from '../client/commands.js';
import { connectApi, withConnection, type ConnectionOptions } from '../client/connection.js';
import { chooseExercise } from '../client/exercises.js';
import { tellWarnings } from '../client/warnings.js';
import { unusable } from '../failure.js';
import { english } from '#contracts/sentences/english.js';
import { tableText } from '../terminal/table.js';
import { durationOf, timeOf } from '../arguments/time-argument.js';

interface InjectOptions extends ConnectionOptions {
  readonly exercise?: string;
}

type InjectView = InjectList['items'][number];

export function addInject(program: Command): void {
  const inject = program.command('inject').description('list, fire, skip, delay and improvise injects');
  const within = (command: Command): Command =>
    withConnection(command).option('--exercise <id>', 'absent: the latest that has not ended');
  within(inject.command('list'))
    .description('the script: what has fired, what is to come and when')
    .option('--json', 'as JSON')
    .action(list);
  within(inject.command('fire'))
    .description('fire it now, whenever it was to come')
    .argument('<inject>', 'its id')
    .action((id: string, options: InjectOptions) => act(options, [id, 'fire'], {}));
  within(inject.command('skip'))
    .description('skip it, with all its repeats to come')
    .argument('<inject>', 'its id')
    .option('--reason <text>', 'for the log')
    .action((id: string, options: InjectOptions & { reason?: string }) =>
      act(options, [id, 'skip'], { reason: options.reason }),
    );
  within(inject.command('delay'))
    .description('put it off, or give it another time')
    .argument('<inject>', 'its id')
    .argument('[duration]', 'by so much: 90s, 5m')
    .option('--to <time>', 'to a time since STARTEX, as T+00:10 or 1h30m; it may be earlier than planned')
    .action(delay);
  within(inject.command('improvise'))
    .description('make one up that the script does not hold')
    .argument(
      '<file>',
      'an inject as in a scenario file, without `at` at once; YAML or JSON; `-` is the standard input',
    )
    .action(improvise);
}

async function list(options: InjectOptions & { json?: boolean }): Promise<void> {
  const api = await connectApi(options);
  const { id } = await chooseExercise(api, options.exercise);
  const { items } = await api.send<InjectList>(path('exercises', id, 'injects'));
  if (options.json === true) {
    process.stdout.write(`${JSON.stringify(items, undefined, 2)}\n`);
    return;
  }
  const rows = items.map((item) => [
    item.id,
    item.kind,
    item.status,
    whenOf(item),
    item.fired.map(formatExerciseTime).join(' '),
    item.title === undefined ? '' : english(item.title),
  ]);
  process.stdout.write(tableText([['INJECT', 'KIND', 'STATUS', 'NEXT', 'FIRED', 'TITLE'], ...rows]));
}

function whenOf({ status, due, when }: InjectView): string {
  if (due !== null) return formatExerciseTime(due);
  return status === 'planned' && when !== undefined ? 'on a condition' : '';
}

async function delay(id: string, by: string | undefined, options: InjectOptions & { to?: string }): Promise<void> {
  if ((by === undefined) === (options.to === undefined)) {
    throw unusable('Say either by how much, as `tandem inject delay ID 5m`, or to which time, with --to T+00:30');
  }
  const how = by === undefined ? { to: timeOf(options.to ?? '') } : { byMs: durationOf(by) };
  await act(options, [id, 'delay'], how);
}

async function improvise(file: string, options: InjectOptions): Promise<void> {
  const authored = await readAuthored(file);
  await authored.placing(() => act(options, [], authored.value));
}

async function act(options: InjectOptions, parts: readonly string[], json: object): Promise<void> {
  const api = await connectApi(options);
  const { id } = await chooseExercise(api, options.exercise);
  const answer = await applied(api, path('exercises', id, 'injects', ...parts), json);
  if (answer === undefined) return;
  tellWarnings(answer);
  process.stdout.write(`${await standingOf(api, id, parts[0] ?? improvisedId(answer))}\n`);
}

function improvisedId(answer: Done): string {
  const improvised = answer.events.find((event) => isEventOf(event, 'InjectImprovised'));
  return improvised?.data.inject.id ?? '';
}

async function standingOf(api: ApiClient, exercise: string, id: string): Promise<string> {
  const inject = await api.send<InjectView>(path('exercises', exercise, 'injects', id));
  const last = inject.fired.at(-1);
  const fired = last === undefined ? '' : `, fired at ${formatExerciseTime(last)}`;
  const next = inject.due === null ? '' : `, comes at ${formatExerciseTime(inject.due)}`;
  return `${inject.id} (${inject.kind}): ${inject.status}${fired}${next}`;
}
