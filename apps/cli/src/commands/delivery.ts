/** `tandem delivery`: what was sent to the programs of remote units, and what came of it, through the API. */
import type { Command } from 'commander';
import type { DeliveryView } from '#contracts/http/remote-units.js';
import { formatExerciseTime } from '#domain/kernel/exercise-time.js';
import { path } from '../client/api-client.js';
import { connectExercise, withExercise, type ExerciseOptions } from '../client/connection.js';
import { everyPage } from '../client/every-page.js';
import { printResult, withJson, type JsonOption } from '../terminal/output.js';
import { tableText } from '../terminal/table.js';

interface ListOptions extends ExerciseOptions, JsonOption {
  readonly unit?: string;
  readonly status?: string;
}

export function addDelivery(program: Command): void {
  const delivery = program.command('delivery').description('list the messages to the programs of remote units');
  withJson(withExercise(delivery.command('list')))
    .description('list deliveries with their attempts, latest first')
    .option('--unit <id>', 'only those to this unit')
    .option('--status <status>', 'only these: pending, delivered, dropped; separate with commas')
    .action(list);
}

async function list({ json, unit, status, ...options }: ListOptions): Promise<void> {
  const { api, exercise } = await connectExercise(options);
  const found = await everyPage<DeliveryView>(api, path('exercises', exercise, 'deliveries'), { unit, status });
  printResult({ json }, found, (deliveries) =>
    tableText([
      ['DELIVERY', 'UNIT', 'KIND', 'ABOUT', 'AT', 'STATUS', 'ATTEMPTS', 'LAST ATTEMPT'],
      ...deliveries.map((one) => [
        one.id,
        one.unit,
        one.kind,
        one.subject,
        formatExerciseTime(one.at),
        one.reason === undefined ? one.status : `${one.status} (${one.reason})`,
        String(one.attemptCount),
        lastAttempt(one),
      ]),
    ]),
  );
}

/** `12:00:31 204 in 27 ms`, in UTC. */
function lastAttempt({ attempts }: DeliveryView): string {
  const last = attempts.at(-1);
  if (last === undefined) return '-';
  const result = [last.status, last.error].filter((part) => part !== undefined).join(' ');
  return `${last.at.slice(11, 19)} ${result} in ${last.latencyMs} ms`;
}
