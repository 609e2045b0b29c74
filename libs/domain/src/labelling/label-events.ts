/** What can happen to the labels of things, in the past tense. */
import type { Releasability } from '../alert/alert.js';
import type { WrittenEvent } from '../incident/writing.js';
import type { LabelledThing } from '../kernel/labelled-thing.js';
import type { Side } from '../kernel/side.js';
import type { TimerAction } from '../kernel/timers.js';
import type { ExerciseTime } from '../kernel/exercise-time.js';
import type { Message } from '../message/message.js';
import type { Marking } from '../release/label.js';

/** What a person sets of a label. Absent: the TLP of the class, nobody named, no review. */
export type StatedLabel = Pick<Releasability, 'tlp' | 'releasableTo' | 'reviewAt'>;

/** A message as it stands, for those who may read it from now on. */
export interface DisclosedMessage {
  readonly message: Message;
  /** Its reminder and its deadline. */
  readonly timers: readonly { readonly due: ExerciseTime; readonly action: TimerAction }[];
}

type Thing = { -readonly [K in keyof LabelledThing]: LabelledThing[K] };

export interface LabelEvents {
  /**
   * Somebody replaced the label, or confirmed it (`from` and `to` are the same). Read by whoever may read the thing under one of the two.
   * `set`: what the person stated; `owner`: the side whose releasing desk reviews it.
   */
  LabelChanged: Thing & {
    from: Marking;
    to: Marking;
    set: StatedLabel;
    /** Who had it until now, and may not read it any more: `desk:PAK`, `unit:ID`, `account:ID`, `role:ROLE`, `wall`. */
    seenBy?: string[];
    /** The tear line that the other side has of it, and keeps. */
    tearLine?: string;
    reason?: string;
    owner?: Side;
    label: Marking;
  };
  /** In the place of the former, for those who may not read the thing any more. No engine writes it: it is how they see it. */
  LabelWithheld: Thing;
  /** A label was lowered: to those who read a message, a note, a decision or an observation from now on, what it says. */
  LabelDisclosed: Thing & { said: WrittenEvent; disclosed?: DisclosedMessage; label: Marking };
  /** The story has reached the label's `reviewAt`: the releasing desk of the owner is to confirm or change it. */
  LabelReviewDue: Thing & { owner?: Side; label: Marking };
}
