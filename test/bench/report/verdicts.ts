/** The bars that were set, each with what was reached. What was not measured has no verdict. */
import type { Results } from '../bench.js';
import type { LoadMeasure } from '../measure/load-measure.js';
import { figure, millis, table } from './table.js';

export interface Verdict {
  readonly bar: string;
  readonly measured: string;
  readonly reached: boolean;
}

const MEBIBYTE = 2 ** 20;

export function verdicts(results: Results): Verdict[] {
  return [
    ...againstAlertmanager(results),
    ...againstCeilings(results),
    ...liveWithin(results),
    ...(results.cost ?? []).flatMap(({ speed, ratio, alerts, workerPeakBytes, keptUp }) => [
      {
        bar: `cost per alert after ${figure(alerts)} alerts at most 1.2 times that of the first 10,000 (speed ${speed})`,
        measured: `${ratio.toFixed(2)} times${keptUp ? '' : ', but the workers did not keep up'}`,
        reached: ratio <= 1.2 && keptUp,
      },
      {
        bar: `worker memory under 300 MB (speed ${speed})`,
        measured: `${figure(workerPeakBytes / MEBIBYTE)} MiB at its highest`,
        reached: workerPeakBytes < 300e6,
      },
    ]),
    ...offline(results),
    ...reading(results),
    ...sound(results),
  ];
}

/** What a load run left must be as sound as what a quiet one leaves. */
function sound({ redis, postgres, cost = [] }: Results): Verdict[] {
  const checks = [redis, postgres, ...cost].flatMap((measures) => measures?.checks ?? []);
  if (checks.length === 0) return [];
  const events = checks.reduce((sum, check) => sum + check.events, 0);
  const violated = checks.flatMap(({ violations }) => violations);
  const first = violated[0];
  return [
    {
      bar: 'every invariant holds in each exercise that was under load',
      measured: first
        ? `${figure(violated.length)} violations, the first of ${first.invariant}: ${first.what}`
        : `${figure(checks.length)} exercises, ${figure(events)} events`,
      reached: violated.length === 0,
    },
  ];
}

function reading({ cap = [] }: Results): Verdict[] {
  return cap.map(({ name, parse, parseWithSaxes }) => ({
    bar: `CAP as XML is read and checked at 20 MB/s of one core (${name})`,
    measured: `${figure(parse, 1)} MB/s, ${figure(parse / parseWithSaxes, 2)} times that with saxes`,
    reached: parse >= 20,
  }));
}

function offline({ engine }: Results): Verdict[] {
  if (!engine) return [];
  const { eventsPerSecond, simulate, validate } = engine;
  return [
    {
      bar: 'at least 300,000 events/s of one core in virtual time',
      measured: figure(eventsPerSecond),
      reached: eventsPerSecond >= 300_000,
    },
    {
      bar: `1,000 runs of a day of 300 injects under 40 s (measured: ${figure(simulate.runs)} runs)`,
      measured: `${figure(simulate.seconds, 1)} s`,
      reached: (simulate.seconds / simulate.runs) * 1_000 < 40,
    },
    {
      bar: 'memory of these runs under 500 MB',
      measured: `${figure(simulate.peakBytes / MEBIBYTE)} MiB at its highest`,
      reached: simulate.peakBytes < 500e6,
    },
    {
      bar: 'validation of the largest scenario under a second, from command to prompt',
      measured: `${figure(validate.seconds, 2)} s`,
      reached: validate.seconds < 1,
    },
  ];
}

function againstAlertmanager({ alertmanager, redis, bareInbox }: Results): Verdict[] {
  if (!alertmanager || !redis) return [];
  const theirs = Math.max(alertmanager.closed.acceptedPerSecond, alertmanager.saturation?.acceptedPerSecond ?? 0);
  const ours = redis.saturation?.acceptedPerSecond ?? 0;
  const rates = redis.atRates.flatMap((measure, index): Verdict[] => {
    const other = alertmanager.atRates[index];
    return other ? [quicker(`at ${figure(measure.rate)}/s`, measure, other, bareInbox?.atRates[index])] : [];
  });
  const { saturation } = alertmanager;
  return [
    {
      bar: 'with Redis at least 1.5 times the accepted/s of Alertmanager',
      measured: `${figure(ours)} to ${figure(theirs)}: ${(ours / theirs).toFixed(2)} times`,
      reached: ours >= 1.5 * theirs,
    },
    ...rates,
    ...(saturation && redis.saturation
      ? [quicker('at saturation, each at its own', redis.saturation, saturation)]
      : []),
  ];
}

/** Theirs ends when the webhook is called, ours when the viewer's socket has the event. */
function quicker(when: string, ours: LoadMeasure, theirs: LoadMeasure, bare?: LoadMeasure): Verdict {
  const socket = ours.arrivals['socket']?.p99 ?? Number.POSITIVE_INFINITY;
  const webhook = theirs.arrivals['webhook']?.p99 ?? Number.POSITIVE_INFINITY;
  return {
    bar: `p99 from alert to viewer ${when} no worse than Alertmanager's to its webhook (Redis)`,
    measured:
      `${millis(socket)} ms to ${millis(webhook)} ms` +
      (bare ? ` (one durable commit alone, by a bare server: ${millis(bare.accept.p99)} ms)` : ''),
    reached: socket <= webhook && ours.keepsUp,
  };
}

function againstCeilings(results: Results): Verdict[] {
  const ceiling = results.bareInbox?.saturation;
  return (['redis', 'postgres'] as const).flatMap((backend): Verdict[] => {
    const ours = results[backend];
    if (!ours) return [];
    const list: Verdict[] = [];
    if (ceiling) {
      const accepted = ours.saturation?.acceptedPerSecond ?? 0;
      list.push({
        bar: `at least half of what a bare server accepts (${backend})`,
        measured: `${figure(accepted)} of ${figure(ceiling.acceptedPerSecond)}: ${share(accepted, ceiling.acceptedPerSecond)}`,
        reached: accepted >= ceiling.acceptedPerSecond / 2,
      });
    }
    const { bareBroadcast } = results;
    if (bareBroadcast && ours.fanOut) {
      const { eventsPerSecond: events, eventsPerMessage: inOne } = ours.fanOut;
      list.push({
        bar: `at least half of what a bare broadcast delivers, an event in each message (${backend})`,
        measured:
          `${figure(events)} of ${figure(bareBroadcast.eventsPerSecond)} events/s: ` +
          `${share(events, bareBroadcast.eventsPerSecond)}, with ${figure(inOne)} events in a message`,
        reached: events >= bareBroadcast.eventsPerSecond / 2,
      });
    }
    return list;
  });
}

function liveWithin(results: Results): Verdict[] {
  return (['redis', 'postgres'] as const).flatMap((backend) => {
    const at500 = results[backend]?.atRates.find(({ rate }) => rate === 500);
    const p99 = at500?.arrivals['socket']?.p99;
    if (!at500 || p99 === undefined) return [];
    const bar = `alert to socket p99 under 100 ms at 500/s (${backend})`;
    return [{ bar, measured: `${millis(p99)} ms`, reached: p99 < 100 && at500.keepsUp }];
  });
}

function share(part: number, whole: number): string {
  return `${figure((100 * part) / whole)} %`;
}

export function verdictTable(list: readonly Verdict[]): string {
  return table(
    ['', 'bar', 'measured'],
    list.map(({ bar, measured, reached }) => [reached ? 'reached' : 'NOT REACHED', bar, measured]),
    3,
  );
}
