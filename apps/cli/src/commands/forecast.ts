/** `tandem forecast`: how an exercise ends if nobody acts from now on. */
import type { Command } from 'commander';
import type { ForecastView } from '#contracts/http/forecast.js';
import { formatExerciseTime } from '#contracts/scenario/duration.js';
import { idIn } from '../client/api-client.js';
import { connectExercise, WHICH_EXERCISE, withConnection, type ConnectionOptions } from '../client/connection.js';
import { unusable } from '../failure.js';
import { printResult, withJson, type JsonOption } from '../terminal/output.js';
import { tableText } from '../terminal/table.js';

interface ForecastOptions extends ConnectionOptions, JsonOption {
  readonly runs?: string;
}

export function addForecast(program: Command): void {
  withJson(withConnection(program.command('forecast')))
    .description(
      'forecast an exercise if nobody acts from now on: the chances of its expectations and chains, from many runs of the ' +
        'rest of it; nothing is stored',
    )
    .argument('[exercise]', WHICH_EXERCISE)
    .option('--runs <n>', 'number of runs, 100 to 1000 (default: 200)')
    .action(forecast);
}

async function forecast(named: string | undefined, { runs: text, json, ...options }: ForecastOptions): Promise<void> {
  const runs = text === undefined ? undefined : runsOf(text);
  const { api, exercise } = await connectExercise({ ...options, exercise: named });
  const params = { path: { exercise: idIn(exercise) } };
  const answer = await api.call((routes) =>
    routes.POST('/v1/exercises/{exercise}/forecast', { params, body: { runs } }),
  );
  printResult({ json }, answer, forecastText);
}

function runsOf(text: string): number {
  if (/^\d{3,4}$/.test(text) && Number(text) >= 100 && Number(text) <= 1_000) return Number(text);
  throw unusable(`--runs is ${text}; it must be a whole number from 100 to 1000.`);
}

export function forecastText({ exercise, at, runs, tookMs, expectations, chains }: ForecastView): string {
  const head = `FORECAST of ${exercise} at ${formatExerciseTime(at)} if nobody acts: ${runs} runs in ${tookMs} ms\n`;
  const ofChains = tableText([
    ['INCIDENT', 'CHAIN', 'BY', 'EXHAUSTED', 'JOINT BY THEN', 'JOINT', 'RESOLVED'],
    ...chains.map((one) => [
      one.incident,
      one.chain,
      one.deadline === undefined ? '-' : formatExerciseTime(one.deadline),
      percent(one.exhausted),
      percent(one.jointByDeadline),
      percent(one.joint),
      percent(one.resolved),
    ]),
  ]);
  const ofExpectations = tableText([
    ['EXPECTATION', 'MET', 'MISSED', 'N/A'],
    ...expectations.map((one) => [one.expectation, percent(one.met), percent(one.missed), percent(one.notApplicable)]),
  ]);
  return [
    head,
    chains.length === 0 ? 'No chain is active.\n' : ofChains,
    expectations.length === 0 ? 'No expectation is open.\n' : ofExpectations,
  ].join('\n');
}

function percent(share: number | undefined): string {
  return share === undefined ? '-' : `${Math.round(share * 100)} %`;
}
