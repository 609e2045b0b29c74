/** What routing looks at: the alert's fields over all its info blocks, and the site's. */
import type {
  Alert,
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
import type { ReleaseClass } from '../release/release.js';

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

export function routingFacts(alert: Alert): RoutingFacts {
  const info = alert.info ?? [];
  return {
    site: alert.exercise.site,
    category: unique(info.flatMap((block) => block.category)),
    event: unique(info.map((block) => block.event)),
    urgency: gravest(
      URGENCIES,
      info.map((block) => block.urgency),
    ),
    severity: gravest(
      SEVERITIES,
      info.map((block) => block.severity),
    ),
    certainty: gravest(
      CERTAINTIES,
      info.map((block) => block.certainty),
    ),
    responseType: unique(info.flatMap((block) => block.responseType ?? [])),
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
function gravest<T extends string>(scale: readonly T[], values: readonly T[]): T {
  for (const grade of scale) if (values.includes(grade)) return grade;
  return scale[scale.length - 1] as T;
}

function unique<T>(values: readonly T[]): T[] {
  return values.length < 2 ? [...values] : [...new Set(values)];
}
