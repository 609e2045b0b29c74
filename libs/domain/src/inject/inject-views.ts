/** The script as trainers watch it: what has fired, what is to come and when. Told by the log alone. */
import type { InjectId } from '../kernel/ids.js';
import type { ExerciseTime } from '../kernel/exercise-time.js';
import type { LocalizedText } from '../kernel/localized-text.js';
import type { DomainEvent, EventOf, EventType } from '../kernel/event.js';
import { nextTime } from './evolve-inject.js';
import type { Inject, InjectCondition, ScriptedScenario } from './inject.js';

export const INJECT_STATUSES = ['planned', 'delayed', 'fired', 'skipped'] as const;
export type InjectStatus = (typeof INJECT_STATUSES)[number];

/** Times are exercise time, ms. */
export interface InjectView {
  readonly id: InjectId;
  readonly kind: Inject['kind'];
  readonly title?: LocalizedText;
  /** Made up during the run. */
  readonly improvised: boolean;
  /** `planned`: it waits for its time or condition; `delayed`: for a time that a trainer gave it; `fired`: for the last time. */
  readonly status: InjectStatus;
  /** As it was written; `null`: it waits for `when`. */
  readonly at: ExerciseTime | null;
  readonly when?: InjectCondition;
  /** When it comes next, if that is known. */
  readonly due: ExerciseTime | null;
  /** When it has fired, each time. */
  readonly fired: readonly ExerciseTime[];
  readonly skipped?: {
    readonly at: ExerciseTime;
    readonly reason: string;
    readonly code?: string;
    readonly message?: string;
  };
}

/** The events that update the script. */
export const INJECT_EVENTS = [
  'InjectScheduled',
  'InjectFired',
  'InjectSkipped',
  'InjectDelayed',
  'InjectImprovised',
] as const satisfies readonly EventType[];
/** What of such an event matters here. */
export type InjectEvent = {
  [T in (typeof INJECT_EVENTS)[number]]: Pick<EventOf<T>, 'type' | 'at' | 'data'>;
}[(typeof INJECT_EVENTS)[number]];

interface Standing {
  readonly inject: Inject;
  readonly improvised: boolean;
  status: InjectStatus;
  due: ExerciseTime | null;
  fired: ExerciseTime[];
  skipped?: InjectView['skipped'];
}

/** Those of the script in their order, then those that were improvised. @param events at least all of INJECT_EVENTS, in order */
export function injectViews({ injects = [] }: ScriptedScenario, events: Iterable<InjectEvent>): InjectView[] {
  const standings = new Map(injects.map((inject) => [inject.id, planned(inject, false)]));
  for (const event of events) {
    if (event.type === 'InjectImprovised') {
      standings.set(event.data.inject.id, planned(event.data.inject, true));
      continue;
    }
    const standing = standings.get(event.data.inject);
    if (standing) happened(standing, event);
  }
  return [...standings.values()].map(viewOf);
}

export function isInjectEvent<E extends DomainEvent>(event: E): event is E & InjectEvent {
  return (INJECT_EVENTS as readonly string[]).includes(event.type);
}

function planned(inject: Inject, improvised: boolean): Standing {
  return { inject, improvised, status: 'planned', due: inject.at ?? null, fired: [] };
}

function happened(standing: Standing, event: Exclude<InjectEvent, { type: 'InjectImprovised' }>): void {
  const { at } = event;
  switch (event.type) {
    case 'InjectScheduled':
      standing.due = event.data.due;
      return;
    case 'InjectDelayed':
      standing.status = 'delayed';
      standing.due = event.data.due;
      delete standing.skipped;
      return;
    case 'InjectSkipped': {
      const { reason, code, message } = event.data;
      standing.status = 'skipped';
      standing.due = null;
      standing.skipped = { at, reason, code, message };
      return;
    }
    case 'InjectFired':
      standing.fired.push(at);
      standing.due = nextTime(standing.inject, standing.fired.length, at) ?? null;
      standing.status = standing.due === null ? 'fired' : 'planned';
      delete standing.skipped;
      return;
    default:
      return event satisfies never;
  }
}

function viewOf({ inject, ...standing }: Standing): InjectView {
  const { id, kind, title, at = null, when } = inject;
  return { id, kind, title, at, when, ...standing };
}
