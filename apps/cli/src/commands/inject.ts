/** `tandem inject`: reads the injects of an exercise and directs them, through the API. */
import type { Command } from 'commander';
import { isEventOf } from '#contracts/events/event-of.js';
import type { InjectList } from '#contracts/http/injects.js';
import { formatExerciseTime } from '#contracts/scenario/duration.js';
import { readAuthored } from '../files/authored-file.js';
import { path, type ApiClient } from '../client/api-client.js';
import { applied, type AppliedCommand } from '../client/commands.js';
import { connectExercise, withExercise, type ExerciseOptions } from '../client/connection.js';
import { printWarnings } from '../client/warnings.js';
import { unusable } from '../failure.js';
import { english } from '#contracts/sentences/english.js';
import { printResult, withJson, type JsonOption } from '../terminal/output.js';
import { factsText, tableText } from '../terminal/table.js';
import { durationOf, timeOf } from '../arguments/time-argument.js';

type InjectView = InjectList['items'][number];

export function addInject(program: Command): void {
  const inject = program.command('inject').description('list, show, fire, skip, delay and improvise injects');
  withJson(withExercise(inject.command('list')))
    .description('list the injects: which have fired, and when the others will')
    .action(list);
  withJson(withExercise(inject.command('show')))
    .description('show an inject')
    .argument('<inject>', 'its id')
    .action(show);
  withExercise(inject.command('fire'))
    .description('fire an inject now')
    .argument('<inject>', 'its id')
    .action((id: string, options: ExerciseOptions) => act(options, [id, 'fire'], {}));
  withExercise(inject.command('skip'))
    .description('skip an inject and all its repeats')
    .argument('<inject>', 'its id')
    .option('--reason <text>', 'reason, for the log')
    .action((id: string, options: ExerciseOptions & { reason?: string }) =>
      act(options, [id, 'skip'], { reason: options.reason }),
    );
  withExercise(inject.command('delay'))
    .description('delay an inject, or set its time')
    .argument('<inject>', 'its id')
    .argument('[duration]', 'delay, such as 90s or 5m')
    .option('--to <time>', 'new time since STARTEX, such as T+00:10 or 1h30m; it can be earlier than planned')
    .action(delay);
  withExercise(inject.command('improvise'))
    .description('add an inject that is not in the scenario')
    .argument(
      '<file>',
      'an inject as in a scenario file, which fires at once without `at`; YAML or JSON; `-` is the standard input',
    )
    .action(improvise);
}

async function list({ json, ...options }: ExerciseOptions & JsonOption): Promise<void> {
  const { api, exercise } = await connectExercise(options);
  const { items } = await api.send<InjectList>(path('exercises', exercise, 'injects'));
  printResult({ json }, items, (injects) =>
    tableText([
      ['INJECT', 'KIND', 'STATUS', 'NEXT', 'FIRED', 'TITLE'],
      ...injects.map((item) => [
        item.id,
        item.kind,
        item.status,
        nextText(item),
        firedText(item),
        item.title === undefined ? '' : english(item.title),
      ]),
    ]),
  );
}

async function show(id: string, { json, ...options }: ExerciseOptions & JsonOption): Promise<void> {
  const { api, exercise } = await connectExercise(options);
  printResult({ json }, await read(api, exercise, id), (inject) =>
    factsText([
      ['Inject', inject.id],
      ['Title', inject.title === undefined ? undefined : english(inject.title)],
      ['Kind', inject.kind],
      ['Status', inject.status],
      ['Origin', inject.improvised ? 'improvised' : 'scenario'],
      ['Planned', inject.at === null ? 'on a condition' : formatExerciseTime(inject.at)],
      ['Next', nextText(inject) || undefined],
      ['Fired', firedText(inject) || undefined],
      [
        'Skipped',
        inject.skipped &&
          `${formatExerciseTime(inject.skipped.at)}, ${inject.skipped.message ?? inject.skipped.reason}`,
      ],
    ]),
  );
}

function firedText({ fired }: InjectView): string {
  return fired.map(formatExerciseTime).join(' ');
}

function nextText({ status, due, when }: InjectView): string {
  if (due !== null) return formatExerciseTime(due);
  return status === 'planned' && when !== undefined ? 'on a condition' : '';
}

async function delay(id: string, by: string | undefined, options: ExerciseOptions & { to?: string }): Promise<void> {
  if ((by === undefined) === (options.to === undefined)) {
    throw unusable('Give either a delay, such as `tandem inject delay ID 5m`, or a time, with --to T+00:30.');
  }
  const how = by === undefined ? { to: timeOf(options.to ?? '') } : { byMs: durationOf(by) };
  await act(options, [id, 'delay'], how);
}

async function improvise(file: string, options: ExerciseOptions): Promise<void> {
  const authored = await readAuthored(file);
  await authored.placing(() => act(options, [], authored.value));
}

async function act(options: ExerciseOptions, parts: readonly string[], json: object): Promise<void> {
  const { api, exercise } = await connectExercise(options);
  const answer = await applied(api, path('exercises', exercise, 'injects', ...parts), json);
  if (answer === undefined) return;
  printWarnings(answer);
  process.stdout.write(`${statusText(await read(api, exercise, parts[0] ?? improvisedId(answer)))}\n`);
}

function improvisedId(answer: AppliedCommand): string {
  const improvised = answer.events.find((event) => isEventOf(event, 'InjectImprovised'));
  return improvised?.data.inject.id ?? '';
}

function read(api: ApiClient, exercise: string, id: string): Promise<InjectView> {
  return api.send<InjectView>(path('exercises', exercise, 'injects', id));
}

function statusText(inject: InjectView): string {
  const last = inject.fired.at(-1);
  const fired = last === undefined ? '' : `, fired at ${formatExerciseTime(last)}`;
  const next = inject.due === null ? '' : `, next at ${formatExerciseTime(inject.due)}`;
  return `${inject.id} (${inject.kind}): ${inject.status}${fired}${next}`;
}
