/** Where the script stands during a run. Part of the state: plain and serialisable. Times are exercise time, ms. */
import type { IncidentId, InjectId, UnitId } from '../kernel/ids.js';
import type { Inject, ScriptedScenario } from './inject.js';
import type { Watch } from './script-index.js';

export interface Script {
  readonly injects: Record<InjectId, InjectState>;
  /** What trainers made up; absent: nothing. */
  improvised?: Record<InjectId, Inject>;
  /** What conditions need to know of the incidents of alert injects; kept when the incident has left the state. */
  readonly incidents: Record<IncidentId, FollowedIncident>;
  /** Unit → the incident of each notification that it declined; only units that a condition names. */
  readonly declined: Record<UnitId, IncidentId[]>;
}

export interface InjectState {
  /** `scheduled`: its condition has held, another time is to come, or a trainer gave it one. */
  status: 'waiting' | 'scheduled' | 'fired' | 'skipped';
  /** How often it has fired. */
  fired: number;
  /** Of an alert inject: the incident that its first alert opened or joined. */
  incident?: IncidentId;
  /** Of a release inject that asks: the id of its request. */
  request?: string;
  /** The other side has a tear line of what it brought in. */
  shared?: true;
  /** The id of the latest one, if it has an id. */
  tearLine?: string;
  /** That incident was resolved since, be it open again; kept where a condition asks for it. */
  resolved?: true;
  /** What that incident had behind it when this alert opened it again: none of it is an answer to this alert. */
  before?: { readonly escalations: number; readonly declined: Readonly<Record<UnitId, number>> };
}

export interface FollowedIncident {
  escalations: number;
  watches: readonly Watch[];
}

export function newScript({ injects = [] }: ScriptedScenario): Script {
  const standings: Record<InjectId, InjectState> = {};
  for (const { id } of injects) standings[id] = { status: 'waiting', fired: 0 };
  return { injects: standings, incidents: {}, declined: {} };
}
