/** Names and moments that the parts of a report share. */
import type { ApiShapes } from '#contracts/client/create-api-client.js';
import type { EventView } from '#contracts/http/events.js';

export type Report = ApiShapes['AfterActionReport'];
type Actor = Report['observations'][number]['actor'];

export interface ReportFacts {
  readonly report: Report;
  readonly exercise: string;
  readonly event: (seq: number) => EventView | undefined;
  readonly unit: (id: string) => Report['units'][number] | undefined;
  readonly person: (actor: Actor) => string;
}

export function factsOf(report: Report, exercise: string): ReportFacts {
  const events = new Map(report.events.map((event) => [event.seq, event as unknown as EventView]));
  const units = new Map(report.units.map((unit) => [unit.id, unit]));
  const people = new Map(report.people.map(({ id, name }) => [id, name]));
  return {
    report,
    exercise,
    event: (seq) => events.get(seq),
    unit: (id) => units.get(id),
    person: ({ id = '' }) => people.get(id) ?? id,
  };
}

/** `83 %`. */
export function percentText(share: number | undefined): string {
  return share === undefined ? '–' : `${Math.round(share * 100)} %`;
}
