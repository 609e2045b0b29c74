/** An exercise with something of everything on each page, as it stands in the middle of its course. */
import { resolve } from 'node:path';
import { toAuthored } from '#scenario/compile/to-authored.js';
import { loadScenarioFile } from '../../../apps/cli/src/files/scenario-folder.js';
import { seen } from './seen.js';
import { ask, incidentsOf } from './server.js';

/** Of the kidnapping alarm, which lasts five hours; it stands still. */
const UNTIL_MS = 32 * 60_000;

export async function playedDay(): Promise<{ readonly exercise: string; readonly incident: string }> {
  const { scenario } = loadScenarioFile(resolve('scenarios/kidnapping-alarm.yaml'));
  if (scenario === undefined) throw new Error('the scenario cannot be used');
  const { id: exercise } = (await ask('POST', '/exercises', { scenario: toAuthored(scenario) })) as { id: string };
  await ask('POST', `/exercises/${exercise}/start`, { speed: 1_000 });
  await ask('POST', `/exercises/${exercise}/run-to`, { to: UNTIL_MS });
  await seen(
    () => ask('GET', `/exercises/${exercise}`),
    ({ status }) => status === 'paused',
    30_000,
  );
  const [incident] = (await incidentsOf(exercise)).filter((one) => one.class === 'JOINT');
  return { exercise, incident: incident?.id ?? '' };
}
