/** Exercises of the library's scenarios, as they stand in the middle or at the end of their course. */
import { resolve } from 'node:path';
import { runVirtually } from '#domain/engine/virtual-run.js';
import type { Scenario } from '#domain/exercise/scenario.js';
import { loadScenarioFile } from '../../../apps/cli/src/files/scenario-folder.js';
import { Appender } from './appended.js';
import { seen } from './seen.js';
import { ask, incidentsOf, type PersonName } from './server.js';

/** Of the kidnapping alarm, which lasts five hours; it stands still. */
const UNTIL_MS = 32 * 60_000;

/** An exercise with something of everything on each page. */
export async function playedDay(): Promise<{ readonly exercise: string; readonly incident: string }> {
  const { exercise } = await exerciseOf('kidnapping-alarm');
  await ask('POST', `/exercises/${exercise}/start`, { speed: 1_000 });
  await ask('POST', `/exercises/${exercise}/run-to`, { to: UNTIL_MS });
  await seen(
    () => ask('GET', `/exercises/${exercise}`),
    ({ status }) => status === 'paused',
    30_000,
  );
  const [incident] = (await incidentsOf(exercise)).filter((one) => one.class === 'JOINT');
  await converse(exercise, incident?.id ?? '');
  await propose(exercise);
  return { exercise, incident: incident?.id ?? '' };
}

/** Messages of each kind: a request that is answered, one that waits, a report with a tear line, and one that few may read. */
async function converse(exercise: string, incident: string): Promise<void> {
  const write = (as: PersonName, body: object) => ask('POST', `/exercises/${exercise}/messages`, body, as);
  const joint = { label: { class: 'JOINT' }, incident };
  const request = { kind: 'request', ...joint, answerWithinMs: 600_000 };
  await write('pak', {
    ...request,
    to: ['desk:CHN', 'control'],
    subject: 'Bus',
    text: 'How many people are on the bus?',
  });
  await write('chn', { kind: 'answer', inReplyTo: 'MSG-0001', ...joint, text: '四十人，全部安全。' });
  await write('chn', { ...request, to: ['desk:PAK'], text: 'Is the road to the camp open?' });
  const tearLine = { en: 'Watch the north gate.', ur: 'شمالی دروازے پر نظر رکھیں۔', zh: '注意北门。' };
  const own = { kind: 'intelligence', text: 'A driver saw a van at the gate.' };
  await write('pak', { ...own, to: ['desk:CHN'], label: { class: 'PAK', tearLine } });
  await write('chn', { ...own, to: ['desk:PAK'], label: { class: 'CHN', tearLine } });
  const red = { class: 'PAK', tlp: 'TLP:RED' };
  await write('pak', { kind: 'situation', to: ['control'], text: 'Two people are missing.', label: red });
}

/** China proposes that alerts join an incident for longer. */
async function propose(exercise: string): Promise<void> {
  const { authored } = loadScenarioFile(resolve('scenarios/kidnapping-alarm.yaml'));
  const { policy } = authored as { readonly policy: { readonly version: number; readonly correlationWindow: string } };
  const longer = { ...policy, version: policy.version + 1, correlationWindow: '45m' };
  const body = { policy: longer, reason: 'The same event is reported for longer than that' };
  await ask('POST', `/exercises/${exercise}/policy/proposals`, body, 'chnCommander');
}

/** A full day of 300 injects that nobody has started. */
export async function plannedDay(): Promise<string> {
  return (await exerciseOf('full-day')).exercise;
}

/** The kidnapping alarm to its end, from a simulation. */
export async function endedAlarm(): Promise<string> {
  return (await ended('kidnapping-alarm')).exercise;
}

/** A full day that has ended: its log is that of a simulation, so that nobody waits for its course. */
export function endedDay(): Promise<{ readonly exercise: string; readonly events: number }> {
  return ended('full-day');
}

async function ended(name: string): Promise<{ readonly exercise: string; readonly events: number }> {
  const { exercise, scenario } = await exerciseOf(name);
  const log = [...runVirtually({ scenario })].flat();
  const appender = await Appender.open();
  await appender.store(exercise, log).finally(appender.close);
  return { exercise, events: log.length };
}

async function exerciseOf(name: string): Promise<{ readonly exercise: string; readonly scenario: Scenario }> {
  const { scenario, authored } = loadScenarioFile(resolve(`scenarios/${name}.yaml`));
  if (scenario === undefined) throw new Error(`${name} cannot be used`);
  const { id } = (await ask('POST', '/exercises', { scenario: authored })) as { id: string };
  return { exercise: id, scenario };
}
