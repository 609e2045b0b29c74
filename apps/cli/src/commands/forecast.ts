/** `tandem forecast`: what comes of an exercise if nobody acts from now on. */
import type { Command } from 'commander';
import type { ForecastView } from '#contracts/http/forecast.js';
import { formatExerciseTime } from '#contracts/scenario/duration.js';
import { idIn } from '../client/api-client.js';
import { connectApi, withConnection, type ConnectionOptions } from '../client/connection.js';
import { chooseExercise } from '../client/exercises.js';
import { unusable } from '../failure.js';
import { tableText } from '../terminal/table.js';

interface ForecastOptions extends ConnectionOptions {
  readonly runs?: string;
  readonly json?: boolean;
}

export function addForecast(program: Command): void {
  withConnection(program.command('forecast'))
    .description(
      'what comes of an exercise if nobody acts from now on: chances of expectations and chains, from many runs of its rest; ' +
        'nothing is stored',
    )
    .argument('[exercise]', 'its id; absent: the latest that has not ended')
    .option('--runs <n>', 'how many runs, 100 to 1000; absent: 200')
    .option('--json', 'the forecast as JSON')
    .action(forecast);
}

async function forecast(exercise: string | undefined, options: ForecastOptions): Promise<void> {
  const runs = options.runs === undefined ? undefined : runsOf(options.runs);
  const api = await connectApi(options);
  const { id } = await chooseExercise(api, exercise);
  const params = { path: { exercise: idIn(id) } };
  const answer = await api.call((routes) =>
    routes.POST('/v1/exercises/{exercise}/forecast', { params, body: { runs } }),
  );
  process.stdout.write(options.json === true ? `${JSON.stringify(answer, undefined, 2)}\n` : forecastText(answer));
}

function runsOf(text: string): number {
  if (/^\d{3,4}$/.test(text) && Number(text) >= 100 && Number(text) <= 1_000) return Number(text);
  throw unusable(`--runs ${text}: give a whole number from 100 to 1000`);
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
    chains.length === 0 ? 'No chain is at work.\n' : ofChains,
    expectations.length === 0 ? 'No expectation is open.\n' : ofExpectations,
  ].join('\n');
}

function percent(share: number | undefined): string {
  return share === undefined ? '-' : `${Math.round(share * 100)} %`;
}
