/**
 * Jest's global setup of the console's suites: PostgreSQL, an API that serves `dist/console`, a worker, and people with a session
 * each. It ends with Jest, in whatever way that ends.
 */
import process from 'node:process';
// What is compiled: Jest does not transform what its setup imports.
import { Cluster } from '../../dist/test/cluster/cluster.js';
import { startPostgres } from '../../dist/test/support/services.js';
import { findBrowser } from './find-browser.mjs';

const PASSWORD = 'a long enough password';
const PEOPLE = {
  controller: { name: 'Karim', role: 'controller' },
  evaluator: { name: 'Elena', role: 'evaluator' },
  pak: { name: 'Parveen', role: 'operator', side: 'PAK' },
  chn: { name: 'Chen', role: 'operator', side: 'CHN' },
  authority: { name: 'Rabia', role: 'releasing-authority', side: 'PAK' },
  pakRelief: { name: 'Pervez', role: 'operator', side: 'PAK' },
  pakCommander: { name: 'Parvez Shah', role: 'commander', side: 'PAK' },
  chnCommander: { name: 'Cheng Yu', role: 'commander', side: 'CHN' },
  observer: { name: 'Omar', role: 'observer' },
};

let postgres;
let cluster;

export default async function setUp() {
  const browser = await findBrowser();
  if (browser === undefined) {
    const message = 'No Chromium: CHROMIUM_PATH is not set, and there is none on the PATH and none in node_modules';
    if ((process.env['CI'] ?? '') !== '') throw new Error(message);
    process.stderr.write(`\n!!! ${message}. The console is NOT tested.\n\n`);
    return;
  }
  postgres = await startPostgres();
  cluster = await Cluster.start({ databaseUrl: postgres.url, apis: 1, workers: 1 });
  const [url] = cluster.urls;
  const { token } = await cluster.login('controller');
  const people = {};
  for (const [key, person] of Object.entries(PEOPLE)) {
    await ask(`${url}/v1/accounts`, { ...person, password: PASSWORD }, { authorization: `Bearer ${token}` });
    const signedIn = await ask(`${url}/v1/session`, { name: person.name, password: PASSWORD }, { origin: url });
    const { account } = await signedIn.json();
    const cookie = signedIn.headers.getSetCookie()[0].split(';')[0];
    people[key] = { ...person, account, password: PASSWORD, cookie };
  }
  process.env['TANDEM_CONSOLE_BENCH'] = JSON.stringify({ browser, url, databaseUrl: postgres.url, token, people });
}

async function ask(url, body, headers) {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${await answer.text()}`);
  return answer;
}

export async function tearDown() {
  await cluster?.stop();
  await postgres?.stop();
}
