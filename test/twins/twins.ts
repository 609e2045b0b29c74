/**
 * Twin exercises that differ only in what a side may not know are the same to all others, by every door: each route with what it
 * takes and refuses, headers, request ids, cursors, streams, sockets, messages to remote units, exports, the console's page, and the
 * metrics of both processes. Which doors there are, and the leak that is planted in each, is listed in docs/security.md.
 */
import type { Side } from '#domain/kernel/side.js';
import { compare, type Compared } from './compare.js';
import type { Kind } from './doors.js';
import { MUST_HAPPEN } from './hidden-half.js';
import { playAnswers, playBeginning, playEnd } from './play.js';
import { VIEWERS, World } from './world.js';

/** A bound for what hangs. */
const WITHIN_MS = 600_000;

/** The tests of what only this side may know. */
export function describeTwins(side: Side): void {
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

  const blind = VIEWERS.filter((viewer) => viewer.side !== side);

  async function mustBeTwins(kinds: readonly Kind[], viewers = blind): Promise<Compared> {
    const compared = await compare(plain, hiding, viewers, { kinds });
    expect(compared.differences.slice(0, 5)).toEqual([]);
    return compared;
  }

  it(
    'is hidden while the clock has stepped to it',
    async () => {
      await playBeginning(plain, side, false);
      await playBeginning(hiding, side, true);
      expect(await hiding.time()).toBeGreaterThan(await plain.time());
      const { doors } = await mustBeTwins(
        ['reading'],
        // The others read after the end.
        blind.filter(({ role, name }) => role === 'operator' || name === 'observer'),
      );
      expect(doors).toBeGreaterThan(300);
    },
    WITHIN_MS,
  );

  it(
    'is hidden from whatever the others do',
    async () => {
      await playAnswers(plain, side, false);
      await playAnswers(hiding, side, true);
      const happened = await hiding.eventTypes();
      expect([...happened]).toEqual(expect.arrayContaining([...MUST_HAPPEN]));
      const { statuses } = await mustBeTwins(['acting']);
      expect([...statuses]).toEqual(expect.arrayContaining([200, 202, 401, 403, 404, 405, 409, 422]));
    },
    WITHIN_MS,
  );

  it(
    'is hidden after the end',
    async () => {
      for (const world of [plain, hiding]) {
        await playEnd(world);
        await world.count();
      }
      await mustBeTwins(
        ['reading'],
        blind.filter(({ role }) => role === 'observer' || role === 'wall'),
      );
      // Whoever has acted finds the own commands of one world by their ids, which are random.
      const exporters = blind.filter(({ role }) => ['releasing-authority', 'commander', 'liaison'].includes(role));
      const { differences } = await compare(plain, hiding, exporters, { kinds: ['reading'] });
      expect(differences.filter(({ door }) => !door.startsWith('readCommand '))).toEqual([]);
    },
    WITHIN_MS,
  );
}
