/** What is said between the API and one of its threads, and one task from its start to its answer. */
import type { Worker } from 'node:worker_threads';
import { DomainError, type DomainErrorCode } from '#domain/kernel/domain-error.js';
import { InputError, type FieldProblem, type InputCode } from '#contracts/problem.js';
import { Problem } from '../problems/problem.js';
import type { TaskName } from './tasks.js';

export type ToThread =
  | { readonly kind: 'start'; readonly task: TaskName; readonly input: unknown }
  | { readonly kind: 'part'; readonly part: unknown }
  | { readonly kind: 'end' };

export type FromThread =
  /** The next part may come: so nothing piles up between them. After the start: what the task knows already. */
  | { readonly kind: 'ready'; readonly known?: unknown }
  | { readonly kind: 'done'; readonly result: unknown }
  | {
      readonly kind: 'refused';
      readonly code: InputCode;
      readonly message: string;
      readonly problems: readonly FieldProblem[];
    }
  /** By the rules of the exercise. */
  | { readonly kind: 'against-rules'; readonly code: DomainErrorCode; readonly message: string }
  | { readonly kind: 'failed'; readonly error: unknown };

type Answer = Exclude<FromThread, { kind: 'ready' }>;

/** What a task is given piece by piece after its input. @param known what the task has said that it knows already */
export type Parts = (known: unknown) => AsyncIterable<unknown>;

/**
 * Has a thread do one task.
 * @param deadlineMs counts while parts are read, too
 * @throws Problem CALCULATION_TOO_LONG, SHUTTING_DOWN; what the parts throw. The thread is then in the middle of something.
 */
export async function answerFrom(
  thread: Worker,
  start: { readonly task: TaskName; readonly input: unknown },
  { parts = nothing, deadlineMs }: { readonly parts?: Parts | undefined; readonly deadlineMs: number },
): Promise<Answer> {
  let settle: (() => void) | undefined;
  let isAnswered = false;
  /** Called once by each `ready`, and by the answer. */
  let wake: (known?: unknown) => void = () => undefined;
  const answer = new Promise<Answer>((resolve, reject) => {
    const onMessage = (message: FromThread): void => {
      if (message.kind === 'ready') return wake(message.known);
      isAnswered = true;
      wake();
      resolve(message);
    };
    const onError = (error: unknown): void =>
      reject(isOutOfMemory(error) ? tooMuch('needs more memory than it may have') : error);
    const onExit = (): void => reject(new Problem('SHUTTING_DOWN', 'This process is shutting down; ask another.'));
    const timer = setTimeout(
      () => reject(tooMuch(`takes more than ${Math.round(deadlineMs / 100) / 10} s`)),
      deadlineMs,
    );
    thread.on('message', onMessage).on('error', onError).on('exit', onExit);
    settle = () => {
      clearTimeout(timer);
      thread.off('message', onMessage).off('error', onError).off('exit', onExit);
    };
  });
  const post = async (message: ToThread): Promise<unknown> => {
    const ready = new Promise<unknown>((resolve) => (wake = resolve));
    thread.postMessage(message);
    return ready;
  };
  const send = async (): Promise<Answer> => {
    const known = await post({ kind: 'start', ...start });
    if (isAnswered) return answer;
    for await (const part of parts(known)) {
      await post({ kind: 'part', part });
      // Refused before all was sent.
      if (isAnswered) return answer;
    }
    await post({ kind: 'end' });
    return answer;
  };
  try {
    return await Promise.race([answer, send()]);
  } finally {
    settle?.();
  }
}

async function* nothing(): AsyncGenerator<never> {}

function isOutOfMemory(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

function tooMuch(why: string): Problem {
  return new Problem('CALCULATION_TOO_LONG', `This ${why} to calculate; send something smaller.`);
}

/** @throws InputError, DomainError of the task; and what it threw by a fault of ours */
export function resultOf(message: Answer): unknown {
  switch (message.kind) {
    case 'done':
      return message.result;
    case 'refused':
      throw new InputError(message.code, message.problems, message.message);
    case 'against-rules':
      throw new DomainError(message.code, message.message);
    case 'failed':
      throw message.error;
    default:
      return message satisfies never;
  }
}
