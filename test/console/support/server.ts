/** The server that Jest's global setup has started, and what people do there without a browser. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

export type PersonName =
  | 'controller'
  | 'evaluator'
  | 'pak'
  | 'pakRelief'
  | 'pakCommander'
  | 'chn'
  | 'chnCommander'
  | 'authority'
  | 'observer';

export interface Person {
  readonly name: string;
  /** Its id. */
  readonly account: string;
  readonly role: string;
  readonly side?: 'PAK' | 'CHN';
  readonly password: string;
  /** Of a session, as a browser sends it. */
  readonly cookie: string;
}

interface Bench {
  readonly browser: { readonly path: string; readonly args: readonly string[] };
  readonly url: string;
  readonly databaseUrl: string;
  /** Of a controller. */
  readonly token: string;
  readonly people: Readonly<Record<PersonName, Person>>;
}

const given = process.env['TANDEM_CONSOLE_BENCH'];

/** Absent where there is no Chromium: the setup has said so. */
export const bench = given === undefined ? undefined : (JSON.parse(given) as Bench);

export function theBench(): Bench {
  if (bench === undefined) throw new Error('There is no server: it comes with Jest, see set-up.mjs');
  return bench;
}

export type Json = Record<string, unknown>;

/** Asks the API as a controller, or as the person. @throws Error when it refuses */
export async function ask(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown, as?: PersonName) {
  const { url, token, people } = theBench();
  const isText = typeof body === 'string';
  const answer = await fetch(`${url}/v1${path}`, {
    method,
    headers: {
      // One that is kept is closed by the API after a while, perhaps just when the next request is sent on it.
      connection: 'close',
      ...(as === undefined ? { authorization: `Bearer ${token}` } : { cookie: people[as].cookie, origin: url }),
      ...(body !== undefined && { 'content-type': isText ? 'application/yaml' : 'application/json' }),
      ...(method !== 'GET' && { 'idempotency-key': randomUUID() }),
    },
    ...(body !== undefined && { body: isText ? body : JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
  return (text === '' ? {} : JSON.parse(text)) as Json;
}

/** An exercise of the suites' own scenario, in which nobody answers by himself; started at this speed, if one is given. */
export async function newExercise(speed?: number): Promise<string> {
  const scenario = readFileSync(resolve('test/console/quiet-day.yaml'), 'utf8');
  const { id } = (await ask('POST', '/exercises', scenario)) as { id: string };
  if (speed !== undefined) await ask('POST', `/exercises/${id}/start`, { speed });
  return id;
}

export interface NewAlert {
  readonly headline: string;
  readonly class?: 'JOINT' | 'PAK' | 'CHN';
  readonly severity?: 'Extreme' | 'Severe' | 'Moderate' | 'Minor';
  readonly site?: string;
  /** TLP label, recipients, tear line: as CAP of Tandem has them. */
  readonly label?: Json;
}

let alerts = 0;

const CATEGORIES = [
  'Security',
  'Fire',
  'Rescue',
  'Health',
  'Transport',
  'Geo',
  'Met',
  'Safety',
  'Env',
  'Infra',
  'CBRNE',
  'Other',
];
const SITES = ['willow-camp', 'poplar-camp'];

/** Alerts as a service sends them; up to 24 of a class at a time open an incident each. */
export async function sendAlerts(exercise: string, list: readonly NewAlert[]): Promise<void> {
  await ask(
    'POST',
    `/exercises/${exercise}/alerts`,
    list.map(({ headline, class: releaseClass = 'JOINT', severity = 'Severe', site, label }) => {
      alerts += 1;
      return {
        identifier: `BENCH-${alerts}-${exercise}`,
        sender: 'desk@exercise.example',
        sent: new Date().toISOString().replace(/\.\d+Z$/, '-00:00'),
        status: 'Exercise',
        msgType: 'Alert',
        scope: 'Public',
        info: [
          {
            language: 'en',
            category: [CATEGORIES[alerts % 12]],
            event: `Event ${alerts}`,
            urgency: 'Immediate',
            severity,
            certainty: 'Likely',
            headline,
          },
        ],
        exercise: {
          site: site ?? SITES[Math.floor(alerts / 12) % 2],
          releasability: { class: releaseClass, ...label },
        },
      };
    }),
  );
}

export interface Incident {
  readonly id: string;
  readonly headline: string;
  readonly class: string;
}

export async function incidentsOf(exercise: string): Promise<readonly Incident[]> {
  const { items } = await ask('GET', `/exercises/${exercise}/incidents?sort=id&limit=500`);
  return items as Incident[];
}

/** Number of the last event. */
export async function lastSeq(exercise: string): Promise<number> {
  return (await ask('GET', `/exercises/${exercise}`))['lastSeq'] as number;
}
