/** Injects: at a time, or once a condition has come to hold; once or several times. */
import { submit } from './alerts.js';
import type { Inject } from '#domain/inject/inject.js';
import { holds, messageOf, silencesIn } from './conditions.js';
import { sendFrom } from './letters.js';
import { actOnRelease } from './script-releases.js';
import { setDuty, setLink } from './settings.js';
import type { Scripted } from './scripted.js';
import { RANK } from './due.js';
import { drop, hasEnded, incidentOf, later, record, type World } from './world.js';

/** The exercise starts: what has a time waits for it, the rest for its condition. */
export function beginScript(world: World): void {
  for (const scripted of world.script) {
    const { at, latestMs } = scripted.inject;
    if (at !== undefined) plan(world, scripted, Math.max(at, world.now));
    // What comes at the last moment still counts.
    if (latestMs !== undefined) {
      scripted.latest = later(world, latestMs + 1 - world.now, RANK.conditional, () =>
        skip(world, scripted, 'too-late'),
      );
    }
  }
}

/** Plans what has been waiting for a condition that holds now. */
export function updateScript(world: World): void {
  if (world.status === 'planned') return;
  for (const scripted of world.script) {
    const { id, when, delayMs = 0, latestMs = Number.POSITIVE_INFINITY } = scripted.inject;
    if (scripted.status !== 'waiting' || !when) continue;
    if (!holds(world, when)) {
      for (const at of silencesIn(world, when)) wake(world, at);
      continue;
    }
    const due = world.now + delayMs;
    if (due > latestMs) {
      skip(world, scripted, 'too-late');
      continue;
    }
    scripted.status = 'scheduled';
    record(world, `inject ${id} is to come at ${due}`);
    plan(world, scripted, due, RANK.conditional);
  }
}

/** Conditions are looked at then, once the answers of that moment are in. */
function wake(world: World, at: number): void {
  if (at < world.now || at === world.silenceSeen || world.due.some((due) => due.at === at && due.rank === RANK.silence))
    return;
  later(world, at - world.now, RANK.silence, () => void (world.silenceSeen = world.now));
}

export function plan(world: World, scripted: Scripted, at: number, rank: number = RANK.inject): void {
  drop(world, scripted.due);
  scripted.due = later(world, at - world.now, rank, () => {
    const refusal = fire(world, scripted);
    if (refusal) skip(world, scripted, refusal);
  });
}

/** It does not come, nor do its repeats. */
export function skip(world: World, scripted: Scripted, why: string): void {
  scripted.status = 'skipped';
  forget(world, scripted);
  record(world, `inject ${scripted.inject.id} is skipped: ${why}`);
}

function forget(world: World, scripted: Scripted): void {
  drop(world, scripted.due);
  drop(world, scripted.latest);
  scripted.due = undefined;
  scripted.latest = undefined;
}

/** Makes it happen now, or returns why the rules refuse it. */
export function fire(world: World, scripted: Scripted): string | undefined {
  const { inject } = scripted;
  const refusal = happen(world, scripted);
  if (refusal) return refusal;
  scripted.fired += 1;
  record(world, `inject ${inject.id} fires`);
  const { repeat, latestMs = Number.POSITIVE_INFINITY } = inject;
  const again = world.now + (repeat?.everyMs ?? 0);
  if (repeat && scripted.fired <= repeat.times && again <= latestMs) {
    scripted.status = 'scheduled';
    plan(world, scripted, again);
  } else {
    scripted.status = 'fired';
    forget(world, scripted);
  }
  return undefined;
}

function happen(world: World, scripted: Scripted): string | undefined {
  const { inject, fired } = scripted;
  switch (inject.kind) {
    case 'alert':
      return submit(world, inject.messages[fired] ?? inject.messages[0], { asked: () => undefined });
    case 'duty':
      return setDuty(world, inject.unit, inject.duty);
    case 'link':
      return setLink(world, inject);
    case 'message': {
      const { class: owner, tearLine } = inject.releasability;
      record(world, `a message is sent to ${owner}`);
      const other = owner === 'PAK' ? 'CHN' : 'PAK';
      if (owner === 'JOINT' || tearLine === undefined) return undefined;
      record(world, `a message is sent to ${other}`);
      scripted.shared = { tearLine: undefined };
      return undefined;
    }
    case 'send':
      return sendAsPeople(world, inject, scripted);
    case 'release':
      return actOnRelease(world, { inject, scripted });
    case 'note':
      record(world, `note ${inject.id} is taken`);
      return undefined;
    default:
      return inject satisfies never;
  }
}

/** It goes the way of any message. The incident is that of an alert of the script. */
function sendAsPeople(world: World, inject: Extract<Inject, { kind: 'send' }>, scripted: Scripted): string | undefined {
  const message = inject.incident === undefined ? undefined : messageOf(world, inject.incident);
  const incident = message?.incident === undefined ? undefined : incidentOf(world, message.incident);
  if (inject.incident !== undefined && !incident) return 'UNKNOWN_INCIDENT';
  if (incident && hasEnded(incident)) return 'INCIDENT_CLOSED';
  const { message: kind, from, to, subject, text, releasability: label, answerWithinMs } = inject;
  const data = { kind, to, text, label, ...(subject !== undefined && { subject }), answerWithinMs };
  const refusal = sendFrom(world, data, { by: { kind: 'engine' }, from, incident });
  const isShared = label.class !== 'JOINT' && label.tearLine !== undefined;
  if (!refusal && isShared) scripted.shared = { tearLine: world.tearLines.at(-1)?.id };
  return refusal;
}
