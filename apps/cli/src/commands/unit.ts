/** `tandem unit`: who is there, and what a trainer sets of them, through the API. */
import type { Command } from 'commander';
import type { z } from 'zod';
import type { unitView } from '#contracts/http/units.js';
import { formatDuration } from '#contracts/scenario/duration.js';
import { path } from '../client/api-client.js';
import { applied } from '../client/commands.js';
import { connectApi, withConnection, type ConnectionOptions } from '../client/connection.js';
import { everyPage } from '../client/every-page.js';
import { chooseExercise } from '../client/exercises.js';
import { unusable } from '../failure.js';
import { english } from '#contracts/sentences/english.js';
import { tableText } from '../terminal/table.js';
import { durationOf } from '../arguments/time-argument.js';

type UnitView = z.infer<typeof unitView>;

interface UnitOptions extends ConnectionOptions {
  readonly exercise?: string;
}

interface LinkOptions extends UnitOptions {
  readonly latency?: string;
  readonly loss?: string;
}

export function addUnit(program: Command): void {
  const unit = program.command('unit').description('list units; hand one to a person, set its duty and links');
  const within = (command: Command): Command =>
    withConnection(command).option('--exercise <id>', 'absent: the latest that has not ended');
  within(unit.command('list'))
    .description('units with their duty, who plays them, their places and links')
    .option('--json', 'as JSON')
    .action(list);
  within(unit.command('mode'))
    .description('switch a unit between simulated, played (by a person) and remote (by a program)')
    .argument('<unit>', 'its id')
    .argument('<mode>', 'simulated, played or remote')
    .action((id: string, mode: string, options: UnitOptions) => setUnit(id, 'mode', { mode }, options));
  within(unit.command('duty'))
    .description('send a unit off duty, or call it back')
    .argument('<unit>', 'its id')
    .argument('<duty>', 'on or off')
    .action((id: string, duty: string, options: UnitOptions) => setUnit(id, 'duty', { duty }, options));
  within(unit.command('link'))
    .description('set the link to one unit, or to a whole side')
    .argument('<unit>', 'its id; or PAK or CHN, for the side')
    .argument('<status>', 'up, down or degraded')
    .option('--latency <duration>', 'degraded: what is added to each message, as 20s; absent: nothing')
    .option('--loss <chance>', 'degraded: how likely a message is lost, 0 to 1; absent: none is')
    .action(setLink);
}

async function list(options: UnitOptions & { json?: boolean }): Promise<void> {
  const api = await connectApi(options);
  const { id } = await chooseExercise(api, options.exercise);
  const units = await everyPage<UnitView>(api, path('exercises', id, 'units'));
  if (options.json === true) {
    process.stdout.write(`${JSON.stringify(units, undefined, 2)}\n`);
    return;
  }
  const rows = units.map((unit) => [
    unit.id,
    unit.side,
    unit.kind,
    unit.duty,
    unit.mode ?? '-',
    `${unit.engaged} of ${unit.capacity}`,
    linkText(unit.link),
    english(unit.name),
  ]);
  process.stdout.write(tableText([['UNIT', 'SIDE', 'KIND', 'DUTY', 'MODE', 'ENGAGED', 'LINK', 'NAME'], ...rows]));
}

function linkText(link: UnitView['link']): string {
  if (link === undefined) return '-';
  if (!('latencyMs' in link)) return link.status;
  return `degraded (${formatDuration(link.latencyMs)} late, ${Math.round(link.loss * 100)} % lost)`;
}

/** What may be set is the API's to check: it names what is allowed. */
async function setUnit(id: string, what: 'mode' | 'duty' | 'link', body: object, options: UnitOptions): Promise<void> {
  const api = await connectApi(options);
  const exercise = await chooseExercise(api, options.exercise);
  if (!(await applied(api, path('exercises', exercise.id, 'units', id, what), body, 'PUT'))) return;
  const { duty, mode, link } = await api.send<UnitView>(path('exercises', exercise.id, 'units', id));
  process.stdout.write(`${id}: ${duty} duty, ${mode}, link ${linkText(link)}\n`);
}

async function setLink(whose: string, status: string, options: LinkOptions): Promise<void> {
  const body = { link: { status, ...degradedBy(status, options) } };
  if (whose !== 'PAK' && whose !== 'CHN') {
    await setUnit(whose, 'link', body, options);
    return;
  }
  const api = await connectApi(options);
  const { id } = await chooseExercise(api, options.exercise);
  if (await applied(api, path('exercises', id, 'links', whose), body, 'PUT')) {
    process.stdout.write(`${whose}: link ${linkText(body.link as UnitView['link'])}\n`);
  }
}

/** A link that is degraded by nothing is up, and one that is up or down loses nothing by halves. @throws Failure */
function degradedBy(status: string, { latency, loss }: LinkOptions): { latencyMs?: number; loss?: number } {
  const isGiven = latency !== undefined || loss !== undefined;
  if (status !== 'degraded') {
    if (isGiven) throw unusable(`--latency and --loss are of a link that is degraded; this one is to be ${status}`);
    return {};
  }
  if (!isGiven) throw unusable('Say how the link is degraded: --latency 20s, --loss 0.3, or both');
  const chance = Number(loss ?? 0);
  if (loss?.trim() === '' || Number.isNaN(chance)) throw unusable(`Loss ${loss}: give a chance from 0 to 1`);
  return { latencyMs: durationOf(latency ?? '0s'), loss: chance };
}
