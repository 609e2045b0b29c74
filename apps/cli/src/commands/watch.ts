/** `tandem watch`: an exercise as it happens, for people, or as JSON lines for programs. */
import type { Command } from 'commander';
import type { EventView } from '#contracts/http/events.js';
import { english } from '#contracts/sentences/english.js';
import type { ApiClient } from '../client/api-client.js';
import { chooseExercise, type ExerciseView } from '../client/exercises.js';
import { connectApi, WHICH_EXERCISE, withConnection, type ConnectionOptions } from '../client/connection.js';
import { repeatable } from '../arguments/list-argument.js';
import { unusable } from '../failure.js';
import { EventPrinter } from '../terminal/event-printer.js';
import { readNames, type ExerciseNames } from '../terminal/exercise-names.js';
import { paintFor } from '../terminal/paint.js';
import { harmless } from '../terminal/terminal-text.js';
import { FollowLog } from '../client/follow-log.js';
import { EventFilter, type FilterOptions } from '../watch/event-filter.js';
import { eventsAfter, lastBefore, sinceTime } from '../watch/event-history.js';

interface WatchOptions extends ConnectionOptions, FilterOptions {
  readonly after?: string;
  readonly since?: string;
  readonly follow: boolean;
  readonly json?: boolean;
  readonly all?: boolean;
  readonly ids?: boolean;
  readonly bell?: boolean;
}

export function addWatch(program: Command): void {
  withConnection(program.command('watch'))
    .description(
      'follow an exercise: each event once and in order, across reconnects and restarts; with several filters, an event ' +
        'must match all of them; a filter that is given several times matches any of its values',
    )
    .argument('[exercise]', WHICH_EXERCISE)
    .option('--incident <id>', 'only events about this incident, as INC-0001; repeatable', repeatable)
    .option('--site <site>', 'only events about this site, by id or name, and its incidents; repeatable', repeatable)
    .option('--side <side>', 'only events that name this side or one of its units: PAK or CHN; repeatable', repeatable)
    .option(
      '--type <type>',
      'only events of this type, as IncidentOpened, or of this group, as incident; repeatable',
      repeatable,
    )
    .option(
      '--severity <severity>',
      'only events about incidents that have this severity at that time, as Extreme; repeatable',
      repeatable,
    )
    .option('--after <seq>', 'number of the last event that you have, or `end` for new ones only')
    .option('--since <time>', 'from this exercise time, as T+00:10, or from that long ago in exercise time, as 10m')
    .option('--no-follow', 'show what has happened, and end')
    .option('--all', 'every event, including each message on its way')
    .option('--ids', 'ids of units and sites instead of their names')
    .option('--bell', 'ring the bell of the terminal at new events')
    .option('--json', 'one JSON object per line: each event as the API sends it')
    .action(watch);
}

async function watch(named: string | undefined, options: WatchOptions): Promise<void> {
  if (options.after !== undefined && options.since !== undefined) throw unusable('Use either --after or --since.');
  const api = await connectApi(options);
  const exercise = await chooseExercise(api, named);
  const after = await startOf(api, exercise, options);
  const names = await readNames(api, exercise.id);
  const filter = new EventFilter(options, names);
  const show = options.json === true ? jsonLines(filter) : textLines(exercise, names, filter, options);
  await readFacts(api, exercise.id, after, filter);

  const isReadFirst = !options.follow || !filter.isEmpty;
  const position = isReadFirst ? await showHistory(api, exercise.id, after, filter, show) : after;
  if (options.follow) await follow(api, exercise, position, show, options.bell === true);
}

/** Shows events. @returns how many of them were shown */
type ShowEvents = (events: readonly EventView[]) => number;

/** @returns the number of the last event that is not wanted any more */
async function startOf(api: ApiClient, exercise: ExerciseView, { after = '0', since }: WatchOptions): Promise<number> {
  if (since !== undefined) {
    return lastBefore(api, exercise.id, sinceTime(since, exercise.time), exercise.lastSeq);
  }
  if (after === 'end') return exercise.lastSeq;
  if (/^\d{1,15}$/.test(after)) return Number(after);
  throw unusable(`--after ${after}: give the number of an event, or \`end\``);
}

/** What the filter must know of incidents that were opened before the first event that is shown. */
async function readFacts(api: ApiClient, exercise: string, after: number, filter: EventFilter): Promise<void> {
  if (filter.typesBefore.length === 0 || after === 0) return;
  for await (const { events } of eventsAfter(api, exercise, 0, { type: filter.typesBefore.join(',') })) {
    for (const event of events) {
      if (event.seq > after) return;
      filter.next(event);
    }
  }
}

/** @returns the number of the last event in the log */
async function showHistory(
  api: ApiClient,
  exercise: string,
  after: number,
  filter: EventFilter,
  show: ShowEvents,
): Promise<number> {
  let position = after;
  for await (const { events, last } of eventsAfter(api, exercise, after, filter.query)) {
    show(events);
    position = Math.max(position, last);
  }
  return position;
}

async function follow(
  api: ApiClient,
  exercise: ExerciseView,
  after: number,
  show: ShowEvents,
  rings: boolean,
): Promise<void> {
  let hasEnded = exercise.status === 'ended';
  const log = new FollowLog({
    url: api.url,
    token: api.token,
    exercise: exercise.id,
    after,
    onEvents: (events) => {
      const fresh = events.findIndex(({ seq }) => seq > exercise.lastSeq);
      const known = fresh === -1 ? events : events.slice(0, fresh);
      show(known);
      // On the standard error: what is piped on stays as it is.
      if (show(events.slice(known.length)) > 0 && rings) process.stderr.write('\u0007');
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
}

function textLines(
  { title, id }: ExerciseView,
  names: ExerciseNames,
  filter: EventFilter,
  { all, ids }: WatchOptions,
): ShowEvents {
  const paint = paintFor(process.stdout);
  const print = (line: string): void => void process.stdout.write(`${line}\n`);
  print(`${paint('bold', 'EXERCISE')} ${harmless(english(title))} · ${id} · nothing in it is real`);
  const printer = new EventPrinter({
    print,
    paint,
    columns: () => process.stdout.columns,
    names,
    showsIds: ids,
    // A filter by type also shows types that are hidden by default.
    all: all === true || filter.namesTypes,
    accepts: (event) => filter.next(event),
  });
  return (events) => printer.show(events);
}

function jsonLines(filter: EventFilter): ShowEvents {
  return (events) => {
    const shown = events.filter((event) => filter.next(event));
    process.stdout.write(shown.map((event) => `${JSON.stringify(event)}\n`).join(''));
    return shown.length;
  };
}
