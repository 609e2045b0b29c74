/** Alertmanager under the same load as ours. */
import { setTimeout as pause } from 'node:timers/promises';
import { startChild } from '../process/child.js';
import { startAlertmanager, type Alertmanager } from '../rivals/alertmanager.js';
import type { WebhookRequests } from '../rivals/webhook-process.js';
import type { LoadMeasure, LoadMeter, System } from '../measure/load-measure.js';
import { cpuOf } from '../measure/processes.js';
import { findSaturation } from '../measure/saturation.js';
import type { BenchSettings } from '../settings.js';

export interface AlertmanagerMeasures {
  readonly version: string;
  readonly atRates: readonly LoadMeasure[];
  /** Accepted; whether it has notified all of them by then is told by the arrivals. */
  readonly saturation?: LoadMeasure;
  /** As fast as 64 connections can: the highest number that it accepts at all. */
  readonly closed: LoadMeasure;
}

export async function measureAlertmanager(
  meter: LoadMeter,
  program: string,
  settings: BenchSettings,
): Promise<AlertmanagerMeasures> {
  const seconds = settings.stepSeconds;
  const atRates: LoadMeasure[] = [];
  let version = '';
  // Each run begins with an empty Alertmanager: it keeps every alert that fires, and grows slower by them.
  const fresh = <T>(use: (system: System) => Promise<T>): Promise<T> =>
    withAlertmanager(program, async (system, alertmanager) => {
      version = alertmanager.version;
      await meter.measure(system, { kind: 'open', rate: 200, seconds: 2 });
      return use(system);
    });
  for (const rate of settings.rates) {
    atRates.push(await fresh((system) => meter.measure(system, { kind: 'open', rate, seconds: settings.seconds })));
  }
  const saturation = await findSaturation({ from: 2_000, factor: 1.4, halvings: 2 }, (rate) =>
    fresh((system) => meter.measure(system, { kind: 'open', rate, seconds })),
  );
  const closed = await fresh((system) =>
    meter.measure({ ...system, connections: 64 }, { kind: 'closed', seconds: settings.seconds }),
  );
  return { version, atRates, saturation, closed };
}

async function withAlertmanager<T>(
  program: string,
  use: (system: System, alertmanager: Alertmanager) => Promise<T>,
): Promise<T> {
  const webhook = await startChild<WebhookRequests>('webhook');
  const alertmanager = await startAlertmanager(program, await webhook.ask('listen', null));
  try {
    const headers = { 'content-type': 'application/json' };
    const system: System = {
      target: { host: '127.0.0.1', port: alertmanager.port, path: '/api/v2/alerts', headers },
      form: { kind: 'alertmanager' },
      connections: 128,
      cpu: () => ({ alertmanager: cpuOf([alertmanager.pid]), webhook: cpuOf([webhook.pid]) }),
      begin: async (firstNumber) => {
        await webhook.ask('begin', { firstNumber });
      },
      arrivals: async (file, { count }) => {
        await quiet(webhook, count);
        await webhook.ask('arrivals', { file: file('webhook'), count });
        return ['webhook'];
      },
    };
    return await use(system, alertmanager);
  } finally {
    await alertmanager.stop();
    await webhook.stop();
  }
}

/** Until all have arrived, or nothing has come for two seconds. */
async function quiet(
  webhook: { ask: (name: 'read', input: null) => Promise<{ alerts: number }> },
  count: number,
): Promise<void> {
  let last = -1;
  for (;;) {
    const { alerts } = await webhook.ask('read', null);
    if (alerts >= count || alerts === last) return;
    last = alerts;
    await pause(2_000);
  }
}
