/** What people write about incidents and to each other, as the state holds it: a label that is lowered discloses it. */
import type { EventOf } from '../kernel/event.js';
import type { IncidentId } from '../kernel/ids.js';
import type { ReleaseClass, Side } from '../kernel/side.js';

type WrittenType = 'IncidentNoted' | 'DecisionRecorded' | 'MessagePosted' | 'ObservationRecorded';

/** The event that says what somebody wrote. */
export type WrittenEvent = {
  [T in WrittenType]: Pick<EventOf<T>, 'type' | 'at' | 'actor' | 'data'>;
}[WrittenType];

export interface Written {
  readonly of: 'note' | 'decision' | 'observation';
  /** Of a note and a decision always. */
  readonly incident?: IncidentId;
  readonly readers: ReleaseClass;
  /** The side that wrote it; absent: exercise control. */
  readonly owner?: Side;
  /** As markings name who wrote it. */
  readonly originator?: string;
  /** As `markingText` writes it; absent: that of its readers' class. */
  marking?: string;
  readonly tearLine?: string;
  /** What it says. Absent where both sides read it: that is kept from nobody, and so disclosed to nobody. */
  readonly said?: WrittenEvent;
}
