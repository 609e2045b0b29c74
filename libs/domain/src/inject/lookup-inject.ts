/** Look-ups of injects that must succeed: an event or a timer names only what there is. */
import type { IncidentId, UnitId, InjectId } from '../kernel/ids.js';
import type { ScriptWorld } from './script-state.js';
import type { Inject } from './inject.js';
import type { InjectState, Script } from './script.js';
import { scriptIndex } from './script-index.js';

export function injectOf(state: ScriptWorld, id: InjectId): Inject {
  const inject = scriptIndex(state.scenario).injects.get(id) ?? state.script.improvised?.[id];
  if (!inject) throw new Error(`neither script nor trainers know an inject "${id}"`);
  return inject;
}

export function injectStateOf({ script }: ScriptWorld, id: InjectId): InjectState {
  return standingIn(script, id);
}

export function standingIn({ injects }: Script, id: InjectId): InjectState {
  const standing = injects[id];
  if (!standing) throw new Error(`the state holds no inject "${id}"`);
  return standing;
}

/** How often a unit has declined notifications of an incident. */
export function timesDeclined({ declined }: Script, unit: UnitId, incident: IncidentId): number {
  return declined[unit]?.filter((one) => one === incident).length ?? 0;
}
