/** Twins that differ only in what a label keeps from people of the own side, on both sides at once: equal to those whom it keeps out. */
import { compare } from './compare.js';
import type { Kind } from './doors.js';
import { playSharedAlerts } from './shared-half.js';
import { playWithheld } from './withheld.js';
import { VIEWERS, World } from './world.js';

/** A bound for what hangs. */
const WITHIN_MS = 600_000;

let plain: World;
let hiding: World;

beforeAll(async () => {
  plain = await World.open();
  hiding = await World.open();
}, WITHIN_MS);

afterAll(async () => {
  await plain?.close();
  await hiding?.close();
});

async function mustBeTwins(kinds: readonly Kind[], ...names: string[]): Promise<void> {
  const viewers = VIEWERS.filter(({ name }) => names.includes(name));
  expect(viewers).toHaveLength(names.length);
  const { differences } = await compare(plain, hiding, viewers, { kinds });
  expect(differences.slice(0, 5)).toEqual([]);
}

interface Shown {
  readonly seq: number;
  readonly at: number;
  readonly type: string;
}

/** What stands in the place of an event tells its number and its time, and no more. */
async function mustBeWithheld(name: string, atLeast: number): Promise<void> {
  const { events } = (await hiding.act('GET', '/events?limit=1000', undefined, name)) as unknown as { events: Shown[] };
  const withheld = events.filter(({ type }) => type === 'Withheld');
  expect(withheld.length).toBeGreaterThan(atLeast);
  for (const { seq, at, ...rest } of withheld) {
    expect({ seq, at: typeof at, ...rest }).toEqual({
      seq,
      at: 'number',
      type: 'Withheld',
      audience: expect.stringMatching(/PAK|CHN/),
      data: {},
      cause: { timer: 'rules' },
      actor: { kind: 'engine' },
      wall: expect.any(String),
    });
  }
}

it(
  'TLP:RED is withheld from the desk that it does not name',
  async () => {
    for (const world of [plain, hiding]) {
      await playSharedAlerts(world, 'PAK', false);
      await playWithheld(world, 'TLP:RED', world === hiding);
      await world.stepTo(60_000);
    }
    await mustBeWithheld('operator PAK', 10);
    await mustBeWithheld('commander CHN', 10);
    await mustBeTwins(['reading'], 'commander CHN', 'observer PAK');
    await mustBeTwins(['acting'], 'operator CHN');
  },
  WITHIN_MS,
);

it(
  'TLP:AMBER+STRICT is withheld from units, programs and walls',
  async () => {
    for (const world of [plain, hiding]) await playWithheld(world, 'TLP:AMBER+STRICT', world === hiding);
    await mustBeWithheld('liaison CHN', 20);
    await mustBeTwins(['reading'], 'liaison PAK', 'wall');
    await mustBeTwins(['acting'], 'liaison CHN');
  },
  WITHIN_MS,
);
