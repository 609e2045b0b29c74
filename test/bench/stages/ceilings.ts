/** What the machine gives to programs that do almost nothing: nobody is faster than these. */
import { startChild } from '../process/child.js';
import type { BareInboxRequests } from '../rivals/bare-inbox-process.js';
import type { BroadcasterRequests } from '../rivals/broadcaster-process.js';
import type { ObserverRequests, Watched } from '../sockets/observer-process.js';
import type { LoadMeasure, LoadMeter } from '../measure/load-measure.js';
import { cpuOf, cpuOfFamily, cpuShares } from '../measure/processes.js';
import { findSaturation } from '../measure/saturation.js';
import type { BenchSettings } from '../settings.js';

export interface BareInbox {
  /** One durable commit for each request and nothing else: no system that stores an alert before it answers is quicker. */
  readonly atRates: readonly LoadMeasure[];
  readonly saturation?: LoadMeasure;
}

/** A bare HTTP server that group-commits one row for each request. */
export async function measureBareInbox(
  meter: LoadMeter,
  postgres: { readonly url: string; readonly pid: number },
  settings: BenchSettings,
): Promise<BareInbox> {
  const server = await startChild<BareInboxRequests>('bare-inbox');
  try {
    const port = await server.ask('listen', { databaseUrl: postgres.url });
    const system = {
      target: { host: '127.0.0.1', port, path: '/', headers: { 'content-type': 'application/json' } },
      form: { kind: 'tandem', sender: 'bench@exercise.example' } as const,
      connections: 128,
      cpu: () => ({ server: cpuOf([server.pid]), postgres: cpuOfFamily(postgres.pid) }),
    };
    await meter.measure(system, { kind: 'open', rate: 1_000, seconds: 2 });
    const atRates: LoadMeasure[] = [];
    for (const rate of settings.rates) {
      atRates.push(await meter.measure(system, { kind: 'open', rate, seconds: settings.seconds }));
    }
    const seconds = settings.stepSeconds;
    const saturation = await findSaturation({ from: 4_000, factor: 1.4, halvings: 2 }, (rate) =>
      meter.measure(system, { kind: 'open', rate, seconds }),
    );
    return { atRates, saturation };
  } finally {
    await server.stop();
  }
}

export interface FanOutLoad {
  readonly clients: number;
  readonly eventsPerMessage: number;
  readonly eventBytes: number;
}

export interface Broadcasted extends Watched {
  /** Offered, messages per second to each client. */
  readonly rate: number;
  readonly eventsPerMessage: number;
  readonly eventBytes: number;
  readonly clients: number;
  /** Over all clients. */
  readonly messagesPerSecond: number;
  readonly eventsPerSecond: number;
  readonly cpu: Readonly<Record<string, number>>;
  readonly keepsUp: boolean;
}

/** Lag at which the clients no longer keep up, p99, ms. */
export const FAN_OUT_LAG_MS = 1_000;

/** A bare socket.io server that sends to all its clients: the highest rate at which they keep up. */
export async function measureBareBroadcast(
  load: FanOutLoad & { /** Messages per second to begin with. */ readonly from: number },
  seconds: number,
): Promise<Broadcasted | undefined> {
  const server = await startChild<BroadcasterRequests>('broadcaster');
  const observer = await startChild<ObserverRequests>('observer');
  try {
    const port = await server.ask('listen', null);
    await observer.ask('watch', { url: `http://127.0.0.1:${port}`, clients: load.clients });
    const { eventsPerMessage: events, eventBytes, clients } = load;
    const tryRate = async (rate: number): Promise<Broadcasted> => {
      await observer.ask('read', null);
      const cpu = (): Record<string, number> => ({ server: cpuOf([server.pid]), clients: cpuOf([observer.pid]) });
      const before = cpu();
      const began = performance.now();
      const sent = await server.ask('broadcast', { rate, seconds, events, eventBytes });
      let watched = await observer.ask('read', null);
      const took = (performance.now() - began) / 1000;
      // What is still under way belongs to this round, not to the next.
      const rest = await settle(observer, sent * clients - watched.messages);
      watched = { ...watched, disconnects: watched.disconnects + rest };
      return {
        ...watched,
        rate,
        eventsPerMessage: events,
        eventBytes,
        clients,
        messagesPerSecond: watched.messages / took,
        eventsPerSecond: watched.events / took,
        cpu: cpuShares(before, cpu(), took),
        keepsUp:
          watched.messages >= sent * clients * 0.95 && watched.lag.p99 < FAN_OUT_LAG_MS && watched.disconnects === 0,
      };
    };
    await tryRate(load.from / 4);
    let best: Broadcasted | undefined;
    for (let rate = load.from; ; rate *= 1.25) {
      let tried = await tryRate(rate);
      if (!tried.keepsUp) tried = await tryRate(rate);
      if (!tried.keepsUp) return best;
      best = tried;
    }
  } finally {
    await observer.stop();
    await server.stop();
  }
}

/** Reads until the messages that are still missing have come; answers how many clients were lost meanwhile. */
async function settle(
  observer: { ask: (name: 'read', input: null) => Promise<Watched> },
  missing: number,
): Promise<number> {
  let disconnects = 0;
  for (let left = missing, tries = 0; left > 0 && tries < 100; tries++) {
    await new Promise((done) => setTimeout(done, 50));
    const more = await observer.ask('read', null);
    left -= more.messages;
    disconnects += more.disconnects;
  }
  return disconnects;
}
