/** How a simulated unit and its link behave: pure draws, all durations in ms of exercise time. */
import type { NotificationId } from '../kernel/ids.js';
import { randomFor, type Random } from '../kernel/random.js';
import type { Behaviour, Distribution, Link } from './unit.js';

/** z of the 95th percentile of the standard normal distribution. */
const Z95 = 1.6448536269514722;

/** A duration, rounded to whole milliseconds, never negative. */
export function sample(distribution: Distribution, random: Random): number {
  switch (distribution.kind) {
    case 'fixed':
      return distribution.ms;
    case 'uniform':
      return Math.round(distribution.minMs + random() * (distribution.maxMs - distribution.minMs));
    case 'lognormal': {
      const sigma = Math.log(distribution.p95Ms / distribution.medianMs) / Z95;
      return Math.round(distribution.medianMs * Math.exp(sigma * standardNormal(random)));
    }
    default:
      return distribution satisfies never;
  }
}

/** What {@link sample} gives at least, ms. */
export function leastSample(distribution: Distribution): number {
  switch (distribution.kind) {
    case 'fixed':
      return distribution.ms;
    case 'uniform':
      return distribution.minMs;
    case 'lognormal':
      return 0;
    default:
      return distribution satisfies never;
  }
}

/** Box and Muller's transform; `1 - u` keeps the logarithm finite. */
function standardNormal(random: Random): number {
  const u = 1 - random();
  const v = random();
  return Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * v);
}

export type Answer =
  | { readonly answer: 'acknowledge' | 'decline'; readonly afterMs: number }
  | { readonly answer: 'silent' };

/** What a unit does with a notification, drawn anew for each time it reaches it. */
export function drawAnswer(seed: string, behaviour: Behaviour, notification: NotificationId, delivery: number): Answer {
  const random = randomFor(seed, notification, `answer ${delivery}`);
  const chance = random();
  const afterMs = sample(behaviour.acknowledge, random);
  if (chance < behaviour.silentChance) return { answer: 'silent' };
  return { answer: chance < behaviour.silentChance + behaviour.declineChance ? 'decline' : 'acknowledge', afterMs };
}

/** Times from the acknowledgement to en route, on scene and clear. */
export function drawMovements(
  seed: string,
  behaviour: Behaviour,
  notification: NotificationId,
): { enRoute: number; onScene: number; clear: number } {
  const random = randomFor(seed, notification, 'movements');
  const enRoute = sample(behaviour.enRoute, random);
  const onScene = enRoute + sample(behaviour.onScene, random);
  return { enRoute, onScene, clear: onScene + sample(behaviour.clear, random) };
}

/** Whether a message or an answer gets through a degraded link, and after how long. */
export function drawTransmission(
  seed: string,
  link: Extract<Link, { status: 'degraded' }>,
  entity: string,
  purpose: string,
): { lost: true } | { lost: false; afterMs: number } {
  const random = randomFor(seed, entity, purpose);
  return random() < link.loss ? { lost: true } : { lost: false, afterMs: link.latencyMs };
}

/** The worse of a unit's own link and its side's. */
export function worseLink(a: Link, b: Link): Link {
  if (a.status === 'down' || b.status === 'down') return { status: 'down' };
  if (a.status === 'up') return b;
  if (b.status === 'up') return a;
  return { status: 'degraded', latencyMs: Math.max(a.latencyMs, b.latencyMs), loss: Math.max(a.loss, b.loss) };
}
