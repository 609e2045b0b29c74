/** `tandem unit`: reads units and sets their mode, duty and links, through the API. */
import type { Command } from 'commander';
import type { z } from 'zod';
import type { unitView } from '#contracts/http/units.js';
import { formatDuration } from '#contracts/scenario/duration.js';
import { path } from '../client/api-client.js';
import { applied } from '../client/commands.js';
import { connectExercise, withExercise, type ExerciseOptions } from '../client/connection.js';
import { everyPage } from '../client/every-page.js';
import { unusable } from '../failure.js';
import { english } from '#contracts/sentences/english.js';
import { printResult, withJson, type JsonOption } from '../terminal/output.js';
import { factsText, tableText } from '../terminal/table.js';
import { durationOf } from '../arguments/time-argument.js';
import { addUnitEndpoint } from './unit-endpoint.js';

type UnitView = z.infer<typeof unitView>;

interface LinkOptions extends ExerciseOptions {
  readonly latency?: string;
  readonly loss?: string;
}

export function addUnit(program: Command): void {
  const unit = program.command('unit').description('list and show units; set their mode, duty and links');
  withJson(withExercise(unit.command('list')))
    .description('list units with duty, mode, engagements and links')
    .action(list);
  withJson(withExercise(unit.command('show')))
    .description('show a unit')
    .argument('<unit>', 'its id')
    .action(show);
  withExercise(unit.command('mode'))
    .description('set who answers for a unit: the simulation, a person (played) or a program (remote)')
    .argument('<unit>', 'its id')
    .argument('<mode>', 'simulated, played or remote')
    .action((id: string, mode: string, options: ExerciseOptions) => setUnit(id, 'mode', { mode }, options));
  withExercise(unit.command('duty'))
    .description('set a unit on or off duty')
    .argument('<unit>', 'its id')
    .argument('<duty>', 'on or off')
    .action((id: string, duty: string, options: ExerciseOptions) => setUnit(id, 'duty', { duty }, options));
  withExercise(unit.command('link'))
    .description('set the communication link to a unit or to a whole side')
    .argument('<unit>', 'id of the unit; PAK or CHN for the side')
    .argument('<status>', 'up, down or degraded')
    .option('--latency <duration>', 'degraded: delay added to each message, such as 20s (default: none)')
    .option('--loss <chance>', 'degraded: chance that a message is lost, 0 to 1 (default: 0)')
    .action(setLink);
  addUnitEndpoint(unit);
}

async function list({ json, ...options }: ExerciseOptions & JsonOption): Promise<void> {
  const { api, exercise } = await connectExercise(options);
  printResult({ json }, await everyPage<UnitView>(api, path('exercises', exercise, 'units')), (units) =>
    tableText([
      ['UNIT', 'SIDE', 'KIND', 'DUTY', 'MODE', 'ENGAGED', 'LINK', 'NAME'],
      ...units.map((unit) => [
        unit.id,
        unit.side,
        unit.kind,
        unit.duty,
        unit.mode ?? '-',
        `${unit.engaged} of ${unit.capacity}`,
        linkText(unit.link),
        english(unit.name),
      ]),
    ]),
  );
}

async function show(id: string, { json, ...options }: ExerciseOptions & JsonOption): Promise<void> {
  const { api, exercise } = await connectExercise(options);
  printResult({ json }, await api.send<UnitView>(path('exercises', exercise, 'units', id)), (unit) =>
    factsText([
      ['Unit', unit.id],
      ['Name', english(unit.name)],
      ['Side', unit.side],
      ['Kind', unit.kind],
      ['Actions', unit.authority.join(', ')],
      ['Duty', unit.duty],
      ['Mode', unit.mode],
      ['Engaged', `${unit.engaged} of ${unit.capacity}`],
      ['Link', unit.link && linkText(unit.link)],
      ['Sites', unit.jurisdiction.sites?.join(', ')],
      ['Provinces', unit.jurisdiction.provinces?.join(', ')],
      ['Consular districts', unit.jurisdiction.consularDistricts?.join(', ')],
    ]),
  );
}

function linkText(link: UnitView['link']): string {
  if (link === undefined) return '-';
  if (!('latencyMs' in link)) return link.status;
  return `degraded (${formatDuration(link.latencyMs)} late, ${Math.round(link.loss * 100)} % lost)`;
}

/** The API checks the value and names the allowed ones. */
async function setUnit(
  id: string,
  what: 'mode' | 'duty' | 'link',
  body: object,
  options: ExerciseOptions,
): Promise<void> {
  const { api, exercise } = await connectExercise(options);
  const route = path('exercises', exercise, 'units', id);
  if (!(await applied(api, `${route}/${what}`, body, 'PUT'))) return;
  const { duty, mode, link } = await api.send<UnitView>(route);
  process.stdout.write(`${id}: ${duty} duty, ${mode}, link ${linkText(link)}\n`);
}

async function setLink(unitOrSide: string, status: string, options: LinkOptions): Promise<void> {
  const body = { link: { status, ...degradedBy(status, options) } };
  if (unitOrSide !== 'PAK' && unitOrSide !== 'CHN') {
    await setUnit(unitOrSide, 'link', body, options);
    return;
  }
  const { api, exercise } = await connectExercise(options);
  if (await applied(api, path('exercises', exercise, 'links', unitOrSide), body, 'PUT')) {
    process.stdout.write(`${unitOrSide}: link ${linkText(body.link as UnitView['link'])}\n`);
  }
}

/** Only a degraded link has a latency or a loss, and needs at least one of them. @throws Failure */
function degradedBy(status: string, { latency, loss }: LinkOptions): { latencyMs?: number; loss?: number } {
  const isGiven = latency !== undefined || loss !== undefined;
  if (status !== 'degraded') {
    if (isGiven)
      throw unusable(`--latency and --loss apply to the status degraded only, not to ${JSON.stringify(status)}.`);
    return {};
  }
  if (!isGiven) throw unusable('A degraded link needs --latency 20s, --loss 0.3, or both.');
  const chance = Number(loss ?? 0);
  if (loss?.trim() === '' || Number.isNaN(chance))
    throw unusable(`Loss ${JSON.stringify(loss)} is not a number. Give a chance from 0 to 1.`);
  return { latencyMs: durationOf(latency ?? '0s'), loss: chance };
}
