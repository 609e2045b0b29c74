/** What `npm run bench -- …` may say. */
import { parseArgs } from 'node:util';

export const PARTS = ['ceilings', 'alertmanager', 'redis', 'postgres', 'cost', 'engine', 'cap'] as const;
export type Part = (typeof PARTS)[number];

export interface BenchSettings {
  readonly parts: readonly Part[];
  /** Of a load at a given rate, s. */
  readonly seconds: number;
  /** Of each step in the search for saturation, s. */
  readonly stepSeconds: number;
  /** Rates at which latencies are measured, alerts/s. */
  readonly rates: readonly number[];
  readonly fanOutClients: number;
  /** Alerts in one exercise for the cost per alert. */
  readonly costAlerts: number;
  /** Runs of the largest scenario by `tandem simulate`. */
  readonly simulations: number;
  readonly apis: number;
  readonly workers: number;
  readonly out: string;
}

export const USAGE = `npm run bench -- [options]
  --only ceilings,alertmanager,redis,postgres,cost,engine,cap
                    parts to run (default: all)
  --quick           short runs: the figures are rough, the cost is taken over 30,000 alerts, 100 simulations
  --apis n          API processes (default 1)
  --workers n       worker processes (default 1)
  --out folder      where the JSON goes (default bench-results)`;

/** @throws Error that says what is wrong */
export function readSettings(args: readonly string[]): BenchSettings {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string' },
      quick: { type: 'boolean', default: false },
      apis: { type: 'string', default: '1' },
      workers: { type: 'string', default: '1' },
      out: { type: 'string', default: 'bench-results' },
    },
  });
  const named = values.only?.split(',') ?? PARTS;
  const parts = PARTS.filter((part) => named.includes(part));
  const unknown = named.filter((name) => !PARTS.some((part) => part === name));
  if (unknown.length > 0) throw new Error(`--only ${unknown.join(',')}: expected ${PARTS.join(', ')}`);
  return {
    parts,
    seconds: values.quick ? 4 : 10,
    stepSeconds: values.quick ? 3 : 6,
    rates: [100, 500, 2_000],
    fanOutClients: 500,
    costAlerts: values.quick ? 30_000 : 200_000,
    simulations: values.quick ? 100 : 1_000,
    apis: processes('--apis', values.apis),
    workers: processes('--workers', values.workers),
    out: values.out,
  };
}

function processes(option: string, text: string): number {
  const count = Number(text);
  if (Number.isInteger(count) && count >= 1 && count <= 16) return count;
  throw new Error(`${option} ${text}: expected a whole number from 1 to 16`);
}
