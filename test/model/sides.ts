/** What the sides propose, offer, write and ask each other: parts of the {@link World}. */
import type { ReleaseClass, Side } from '#domain/kernel/side.js';
import type { MessageKind, RequestStatus } from '#domain/message/message.js';
import type { Policy } from '#domain/policy/policy.js';
import type { Label } from './labels.js';
import type { Question } from './world.js';

/** A policy that a side has proposed to the other. */
export interface Proposal {
  readonly id: string;
  readonly side: Side;
  readonly policy: Policy;
  /** Neither answered nor withdrawn. */
  isOpen: boolean;
}

/** By whom the command, or the assignment within a side, is offered to whom. */
export interface Offer {
  readonly of: 'command' | 'assignment';
  readonly side: Side;
  readonly from: string;
  readonly to: string;
}

/** A note, or a decision on record. */
export interface Written {
  readonly id: string;
  readonly readers: ReleaseClass | 'CONTROL';
  readonly text: string;
  /** Absent: those who run the exercise read it. */
  label: Label | undefined;
  readonly moment: number;
  /** The side that wrote it, or released it. */
  readonly owner: ReleaseClass | 'CONTROL' | undefined;
  /** As labels name who wrote it; absent: nobody did. */
  readonly writer: string | undefined;
  readonly tearLine?: string | undefined;
  /** When its label is to be looked at again. */
  reviewAt?: string | undefined;
  /** What it has become in the eyes of both sides. */
  released?: string;
}

/** What people and units write to each other. */
export interface Letter {
  readonly id: string;
  readonly class: ReleaseClass;
  label: Label;
  readonly kind: MessageKind;
  readonly text: string;
  readonly parent: Letter | undefined;
  tearLine?: string | undefined;
  readonly from: string;
  readonly to: readonly string[];
  /** As labels name it; undefined: nobody whom they name. */
  readonly writer: string | undefined;
  readonly incident: string | undefined;
  /** Subject and text, in lower case. */
  readonly words: string;
  readonly readBy: string[];
  /** Of a request. */
  status: RequestStatus;
  readonly answeredBy: string[];
  /** The answer that a simulated unit is going to give, by unit. */
  readonly plans: Map<string, object>;
}

/** What a side has asked the other side's releasing desk. */
export interface Request {
  readonly id: string;
  readonly from: Side;
  readonly case: ReleaseCase;
  isWaiting: boolean;
}

/** What the releasing desk of the owner's side has before it. */
export interface ReleaseCase {
  readonly id: string;
  readonly owner: Side;
  /** Absent: the other side has not asked. */
  readonly asked?: { readonly tearLine: string | undefined };
  proposal?: Proposed | undefined;
  /** Exercise time, ms; absent: it has no deadline. */
  decideBy?: number;
  isOverdue: boolean;
  /** Decided, or withdrawn. */
  isOver: boolean;
}

export interface Proposed {
  readonly incident: string;
  readonly alerts: readonly string[];
  /** The answers to these questions. */
  readonly questions: readonly Question[];
  readonly notes: readonly string[];
  readonly join: string | undefined;
  readonly by: string;
}
