/** A chain at work on an incident: where it stands. What follows from the answers is computed, in `requirement.ts`. */
import type { ExerciseTime } from '../kernel/exercise-time.js';
import type { ChainId, UnitId, NotificationId } from '../kernel/ids.js';
import type { Question } from '../unit/unit.js';

/** Why a step started. `raised`: the incident got graver, and the chain asks again who had acknowledged. */
export type StepReason = 'start' | 'timeout' | 'impossible' | 'skipped' | 'manual' | 'lapsed' | 'repeat' | 'raised';

export const CHAIN_STATUSES = ['delayed', 'active', 'halted', 'exhausted', 'stopped'] as const;
export type ChainStatus = (typeof CHAIN_STATUSES)[number];

export interface ChainRun {
  readonly chain: ChainId;
  readonly route: string;
  status: ChainStatus;
  /** Index of the current step; -1 before the first. */
  step: number;
  /** 0 for the first pass. */
  round: number;
  /** Why the current step was reached. */
  reason: StepReason;
  /**
   * What has become of the current step. `reached`: it has asked nobody yet, as it waits for its delay or its requirement
   * was met already. `left`: the chain is about to go on.
   */
  entered: 'reached' | 'started' | 'skipped' | 'left';
  /** The current step's, asked or covered; none while it is only reached. */
  questions: readonly Question[];
  /** Those of all steps since the chain started. */
  allQuestions: readonly Question[];
  /** The incident's answers that there were when the current step was reached. */
  answersBeforeStep: number;
  /** Answers up to this number do not count: the chain started anew after them. 0: all count. */
  answersBefore: number;
  /** Units whose earlier answers count all the same: they were under way when the chain started anew. */
  underWay: readonly UnitId[];
  /** The notifications of which the chain reminds, by id, and from when on: exercise time, ms. Empty unless it is at work. */
  reminds: Record<NotificationId, ExerciseTime>;
}

export function isAtWork({ status }: ChainRun): boolean {
  return status === 'active' || status === 'delayed';
}

function isSameQuestion(a: Question, b: Question): boolean {
  return a.unit === b.unit && a.action === b.action;
}

/** Each question once. */
export function mergeQuestions(known: readonly Question[], added: readonly Question[]): readonly Question[] {
  const fresh = added.filter((one) => !known.some((other) => isSameQuestion(one, other)));
  return fresh.length === 0 ? known : [...known, ...fresh];
}
