/** What people may ask for: changes of labels. The rules answer with events or a `DomainError`. */
import type { LabelledKind } from '../kernel/labelled-thing.js';
import type { StatedLabel } from './label-events.js';

export interface LabelCommands {
  /**
   * Replaces the label of a thing, its class aside. The same label with another `reviewAt`, or none, confirms it. `id`: of an alert in
   * force, a message, a note, an entry of a decision log, or an observation.
   */
  ChangeLabel: StatedLabel & {
    readonly of: LabelledKind;
    readonly id: string;
    /** Needed by controllers. */
    readonly reason?: string;
  };
}
