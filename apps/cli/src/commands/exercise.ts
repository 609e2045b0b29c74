/** `tandem exercise`: opens exercises and runs their clock, through the API. */
import type { Command } from 'commander';
import { formatExerciseTime } from '#contracts/scenario/duration.js';
import { path } from '../client/api-client.js';
import { connectApi, withConnection, type ConnectionOptions } from '../client/connection.js';
import {
  commandExercise,
  listExercises,
  nameOrOnly,
  readExercise,
  type ExerciseVerb,
  type ExerciseView,
} from '../client/exercises.js';
import { tellWarnings } from '../client/warnings.js';
import { unusable } from '../failure.js';
import { tableText } from '../terminal/table.js';
import { readInput } from '../files/input-file.js';
import { authoredScenario } from '../files/scenario-input.js';
import { timeOf } from '../arguments/time-argument.js';

export function addExercise(program: Command): void {
  const exercise = program.command('exercise').description('open exercises and run their clock');
  withConnection(exercise.command('list')).description('list exercises, latest first').action(list);
  withConnection(exercise.command('load').alias('create'))
    .description('open an exercise from a scenario file and what it includes; prints its id')
    .argument('<file>', 'scenario, YAML or JSON; `-` is the standard input')
    .option('--seed <seed>', "for the random draws; absent: the scenario's")
    .action(load);
  withConnection(exercise.command('start'))
    .description('STARTEX')
    .argument('[exercise]', ONLY_ONE)
    .option('--speed <n>', 'exercise time per wall time, 0.1 to 1000', '1')
    .action((id: string | undefined, options: ConnectionOptions & { speed: string }) =>
      command(id, 'start', options, { speed: speedOf(options.speed) }),
    );
  for (const [verb, about] of Object.entries(PLAIN_VERBS) as [keyof typeof PLAIN_VERBS, string][]) {
    withConnection(exercise.command(verb))
      .description(about)
      .argument('[exercise]', ONLY_ONE)
      .action((id: string | undefined, options: ConnectionOptions) => command(id, verb, options));
  }
  withConnection(exercise.command('end'))
    .description('ENDEX; it is final')
    .argument('<exercise>', 'its id; it is never left out, since the end of another one could not be taken back')
    .action((id: string, options: ConnectionOptions) => command(id, 'end', options));
  withOneOrTwo(exercise.command('speed'), 'n', 'exercise time per wall time, 0.1 to 1000')
    .description('set the speed of the exercise clock')
    .action((first: string | undefined, second: string | undefined, options: ConnectionOptions) => {
      const [id, speed] = lastNeeded('n', first, second);
      return command(id, 'speed', options, { speed: speedOf(speed) });
    });
  withOneOrTwo(exercise.command('run-to'), 'time', 'since STARTEX, as T+00:10, 1h30m or 90s; `off` takes the mark back')
    .description('run, on if the clock stands, until an exercise time, and stand there')
    .action((first: string | undefined, second: string | undefined, options: ConnectionOptions) => {
      const [id, time] = lastNeeded('time', first, second);
      return command(id, 'run-to', options, { to: time === 'off' ? null : timeOf(time) });
    });
}

const ONLY_ONE = 'its id; absent: the only one that has not ended';

const PLAIN_VERBS = {
  pause: 'pause: the exercise clock stands, no timer fires',
  resume: 'resume after a pause',
  step: 'while paused: go to the next time at which something is due, let it happen, and stand there',
} as const;

/** `[exercise] <name>`: commander knows no optional argument before one that is needed. */
function withOneOrTwo(command: Command, name: string, about: string): Command {
  return withConnection(command)
    .usage(`[options] [exercise] <${name}>`)
    .argument('[exercise]', ONLY_ONE)
    .argument(`[${name}]`, about);
}

function lastNeeded(
  name: string,
  first: string | undefined,
  second: string | undefined,
): [id: string | undefined, value: string] {
  if (first === undefined) throw unusable(`missing required argument '${name}'`);
  return second === undefined ? [undefined, first] : [first, second];
}

/** The bounds are the API's to check. */
function speedOf(text: string): number {
  const speed = Number(text);
  if (text.trim() === '' || !Number.isFinite(speed)) throw unusable(`Speed ${text}: give a number, 0.1 to 1000`);
  return speed;
}

async function list(options: ConnectionOptions): Promise<void> {
  const exercises = await listExercises(await connectApi(options));
  const rows = exercises.map((one) => [
    one.id,
    one.status,
    formatExerciseTime(one.time),
    `×${one.speed}`,
    String(one.lastSeq),
    one.title['en'] ?? '',
  ]);
  process.stdout.write(tableText([['EXERCISE', 'STATUS', 'TIME', 'SPEED', 'EVENTS', 'TITLE'], ...rows]));
}

/** A file with all that it includes, its faults told by file, line and column; the standard input as it is. */
async function load(file: string, options: ConnectionOptions & { seed?: string }): Promise<void> {
  const scenario = file === '-' ? (await readInput(file)).toString('utf8') : authoredScenario(file);
  const api = await connectApi(options);
  const { id } = await api.send<ExerciseView>(path('exercises'), { json: { scenario, seed: options.seed } });
  process.stdout.write(`${id}\n`);
}

async function command(
  named: string | undefined,
  verb: ExerciseVerb,
  options: ConnectionOptions,
  body?: unknown,
): Promise<void> {
  const api = await connectApi(options);
  const id = await nameOrOnly(api, named);
  const answer = await commandExercise(api, id, verb, body);
  tellWarnings(answer);
  const { status, time, speed } = await readExercise(api, id);
  const pending = 'status' in answer ? '; the command is stored, and will be applied when a worker gets to it' : '';
  process.stdout.write(`${id}: ${status} at ${formatExerciseTime(time)}, ×${speed}${pending}\n`);
}
