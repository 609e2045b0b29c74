/** What routing looks at: the alert's fields over all its info blocks, and the site's. */
import type {
  Alert,
  AlertInfo,
  Category,
  Certainty,
  Confidence,
  MsgType,
  ResponseType,
  Scope,
  Severity,
  Urgency,
} from '../alert/alert.js';
import { CERTAINTIES, SEVERITIES, URGENCIES } from '../alert/alert.js';
import type { ReleaseClass } from '../kernel/side.js';

/** A plain, small value that an incident keeps, so that an alert's body need not stay in memory. */
export interface RoutingFacts {
  readonly site?: string;
  readonly category: readonly Category[];
  readonly event: readonly string[];
  /** The gravest of the info blocks. */
  readonly urgency: Urgency;
  readonly severity: Severity;
  readonly certainty: Certainty;
  readonly responseType: readonly ResponseType[];
  readonly msgType: MsgType;
  readonly status: 'Exercise' | 'Test';
  readonly scope: Scope;
  readonly sender: string;
  readonly source?: string;
  readonly confidence?: Confidence;
  readonly class: ReleaseClass;
  readonly nationals: Readonly<Record<string, number>>;
  readonly casualties: Readonly<Record<string, number>>;
}

/** For what looks at one field, or at the site alone. */
export const NO_FACTS: RoutingFacts = {
  category: [],
  event: [],
  urgency: 'Unknown',
  severity: 'Unknown',
  certainty: 'Unknown',
  responseType: [],
  msgType: 'Alert',
  status: 'Exercise',
  scope: 'Private',
  sender: '',
  class: 'JOINT',
  nationals: {},
  casualties: {},
};

export function routingFacts(alert: Alert): RoutingFacts {
  const info = alert.info ?? [];
  return {
    site: alert.exercise.site,
    category: gathered(info, ({ category }) => category),
    event: gathered(info, ({ event }) => [event]),
    urgency: gravest(URGENCIES, info, ({ urgency }) => urgency),
    severity: gravest(SEVERITIES, info, ({ severity }) => severity),
    certainty: gravest(CERTAINTIES, info, ({ certainty }) => certainty),
    responseType: gathered(info, ({ responseType }) => responseType ?? []),
    msgType: alert.msgType,
    status: alert.status,
    scope: alert.scope,
    sender: alert.sender,
    source: alert.exercise.source,
    confidence: alert.exercise.confidence,
    class: alert.exercise.releasability.class,
    nationals: alert.exercise.nationals ?? {},
    casualties: alert.exercise.casualties ?? {},
  };
}

/** CAP lists each scale gravest first and `Unknown` last. */
function gravest<T extends string>(
  scale: readonly T[],
  info: readonly AlertInfo[],
  gradeOf: (block: AlertInfo) => T,
): T {
  let found = scale.length - 1;
  for (const block of info) {
    const place = scale.indexOf(gradeOf(block));
    if (place >= 0 && place < found) found = place;
  }
  return scale[found] as T;
}

/** What the blocks say, each value once. */
function gathered<T>(info: readonly AlertInfo[], valuesOf: (block: AlertInfo) => readonly T[]): T[] {
  const found: T[] = [];
  for (const block of info) {
    for (const value of valuesOf(block)) if (!found.includes(value)) found.push(value);
  }
  return found;
}
