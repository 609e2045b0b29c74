/** The whole bench: runs its parts one after the other, prints tables, and writes one JSON file. */
import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import pg from 'pg';
import { startPostgres } from '../support/services.js';
import { LoadMeter } from './measure/load-measure.js';
import { parentOf } from './measure/processes.js';
import { capTable } from './report/cap-table.js';
import { costTable } from './report/cost-table.js';
import { engineTable } from './report/engine-table.js';
import { fanOutTable } from './report/fan-out-table.js';
import { loadTable } from './report/load-table.js';
import { verdicts, verdictTable, type Verdict } from './report/verdicts.js';
import { findAlertmanager } from './rivals/alertmanager.js';
import { readSettings, USAGE, type BenchSettings } from './settings.js';
import { measureAlertmanager, type AlertmanagerMeasures } from './stages/alertmanager.js';
import { measureCap, type CapMeasures } from './stages/cap.js';
import { measureCost, type CostMeasures } from './stages/cost.js';
import { measureEngine, type EngineMeasures } from './stages/engine.js';
import { measureTandem, type TandemMeasures } from './stages/tandem.js';
import type { Backend } from './tandem-system.js';
import { measureBareBroadcast, measureBareInbox, type BareInbox, type Broadcasted } from './stages/ceilings.js';

export interface Results {
  readonly machine: Readonly<Record<string, string | number>>;
  readonly settings: BenchSettings;
  bareInbox?: BareInbox;
  bareBroadcast?: Broadcasted;
  /** With as many events in a message as ours had. No bar: it has no alerts to make beside; it tells how far one could go. */
  bareBatches?: Partial<Record<Backend, Broadcasted>>;
  alertmanager?: AlertmanagerMeasures;
  redis?: TandemMeasures;
  postgres?: TandemMeasures;
  cost?: CostMeasures[];
  engine?: EngineMeasures;
  cap?: CapMeasures[];
  verdicts?: readonly Verdict[];
}

/** @returns the exit code */
export async function bench(args: readonly string[]): Promise<number> {
  let settings: BenchSettings;
  try {
    settings = readSettings(args);
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
    return 2;
  }
  const results: Results = { machine: machine(), settings };
  const meter = await LoadMeter.start();
  try {
    await ceilings(meter, settings, results);
    await rival(meter, settings, results);
    await ours(meter, 'redis', settings, results);
    await ours(meter, 'postgres', settings, results);
    await cost(meter, settings, results);
    await engine(settings, results);
    cap(settings, results);
  } finally {
    await meter.stop();
  }
  results.verdicts = verdicts(results);
  heading('The bars');
  console.log(verdictTable(results.verdicts));
  const file = await write(settings.out, results);
  console.log(`\n${JSON.stringify(results)}\n\nWritten to ${file}`);
  return 0;
}

async function ceilings(meter: LoadMeter, settings: BenchSettings, results: Results): Promise<void> {
  if (!settings.parts.includes('ceilings')) return;
  heading('Ceilings: a bare HTTP server that only group-commits, a bare socket.io broadcast');
  const postgres = await startPostgres();
  try {
    const pid = await postmasterOf(postgres.url);
    results.bareInbox = await measureBareInbox(meter, { url: postgres.url, pid }, settings);
    const { atRates, saturation } = results.bareInbox;
    const rows = atRates.map((measure) => ({ name: 'bare inbox', measure }));
    console.log(loadTable([...rows, { name: 'bare inbox, saturation', measure: saturation }]));
  } finally {
    await postgres.stop();
  }
  const load = { clients: settings.fanOutClients, eventsPerMessage: 1, eventBytes: 500, from: 80 };
  results.bareBroadcast = await measureBareBroadcast(load, settings.stepSeconds);
  console.log(`\n${fanOutTable([{ name: 'bare broadcast', measure: results.bareBroadcast }])}`);
}

async function rival(meter: LoadMeter, settings: BenchSettings, results: Results): Promise<void> {
  if (!settings.parts.includes('alertmanager')) return;
  const program = findAlertmanager();
  if (program === undefined) {
    console.log('\nAlertmanager is not on the PATH: left out, and with it the ratios to it.');
    return;
  }
  results.alertmanager = await measureAlertmanager(meter, program, settings);
  const { version, atRates, saturation, closed } = results.alertmanager;
  heading(`Alertmanager ${version} (in memory), one POST per alert, each alert a group of its own`);
  const rows = atRates.map((measure) => ({ name: 'at a rate', measure }));
  console.log(
    loadTable([...rows, { name: 'saturation', measure: saturation }, { name: 'closed loop', measure: closed }]),
  );
}

async function ours(meter: LoadMeter, backend: Backend, settings: BenchSettings, results: Results): Promise<void> {
  if (!settings.parts.includes(backend)) return;
  const { apis, workers, fanOutClients: clients } = settings;
  heading(
    `Tandem, queues in ${backend}: ${apis} API, ${workers} worker, durable PostgreSQL, one socket client that sees all`,
  );
  const measures = await measureTandem(meter, backend, settings);
  if (!measures) {
    console.log('There is no Redis: left out.');
    return;
  }
  results[backend] = measures;
  const { atRates, saturation, ndjson, mixB, fanOut } = measures;
  console.log(
    loadTable([
      ...atRates.map((measure) => ({ name: 'A: storm, one POST each', measure })),
      { name: 'A: saturation', measure: saturation },
      { name: 'A: NDJSON, 500 lines each, saturation', measure: ndjson },
      { name: 'B: each its own incident, 60 times as fast', measure: mixB.at500 },
      { name: 'B: saturation', measure: mixB.saturation },
    ]),
  );
  if (!fanOut || !settings.parts.includes('ceilings')) {
    console.log(`\n${fanOutTable([{ name: 'Tandem', measure: fanOut }])}`);
    return;
  }
  const { eventsPerMessage, eventBytes, messagesPerSecond } = fanOut;
  const bare = await measureBareBroadcast(
    { clients, eventsPerMessage: Math.round(eventsPerMessage), eventBytes, from: messagesPerSecond / clients },
    settings.stepSeconds,
  );
  results.bareBatches = { ...results.bareBatches, [backend]: bare };
  const name = `bare, ${Math.round(eventsPerMessage)} events in a message`;
  console.log(
    `\n${fanOutTable([
      { name: 'Tandem', measure: fanOut },
      { name, measure: bare },
    ])}`,
  );
}

async function cost(meter: LoadMeter, settings: BenchSettings, results: Results): Promise<void> {
  if (!settings.parts.includes('cost')) return;
  heading('Cost per alert, as an exercise grows (mix A)');
  results.cost = [await measureCost(meter, settings, 1), await measureCost(meter, settings, 60)];
  console.log(costTable(results.cost));
}

async function engine(settings: BenchSettings, results: Results): Promise<void> {
  if (!settings.parts.includes('engine')) return;
  heading('The engine in virtual time, and the commands of testers');
  results.engine = await measureEngine(settings);
  console.log(engineTable(results.engine));
}

function cap(settings: BenchSettings, results: Results): void {
  if (!settings.parts.includes('cap')) return;
  heading('CAP messages as XML: reading and checking, no database, no network');
  results.cap = measureCap(settings);
  console.log(results.cap.map(capTable).join('\n\n'));
}

/** The postmaster started the session that we talk to. */
async function postmasterOf(url: string): Promise<number> {
  const client = new pg.Client(url);
  await client.connect();
  const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  const pid = parentOf(rows[0]?.pid ?? 0);
  await client.end();
  return pid;
}

function machine(): Record<string, string | number> {
  const [first] = cpus();
  return {
    at: new Date().toISOString(),
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
    cores: cpus().length,
    cpu: first?.model ?? 'unknown',
    memoryGiB: Math.round(totalmem() / 2 ** 30),
  };
}

async function write(folder: string, results: Results): Promise<string> {
  await mkdir(folder, { recursive: true });
  const file = join(folder, `bench-${String(results.machine['at']).replaceAll(':', '-')}.json`);
  await writeFile(file, `${JSON.stringify(results, undefined, 2)}\n`);
  return file;
}

function heading(text: string): void {
  console.log(`\n── ${text} ──\n`);
}
