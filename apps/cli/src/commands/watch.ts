/** `tandem watch`: an exercise as it happens, for people, or as JSON lines for programs. */
import type { Command } from 'commander';
import type { EventView } from '#contracts/http/events.js';
import { chooseExercise } from '../client/exercises.js';
import { connectApi, withConnection, type ConnectionOptions } from '../client/connection.js';
import { unusable } from '../failure.js';
import { EventPrinter } from '../terminal/event-printer.js';
import { paintFor } from '../terminal/paint.js';
import { FollowLog } from '../client/follow-log.js';

interface WatchOptions extends ConnectionOptions {
  readonly after?: string;
  readonly json?: boolean;
  readonly all?: boolean;
}

export function addWatch(program: Command): void {
  withConnection(program.command('watch'))
    .description('follow an exercise; each event once and in order, whatever reconnects and restarts come in between')
    .argument('[exercise]', 'id of the exercise; absent: the latest that has not ended')
    .option('--after <seq>', 'number of the last event that you have, or `end` for new ones only', '0')
    .option('--all', 'every event, the messages under way, too')
    .option('--json', 'one JSON object per line: every event as the API sends it')
    .action(watch);
}

async function watch(named: string | undefined, options: WatchOptions): Promise<void> {
  const api = await connectApi(options);
  const exercise = await chooseExercise(api, named);
  const after = cursorOf(options.after ?? '0', exercise.lastSeq);
  const show = options.json === true ? printJson : await lines(options);
  let hasEnded = exercise.status === 'ended';

  const log = new FollowLog({
    url: api.url,
    token: api.token,
    exercise: exercise.id,
    after,
    onEvents: (events) => {
      show(events);
      hasEnded ||= events.some(({ type }) => type === 'ExerciseEnded');
      if (hasEnded && log.cursor >= exercise.lastSeq) log.close();
    },
    onTrouble: (trouble) => process.stderr.write(`${trouble ?? 'connected again'}\n`),
  });
  // The reader of a pipe that has seen enough, and Ctrl-C, are no faults.
  process.stdout.on('error', () => log.close());
  const interrupt = (): void => log.close();
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
  if (hasEnded && after >= exercise.lastSeq) return;
  await log.start().ended;

  async function lines({ all }: WatchOptions): Promise<(events: readonly EventView[]) => void> {
    const paint = paintFor(process.stdout);
    const print = (line: string): void => void process.stdout.write(`${line}\n`);
    const title = exercise.title['en'] ?? '';
    print(`${paint('bold', 'EXERCISE')} ${title} · ${exercise.id} · nothing in it is real`);
    const printer = new EventPrinter({ print, paint, columns: () => process.stdout.columns, all });
    await printer.learnSides(api, exercise.id);
    return (events) => printer.show(events);
  }
}

function printJson(events: readonly EventView[]): void {
  process.stdout.write(events.map((event) => `${JSON.stringify(event)}\n`).join(''));
}

function cursorOf(text: string, end: number): number {
  if (text === 'end') return end;
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw unusable(`--after ${text}: give the number of an event, or \`end\``);
}
