/** The tear lines that a viewer reads: all that one side has let the other know of things that it keeps to itself. */
import type { EventView } from '#contracts/http/events.js';
import type { EventData } from '#domain/kernel/event.js';
import type { ReleaseClass, Side } from '#domain/kernel/side.js';

export type TearLine = Omit<EventData['TearLineShared'], 'replaces'> & {
  readonly at: number;
  readonly to: Side;
  /** The former tear lines of the same thing, in whose place it stands. */
  readonly replaces: string | undefined;
};

/** Those in force, the latest first. @param events of the type `TearLineShared`, oldest first; the same one may come twice */
export function tearLinesOf(events: readonly EventView[]): readonly TearLine[] {
  const inForce = new Map<string, TearLine>();
  for (const { data, at, audience } of events) {
    const { tearLine, from, kind, text, label, replaces } = data as unknown as EventData['TearLineShared'];
    const to = audience as ReleaseClass;
    if (to === 'JOINT' || inForce.has(tearLine)) continue;
    inForce.set(tearLine, { tearLine, from, kind, text, label, at, to, replaces });
  }
  const replaced = new Set([...inForce.values()].map(({ replaces }) => replaces));
  return [...inForce.values()].filter(({ tearLine }) => !replaced.has(tearLine)).toReversed();
}
