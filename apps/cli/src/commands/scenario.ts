/** `tandem scenario`: the scenarios that the server offers, through the API. */
import { Option, type Command } from 'commander';
import type { ScenarioPreview } from '#contracts/http/library.js';
import { formatDuration, formatExerciseTime } from '#contracts/scenario/duration.js';
import { english } from '#contracts/sentences/english.js';
import { idIn } from '../client/api-client.js';
import { connectApi, withConnection, type ConnectionOptions } from '../client/connection.js';
import { printResult, withJson, type JsonOption } from '../terminal/output.js';
import { tableText } from '../terminal/table.js';
import { harmless } from '../terminal/terminal-text.js';

interface ShowOptions extends ConnectionOptions, JsonOption {
  readonly source?: boolean;
}

export function addScenario(program: Command): void {
  const scenario = program.command('scenario').description('list and show the scenarios of the server');
  withJson(withConnection(scenario.command('list')))
    .description('list the scenarios')
    .action(list);
  withJson(withConnection(scenario.command('show')))
    .description(
      'show the units, sites, injects and expectations of a scenario, and what `tandem validate` reports of it',
    )
    .argument('<scenario>', 'its id')
    .addOption(new Option('--source', 'print its source, which `tandem exercise create -` reads').conflicts('json'))
    .action(show);
}

async function list({ json, ...options }: ConnectionOptions & JsonOption): Promise<void> {
  const api = await connectApi(options);
  const { items } = await api.call((routes) => routes.GET('/v1/scenarios', {}));
  printResult({ json }, items, (scenarios) =>
    tableText([
      ['SCENARIO', 'DURATION', 'PAK + CHN', 'SITES', 'INJECTS', 'TITLE'],
      ...scenarios.map(({ id, durationMs, units, sites, injects, title }) => [
        id,
        formatDuration(durationMs),
        `${units.PAK} + ${units.CHN}`,
        String(sites),
        String(injects),
        english(title),
      ]),
    ]),
  );
}

async function show(id: string, { json, source, ...options }: ShowOptions): Promise<void> {
  const api = await connectApi(options);
  const params = { path: { scenario: idIn(id) } };
  const scenario = await api.call((routes) => routes.GET('/v1/scenarios/{scenario}', { params }));
  if (source === true) process.stdout.write(scenario.source);
  else printResult({ json }, scenario, scenarioText);
}

type ScenarioSummary = Pick<
  ScenarioPreview,
  'id' | 'title' | 'description' | 'durationMs' | 'units' | 'sites' | 'expectations' | 'findings'
> & { readonly injects: readonly Pick<ScenarioPreview['injects'][number], 'id' | 'kind' | 'title' | 'at' | 'class'>[] };

function scenarioText({
  id,
  title,
  description,
  durationMs,
  units,
  sites,
  injects,
  expectations,
  findings,
}: ScenarioSummary): string {
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
