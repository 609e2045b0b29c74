/** What an exercise of the model is made of: a scenario, and what people do in it. */
import type { Releasability } from '#domain/alert/alert.js';
import type { Address } from '#domain/message/address.js';
import type { MessageKind } from '#domain/message/message.js';
import type { InjectAlert } from '#domain/inject/inject.js';
import type { NoteLabel } from '#domain/incident/note-label.js';
import type { LabelledKind } from '#domain/kernel/labelled-thing.js';
import type { Side } from '#domain/kernel/side.js';
import type { Scenario } from '#domain/exercise/scenario.js';
import type { Action, Link, Progress } from '#domain/unit/unit.js';

export interface Case {
  readonly scenario: Scenario;
  readonly deeds: readonly Deed[];
}

/** What people do, as far as it can be said before the exercise runs: `incident` is the number of one that has opened by then. */
export type Deed = { readonly at: number; readonly by?: Side; readonly as?: As } & Doing;

/** Absent: an operator, or a program that sends an alert. */
export type As = 'commander' | 'liaison' | 'releasing-authority';

export type Doing =
  | { readonly do: 'start' | 'pause' | 'resume' | 'end' | 'dropPolicy' }
  | { readonly do: 'alert'; readonly message: InjectAlert }
  | { readonly do: 'acknowledge' | 'decline'; readonly unit: string }
  | { readonly do: 'report'; readonly unit: string; readonly progress: Progress }
  | {
      readonly do: 'resolve' | 'close' | 'cancel' | 'withdraw' | 'hasty' | 'escalate' | 'restart';
      readonly incident: number;
    }
  | { readonly do: 'proposeCommander' | 'confirmCommander'; readonly incident: number; readonly account: string }
  | { readonly do: 'changePolicy' | 'proposePolicy' | 'ownPolicy'; readonly version: number; readonly chain: string }
  | { readonly do: 'approvePolicy' | 'rejectPolicy' | 'withdrawPolicy'; readonly proposal: number }
  | {
      readonly do: 'note' | 'record';
      readonly incident: number;
      readonly shared?: boolean | undefined;
      readonly label?: NoteLabel | undefined;
    }
  | { readonly do: 'assign' | 'handOver'; readonly incident: number; readonly account: string }
  | LetterDeed
  | ReleaseDeed
  | LabelDeed
  | { readonly do: 'read'; readonly back: number }
  | { readonly do: 'confirmHandover'; readonly incident: number }
  | { readonly do: 'override'; readonly incident: number; readonly side: Side }
  | { readonly do: 'ask'; readonly incident: number; readonly unit: string; readonly action: Action }
  | { readonly do: 'duty'; readonly unit: string; readonly duty: 'on' | 'off' }
  | { readonly do: 'mode'; readonly unit: string; readonly mode: 'simulated' | 'played' }
  | { readonly do: 'fire' | 'skip'; readonly inject: string }
  | { readonly do: 'delay'; readonly inject: string; readonly byMs: number }
  | { readonly do: 'link'; readonly unit?: string; readonly side?: Side; readonly link: Link };

/** `back`: what it replies to, counted from the last one. */
export interface LetterDeed {
  readonly do: 'send';
  readonly kind: MessageKind;
  readonly to: readonly Address[];
  /** A unit, in whose name it is sent. */
  readonly from?: string | undefined;
  readonly text: string;
  readonly label: Releasability;
  readonly incident?: number | undefined;
  readonly back?: number | undefined;
  readonly answerWithinMs?: number | undefined;
}

/** `back`: of which thing of its kind, counted from the last one. */
export interface LabelDeed extends Pick<Releasability, 'tlp' | 'reviewAt'> {
  readonly do: 'relabel';
  readonly of: Exclude<LabelledKind, 'observation'>;
  readonly back: number;
  readonly releasableTo: readonly string[];
  readonly reason?: string | undefined;
}

/** `back`: which request or case, counted from the last one. */
export type ReleaseDeed =
  | { readonly do: 'requestRelease'; readonly from?: Side | undefined; readonly tearLine?: string | undefined }
  | {
      readonly do: 'proposeRelease';
      readonly incident: number;
      readonly alerts: Choice;
      readonly answers: Choice;
      readonly notes: Choice;
      readonly join?: number | undefined;
      /** The case that it answers. */
      readonly back?: number | undefined;
    }
  | {
      readonly do: 'decideRelease';
      readonly back: number;
      readonly decision: 'approve' | 'tear-line' | 'decline';
      readonly reason?: string | undefined;
      readonly shareReason?: boolean;
      readonly text?: string | undefined;
    }
  | { readonly do: 'withdrawRelease'; readonly back: number; readonly of: 'requests' | 'cases' };

/** `default`: it is left out; `first`: of all that the log has shown; `other`: one that there is not. */
export type Choice = 'default' | 'first' | 'all' | 'none' | 'other';
