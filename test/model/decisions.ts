/** What people decide about an incident. Of one that both sides know of, each side decides for itself. */
import type { Actor } from '#domain/kernel/event.js';
import type { Side } from '#domain/kernel/side.js';
import { cancelIncident, close, resolve } from './incidents.js';
import { isCommander } from './charge.js';
import { sideOf } from './people.js';
import { RANK } from './due.js';
import { later, record, type Decided, type Incident, type World } from './world.js';

interface Saying {
  readonly decision: Decided;
  readonly reason: string | undefined;
  readonly by: Actor;
}

/** Who is of no side, or commands the incident, decides for both, and says why. What the two sides have not both decided waits. */
export function decide(world: World, incident: Incident, { decision, reason, by }: Saying): string | undefined {
  const side = isCommander(incident, by) ? undefined : sideOf(by);
  if (incident.class !== 'JOINT') return carryOut(world, incident, decision, 'command');
  if (side === undefined) {
    return reason?.trim() ? carryOut(world, incident, decision, 'command') : 'REASON_REQUIRED';
  }
  if (incident.decided[side] === decision) return 'ALREADY_DECIDED';
  incident.decided[side] = decision;
  record(world, `${incident.id} ${side} decides to ${decision}`);
  const other = incident.decided[side === 'PAK' ? 'CHN' : 'PAK'];
  if (other === decision) return carryOut(world, incident, decision, 'agreed');
  incident.waiting = undefined;
  if (other === undefined) wait(world, incident);
  else record(world, `${incident.id} is deadlocked (differ)`);
  return undefined;
}

export function withdrawDecision(world: World, incident: Incident, by: Actor): string | undefined {
  const side: Side | undefined = sideOf(by);
  if (side === undefined || incident.decided[side] === undefined) return 'NOTHING_DECIDED';
  record(world, `${incident.id} ${side} does not ${incident.decided[side]} after all`);
  delete incident.decided[side];
  incident.waiting = undefined;
  if (Object.keys(incident.decided).length > 0) wait(world, incident);
  return undefined;
}

/** One side waits for the other; after the time that the policy gives, that is a deadlock. */
function wait(world: World, incident: Incident): void {
  const patience = incident.policy.jointDecision?.deadlockAfterMs;
  if (patience === undefined) return;
  const waiting = {};
  incident.waiting = waiting;
  later(world, patience, RANK.step, () => {
    if (incident.waiting === waiting) record(world, `${incident.id} is deadlocked (waiting)`);
  });
}

function carryOut(world: World, incident: Incident, decision: Decided, how: 'command' | 'agreed'): undefined {
  if (decision === 'resolve') resolve(world, incident, how);
  else if (decision === 'close') close(world, incident, how);
  else cancelIncident(world, incident, how);
}
