/** `tandem unit endpoint`: where the program of a remote unit is reached, through the API. */
import type { Command } from 'commander';
import type { z } from 'zod';
import type { endpointList, EndpointView } from '#contracts/http/remote-units.js';
import { path } from '../client/api-client.js';
import { connectExercise, withExercise, type ExerciseOptions } from '../client/connection.js';
import { confirm, withConfirmation, type ConfirmOption } from '../terminal/confirm.js';
import { printResult, withJson, type JsonOption } from '../terminal/output.js';
import { factsText, minuteText, tableText } from '../terminal/table.js';

interface SetOptions extends ExerciseOptions, JsonOption {
  readonly newSecret?: boolean;
  readonly disabled?: boolean;
}

type EndpointList = z.infer<typeof endpointList>;

const UNIT = 'its id';

export function addUnitEndpoint(unit: Command): void {
  const endpoint = unit
    .command('endpoint')
    .description('set, list, show and remove the endpoint of the program of a remote unit');
  withJson(withExercise(endpoint.command('set')))
    .description('set the endpoint, and print its secret when it is new; what waits for it is sent at once')
    .argument('<unit>', UNIT)
    .argument('<url>', 'where messages are posted, such as https://unit.example.org/tandem')
    .option('--new-secret', 'make a new secret; the old one is refused from then on')
    .option('--disabled', 'deliver nothing until it is set again without this option')
    .action(set);
  withJson(withExercise(endpoint.command('list')))
    .description('list the endpoints, each with its circuit breaker and what waits')
    .action(list);
  withJson(withExercise(endpoint.command('show')))
    .description('show the endpoint, its circuit breaker and what waits')
    .argument('<unit>', UNIT)
    .action(show);
  withConfirmation(withExercise(endpoint.command('remove')))
    .description('remove the endpoint: the program can neither receive nor answer any more')
    .argument('<unit>', UNIT)
    .action(remove);
}

async function set(unit: string, url: string, { json, newSecret, disabled, ...options }: SetOptions): Promise<void> {
  const { api, exercise } = await connectExercise(options);
  const body = { url, enabled: disabled !== true, newSecret: newSecret === true };
  const route = path('exercises', exercise, 'units', unit, 'endpoint');
  printResult({ json }, await api.send<EndpointView>(route, { method: 'PUT', json: body }), textOf);
}

async function list({ json, ...options }: ExerciseOptions & JsonOption): Promise<void> {
  const { api, exercise } = await connectExercise(options);
  const endpoints = await api.send<EndpointList>(path('exercises', exercise, 'endpoints'));
  printResult({ json }, endpoints, ({ items }) =>
    tableText([
      ['UNIT', 'ADDRESS', 'ENABLED', 'MODE', 'CIRCUIT', 'WAITING', 'LAST ERROR'],
      ...items.map(({ unit, url, enabled, mode, circuit, pending, lastError }) => [
        unit,
        url,
        enabled ? 'yes' : 'no',
        mode,
        circuit.state,
        String(pending),
        lastError ?? '',
      ]),
    ]),
  );
}

async function show(unit: string, { json, ...options }: ExerciseOptions & JsonOption): Promise<void> {
  const { api, exercise } = await connectExercise(options);
  printResult({ json }, await api.send<EndpointView>(path('exercises', exercise, 'units', unit, 'endpoint')), textOf);
}

async function remove(unit: string, options: ExerciseOptions & ConfirmOption): Promise<void> {
  const { api, exercise } = await connectExercise(options);
  await confirm(`Remove the endpoint of ${unit}; another one will have another secret.`, options);
  await api.send(path('exercises', exercise, 'units', unit, 'endpoint'), { method: 'DELETE' });
  process.stdout.write(`${unit}: endpoint removed\n`);
}

function textOf(endpoint: EndpointView): string {
  const { unit, url, enabled, mode, circuit, pending, lastSuccessAt, lastFailureAt, lastError, secret } = endpoint;
  const hint = mode === 'remote' ? '' : ` (nothing is delivered before \`tandem unit mode ${unit} remote\`)`;
  const until = circuit.openUntil === undefined ? '' : ` until ${circuit.openUntil.slice(11, 19)} UTC`;
  const failures = circuit.failures === 0 ? '' : `, ${circuit.failures} failures in a row`;
  return factsText([
    ['Unit', unit],
    ['Address', url],
    ['Enabled', enabled ? 'yes' : 'no'],
    ['Mode', `${mode}${hint}`],
    ['Circuit', `${circuit.state}${until}${failures}`],
    ['Waiting', String(pending)],
    ['Last success', lastSuccessAt && minuteText(lastSuccessAt)],
    ['Last failure', lastFailureAt && `${minuteText(lastFailureAt)} ${lastError ?? ''}`],
    ['Secret', secret && `${secret} (shown once)`],
  ]);
}
