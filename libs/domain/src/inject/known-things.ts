/** Whether a side knows of what an inject has brought in: because it is of its class, was released, or has a tear line. */
import type { ReleaseClass, Side } from '../kernel/side.js';
import type { DomainEvent, EventOf } from '../kernel/event.js';
import type { InjectId } from '../kernel/ids.js';
import { nextTearLine, otherSide } from '../release/tear-line.js';
import { nextRequest } from '../releasing/releasing-state.js';
import type { Releasability } from '../alert/alert.js';
import type { Inject, KnownThing } from './inject.js';
import { injectOf, standingIn } from './lookup-inject.js';
import type { ScriptWorld } from './script-state.js';

/** The label of what an inject brings in; undefined: it brings nothing in that anybody could know of. */
export function releasabilityOf(inject: Inject): Releasability | undefined {
  if (inject.kind === 'alert') return inject.messages[0].alert.exercise.releasability;
  return inject.kind === 'message' || inject.kind === 'send' ? inject.releasability : undefined;
}

/** The side that gets a tear line of what the inject brings in; undefined: nobody does. */
export function tearLineReader(inject: Inject): Side | undefined {
  const label = releasabilityOf(inject);
  return label?.tearLine === undefined ? undefined : otherSide(label.class);
}

/** Whether the side knows of the thing now. */
export function knows(state: ScriptWorld, side: Side, { incident, tearLine }: KnownThing): boolean {
  const standing = standingIn(state.script, incident ?? tearLine);
  const wasBrought = incident === undefined ? standing.fired > 0 : standing.incident !== undefined;
  if (!wasBrought) return false;
  const owner = releasabilityOf(injectOf(state, incident ?? tearLine))?.class ?? 'JOINT';
  if (isOpenTo(owner, side)) return true;
  const links = standing.incident === undefined ? [] : (state.releasing.links[standing.incident] ?? []);
  return links.length > 0 || (incident === undefined && standing.shared === true);
}

export function isOpenTo(owner: ReleaseClass, side: Side): boolean {
  return owner === 'JOINT' || owner === side;
}

/** The id of the latest tear line of what the inject brought in; undefined: it has none, or one without a number. */
export function tearLineOf({ script }: ScriptWorld, inject: InjectId): string | undefined {
  return standingIn(script, inject).tearLine;
}

/** Follows what the other side gets of the things that the script brings in. */
export function followKnowledge(state: ScriptWorld, event: DomainEvent): void {
  if (event.type === 'InjectFired') return messageFired(state, event);
  if (event.type !== 'ReleaseDecided') return;
  const { decision, incident, tearLine } = event.data;
  if (decision !== 'tear-line' || incident === undefined) return;
  for (const standing of Object.values(state.script.injects)) {
    if (standing.incident !== incident) continue;
    standing.shared = true;
    if (tearLine !== undefined) standing.tearLine = tearLine;
  }
}

/** What it sends follows at once, so that its numbers are the next ones. */
function messageFired(state: ScriptWorld, { data: { inject: id } }: EventOf<'InjectFired'>): void {
  const inject = injectOf(state, id);
  const side = inject.kind === 'alert' ? undefined : tearLineReader(inject);
  const standing = standingIn(state.script, id);
  if (side !== undefined) {
    standing.shared = true;
    if (inject.kind === 'send') standing.tearLine = nextTearLine(state, side);
  }
  if (inject.kind !== 'release' || inject.release.act !== 'request') return;
  standing.request = nextRequest(state, inject.release.side);
}
