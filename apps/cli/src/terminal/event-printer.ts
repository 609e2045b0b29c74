/** The log in the terminal: an exercise followed, a line for each event of interest. */
import type { z } from 'zod';
import { isDetail } from '#contracts/events/event-groups.js';
import type { unitPage } from '#contracts/http/units.js';
import type { DomainEvent } from '#domain/kernel/event.js';
import { EventContexts } from '#domain/evaluation/event-context.js';
import type { Side } from '#domain/kernel/side.js';
import type { ApiClient } from '../client/api-client.js';
import { path } from '../client/api-client.js';
import { eventLine, type ShownEvent, type SideOf } from './event-line.js';
import { lineText, MAX_COLUMNS, mergeLines } from './line.js';
import type { Paint } from './paint.js';

export interface EventPrinterSettings {
  readonly print: (line: string) => void;
  readonly paint: Paint;
  /** Of the terminal, asked anew for each line: it may be resized. */
  readonly columns: () => number | undefined;
  /** Every event, those of little interest, too. */
  readonly all?: boolean;
}

/** Turns events into lines. Of which side a unit is, it learns from the exercise's units and from the events. */
export class EventPrinter {
  private readonly contexts = new EventContexts();
  private readonly sides = new Map<string, Side>();
  private readonly sideOf: SideOf = (unit) => this.sides.get(unit);

  constructor(private readonly settings: EventPrinterSettings) {}

  /** Optional: events tell the sides, too, but not the very first ones. */
  async learnSides(api: ApiClient, exercise: string): Promise<void> {
    try {
      const page = await api.send<z.infer<typeof unitPage>>(`${path('exercises', exercise, 'units')}?limit=500`);
      this.knowSides(page.items);
    } catch {
      // The lines are poorer without, not wrong.
    }
  }

  knowSides(units: Iterable<{ readonly id: string; readonly side: Side }>): void {
    for (const { id, side } of units) this.sides.set(id, side);
  }

  show(events: readonly ShownEvent[]): void {
    const { print, paint, columns, all = false } = this.settings;
    const lines = events.flatMap((event) => {
      this.learn(event);
      const context = this.contexts.next(event as unknown as DomainEvent);
      return all || !isDetail(event) ? [eventLine(event, this.sideOf, context)] : [];
    });
    for (const line of mergeLines(lines)) print(lineText(line, paint, columns() || MAX_COLUMNS));
  }

  private learn({ type, data }: ShownEvent): void {
    if (type !== 'StepStarted' || !Array.isArray(data['addressees'])) return;
    for (const { unit, side } of data['addressees'] as { unit: string; side: Side }[]) this.sides.set(unit, side);
  }
}
