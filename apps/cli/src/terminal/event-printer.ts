/** The log in the terminal: an exercise followed, a line for each event of interest. */
import { isDetail } from '#contracts/events/event-groups.js';
import type { DomainEvent } from '#domain/kernel/event.js';
import { EventContexts } from '#domain/evaluation/event-context.js';
import type { Side } from '#domain/kernel/side.js';
import type { Names } from '#contracts/sentences/plain-text.js';
import { eventLine, type ShownEvent } from './event-line.js';
import { ExerciseNames } from './exercise-names.js';
import { lineText, MAX_COLUMNS, mergeLines, type Line } from './line.js';
import type { Paint, Piece } from './paint.js';

export interface EventPrinterSettings {
  readonly print: (line: string) => void;
  readonly paint: Paint;
  /** Of the terminal, asked for each line: its window may be resized. */
  readonly columns: () => number | undefined;
  /** Absent: units and sites are shown by their ids, and sides are learned from the events. */
  readonly names?: ExerciseNames;
  /** Ids instead of names. */
  readonly showsIds?: boolean;
  /** Every event, including details. */
  readonly all?: boolean;
  /** Whether a line is shown for an event; asked for every event, in order. Absent: all. */
  readonly accepts?: (event: ShownEvent) => boolean;
  /** Only events whose line or type contains this text, in upper or lower case. */
  readonly contains?: string;
}

/** Turns events into lines. */
export class EventPrinter {
  private readonly contexts = new EventContexts();
  private readonly known: ExerciseNames;
  private readonly names: Names;

  constructor(private readonly settings: EventPrinterSettings) {
    const { names = new ExerciseNames(), showsIds = false } = settings;
    this.known = names;
    this.names = {
      nameOf: (id) => (showsIds ? id : names.nameOf(id)),
      sideOf: (unit) => names.sideOf(unit),
    };
  }

  /** @returns how many events were shown */
  show(events: readonly ShownEvent[]): number {
    const { print, paint, columns, all = false, accepts } = this.settings;
    const lines = events.flatMap((event) => {
      this.learn(event);
      const context = this.contexts.next(event as unknown as DomainEvent);
      const isAccepted = accepts?.(event) ?? true;
      if (!isAccepted || (!all && isDetail(event))) return [];
      const line = eventLine(event, this.names, context);
      return this.contains(event, line) ? [line] : [];
    });
    for (const line of mergeLines(lines)) print(lineText(line, paint, columns() || MAX_COLUMNS));
    return lines.length;
  }

  private contains({ type }: ShownEvent, { time, incident, word, text, mark = '' }: Line): boolean {
    const { contains } = this.settings;
    if (contains === undefined) return true;
    const sentence = text.map(pieceText).join('');
    const shown = [type, time, incident, pieceText(word), sentence, pieceText(mark)].join(' ');
    return shown.toLowerCase().includes(contains.toLowerCase());
  }

  private learn({ type, data }: ShownEvent): void {
    if (type !== 'StepStarted' || !Array.isArray(data['addressees'])) return;
    for (const { unit, side } of data['addressees'] as { unit: string; side: Side }[]) this.known.learnSide(unit, side);
  }
}

function pieceText(piece: Piece): string {
  return typeof piece === 'string' ? piece : piece.text;
}
