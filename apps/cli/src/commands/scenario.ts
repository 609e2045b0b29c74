/** `tandem scenario`: the scenarios that the server offers, through the API. */
import type { Command } from 'commander';
import type { ScenarioPreview } from '#contracts/http/library.js';
import { formatDuration, formatExerciseTime } from '#contracts/scenario/duration.js';
import { english } from '#contracts/sentences/english.js';
import { idIn } from '../client/api-client.js';
import { connectApi, withConnection, type ConnectionOptions } from '../client/connection.js';
import { tableText } from '../terminal/table.js';
import { harmless } from '../terminal/terminal-text.js';

interface ScenarioOptions extends ConnectionOptions {
  readonly json?: boolean;
  readonly source?: boolean;
}

export function addScenario(program: Command): void {
  const scenario = program.command('scenario').description('the scenarios that the server offers');
  withConnection(scenario.command('list')).description('list them').option('--json', 'as JSON').action(list);
  withConnection(scenario.command('show'))
    .description('units, sites, script and expectations of one, and what the lint says')
    .argument('<scenario>', 'its id')
    .option('--json', 'as JSON')
    .option('--source', 'its source instead, which `tandem exercise load -` takes')
    .action(show);
}

async function list(options: ScenarioOptions): Promise<void> {
  const api = await connectApi(options);
  const { items } = await api.call((routes) => routes.GET('/v1/scenarios', {}));
  if (options.json === true) {
    process.stdout.write(`${JSON.stringify(items, undefined, 2)}\n`);
    return;
  }
  const rows = items.map(({ id, durationMs, units, sites, injects, title }) => [
    id,
    formatDuration(durationMs),
    `${units.PAK} + ${units.CHN}`,
    String(sites),
    String(injects),
    english(title),
  ]);
  process.stdout.write(tableText([['SCENARIO', 'DURATION', 'PAK + CHN', 'SITES', 'INJECTS', 'TITLE'], ...rows]));
}

async function show(id: string, options: ScenarioOptions): Promise<void> {
  const api = await connectApi(options);
  const params = { path: { scenario: idIn(id) } };
  const scenario = await api.call((routes) => routes.GET('/v1/scenarios/{scenario}', { params }));
  if (options.source === true) process.stdout.write(scenario.source);
  else process.stdout.write(options.json === true ? `${JSON.stringify(scenario, undefined, 2)}\n` : textOf(scenario));
}

type Shown = Pick<
  ScenarioPreview,
  'id' | 'title' | 'description' | 'durationMs' | 'units' | 'sites' | 'expectations' | 'findings'
> & { readonly injects: readonly Pick<ScenarioPreview['injects'][number], 'id' | 'kind' | 'title' | 'at' | 'class'>[] };

function textOf({ id, title, description, durationMs, units, sites, injects, expectations, findings }: Shown): string {
  const about = description === undefined ? '' : `${english(description).trim()}\n`;
  return [
    harmless(`${id}: ${english(title)}, ${formatDuration(durationMs)}`) + `\n${about}`,
    tableText([['UNIT', 'SIDE', 'KIND', 'MODE'], ...units.map((one) => [one.id, one.side, one.kind, one.mode])]),
    tableText([
      ['SITE', 'KIND', 'PROVINCE', 'POSITION'],
      ...sites.map(({ id: site, kind, province, position }) => [
        site,
        kind,
        province,
        `${position.lat}, ${position.lon}`,
      ]),
    ]),
    tableText([
      ['AT', 'INJECT', 'KIND', 'CLASS', 'TITLE'],
      ...injects.map((one) => [
        one.at === undefined ? 'on condition' : formatExerciseTime(one.at),
        one.id,
        one.kind,
        one.class ?? '-',
        one.title === undefined ? '' : english(one.title),
      ]),
    ]),
    tableText([['EXPECTATION', 'WHAT'], ...expectations.map((one) => [one.id, one.text])]),
    findings.map(({ level, code, message }) => `${harmless(`${level}: ${message} (${code})`)}\n`).join(''),
  ]
    .filter((part) => part !== '')
    .join('\n');
}
