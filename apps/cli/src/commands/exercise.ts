/** `tandem exercise`: opens exercises and runs their clock, through the API. */
import type { Command } from 'commander';
import { formatDuration, formatExerciseTime } from '#contracts/scenario/duration.js';
import { english } from '#contracts/sentences/english.js';
import { PENDING_TEXT } from '../client/commands.js';
import { path } from '../client/api-client.js';
import { connectApi, WHICH_EXERCISE, withConnection, type ConnectionOptions } from '../client/connection.js';
import {
  chooseExercise,
  commandExercise,
  listExercises,
  readExercise,
  type ExerciseVerb,
  type ExerciseView,
} from '../client/exercises.js';
import { selectedExercise, selectExercise } from '../client/selected-exercise.js';
import { printWarnings } from '../client/warnings.js';
import { unusable } from '../failure.js';
import { confirm, withConfirmation, type ConfirmOption } from '../terminal/confirm.js';
import { printResult, withJson, type JsonOption } from '../terminal/output.js';
import { factsText, minuteText, tableText } from '../terminal/table.js';
import { readInput } from '../files/input-file.js';
import { authoredScenario } from '../files/scenario-input.js';
import { withEarlierName } from '../arguments/earlier-name.js';
import { timeOf } from '../arguments/time-argument.js';

export function addExercise(program: Command): void {
  const exercise = program.command('exercise').description('open exercises and run their clock');
  withJson(withConnection(exercise.command('list')))
    .description('list exercises, latest first')
    .action(list);
  withJson(withConnection(exercise.command('show')))
    .description('show an exercise and its clock')
    .argument('[exercise]', WHICH_EXERCISE)
    .action(show);
  withEarlierName(exercise, 'create', 'load', (command) =>
    withJson(withConnection(command))
      .description('open an exercise from a scenario file and the files that it includes; print its id')
      .argument('<file>', 'scenario, YAML or JSON; `-` is the standard input')
      .option('--seed <seed>', "seed of the random draws (default: the scenario's)")
      .action(create),
  );
  withConnection(exercise.command('start'))
    .description('start the exercise (STARTEX)')
    .argument('[exercise]', WHICH_EXERCISE)
    .option('--speed <n>', SPEED, '1')
    .action((id: string | undefined, options: ConnectionOptions & { speed: string }) =>
      run(id, 'start', options, { speed: speedOf(options.speed) }),
    );
  for (const [verb, about] of Object.entries(PLAIN_VERBS) as [keyof typeof PLAIN_VERBS, string][]) {
    withConnection(exercise.command(verb))
      .description(about)
      .argument('[exercise]', WHICH_EXERCISE)
      .action((id: string | undefined, options: ConnectionOptions) => run(id, verb, options));
  }
  withExerciseThen(exercise.command('speed'), 'n', SPEED)
    .description('set the speed of the exercise clock')
    .action((first: string | undefined, second: string | undefined, options: ConnectionOptions) => {
      const [id, speed] = lastArgument('n', first, second);
      return run(id, 'speed', options, { speed: speedOf(speed) });
    });
  withExerciseThen(
    exercise.command('run-to'),
    'time',
    'time since STARTEX, such as T+00:10, 1h30m or 90s; `off` cancels',
  )
    .description('run until an exercise time, and pause there')
    .action((first: string | undefined, second: string | undefined, options: ConnectionOptions) => {
      const [id, time] = lastArgument('time', first, second);
      return run(id, 'run-to', options, { to: time === 'off' ? null : timeOf(time) });
    });
  withConfirmation(withConnection(exercise.command('end')))
    .description('end the exercise (ENDEX); it cannot be started again')
    .argument('[exercise]', WHICH_EXERCISE)
    .action(end);
  withConfirmation(withJson(withConnection(exercise.command('delete'))))
    .description(
      'delete an exercise that is planned or has ended, with its log, its invitations and the accounts that are for it only',
    )
    .argument('<exercise>', 'id of the exercise')
    .action(remove);
}

/** The log of a long exercise takes a while. */
const DELETION_MS = 10 * 60_000;

const SPEED = 'exercise time per real time, 0.1 to 1000';

const PLAIN_VERBS = {
  pause: 'pause the exercise clock; nothing happens until it resumes',
  resume: 'resume the exercise clock',
  step: 'while paused: go to the next time at which something is due, process it, and pause there',
} as const;

/** `[exercise] <name>`: commander does not allow an optional argument before a required one. */
function withExerciseThen(command: Command, name: string, about: string): Command {
  return withConnection(command)
    .usage(`[options] [exercise] <${name}>`)
    .argument('[exercise]', WHICH_EXERCISE)
    .argument(`[${name}]`, about);
}

function lastArgument(
  name: string,
  first: string | undefined,
  second: string | undefined,
): [id: string | undefined, value: string] {
  if (first === undefined) throw unusable(`missing required argument '${name}'`);
  return second === undefined ? [undefined, first] : [first, second];
}

/** The API checks the bounds. */
function speedOf(text: string): number {
  const speed = Number(text);
  if (text.trim() === '' || !Number.isFinite(speed)) {
    throw unusable(`Speed ${JSON.stringify(text)} is not a number. Give one from 0.1 to 1000.`);
  }
  return speed;
}

async function list({ json, ...options }: ConnectionOptions & JsonOption): Promise<void> {
  printResult({ json }, await listExercises(await connectApi(options)), (exercises) =>
    tableText([
      ['EXERCISE', 'STATUS', 'TIME', 'SPEED', 'EVENTS', 'TITLE'],
      ...exercises.map((one) => [
        one.id,
        one.status,
        formatExerciseTime(one.time),
        `×${one.speed}`,
        String(one.lastSeq),
        english(one.title),
      ]),
    ]),
  );
}

async function show(named: string | undefined, { json, ...options }: ConnectionOptions & JsonOption): Promise<void> {
  printResult({ json }, await chooseExercise(await connectApi(options), named), (one) =>
    factsText([
      ['Exercise', one.id],
      ['Title', english(one.title)],
      ['Scenario', one.scenario],
      ['Status', one.status],
      ['Time', `${formatExerciseTime(one.time)} of ${formatDuration(one.durationMs)}`],
      ['Speed', `×${one.speed}`],
      ['Events', String(one.lastSeq)],
      ['Engine', String(one.engine)],
      ['Created', `${minuteText(one.createdAt)} UTC`],
    ]),
  );
}

/** Errors of a file are reported with file, line and column; the standard input is sent as it is. */
async function create(
  file: string,
  { json, seed, ...options }: ConnectionOptions & JsonOption & { seed?: string },
): Promise<void> {
  const scenario = file === '-' ? (await readInput(file)).toString('utf8') : authoredScenario(file);
  const api = await connectApi(options);
  const created = await api.send<ExerciseView>(path('exercises'), { json: { scenario, seed } });
  printResult({ json }, created, ({ id }) => `${id}\n`);
}

async function end(named: string | undefined, { yes, ...options }: ConnectionOptions & ConfirmOption): Promise<void> {
  const { id, title } = await chooseExercise(await connectApi(options), named);
  await confirm(`End the exercise ${id} (${english(title)}).`, { yes });
  await run(id, 'end', options);
}

/** It must be named: what `tandem use` selects is not deleted by mistake. */
async function remove(
  named: string,
  { yes, json, ...options }: ConnectionOptions & ConfirmOption & JsonOption,
): Promise<void> {
  const api = await connectApi(options);
  const { id, title, lastSeq } = await readExercise(api, named);
  await confirm(`Delete the exercise ${id} (${english(title)}) and its ${lastSeq} events.`, { yes });
  await api.send(path('exercises', id), { method: 'DELETE', timeoutMs: DELETION_MS });
  if ((await selectedExercise(api.url)) === id) await selectExercise(api.url, undefined);
  printResult({ json }, { exercise: id, deleted: true }, () => `${id} is deleted.\n`);
}

async function run(
  named: string | undefined,
  verb: ExerciseVerb,
  options: ConnectionOptions,
  body?: unknown,
): Promise<void> {
  const api = await connectApi(options);
  const id = named ?? announced(await chooseExercise(api, undefined));
  const answer = await commandExercise(api, id, verb, body);
  printWarnings(answer);
  const { status, time, speed } = await readExercise(api, id);
  const pending = 'status' in answer ? `. ${PENDING_TEXT}` : '';
  process.stdout.write(`${id}: ${status} at ${formatExerciseTime(time)}, ×${speed}${pending}\n`);
}

/** Who changes a clock without naming the exercise sees which one it is. */
function announced({ id, status, title }: ExerciseView): string {
  process.stderr.write(`Exercise ${tableText([[id, status, english(title)]])}`);
  return id;
}
