/** A thread for calculations: takes one task after the other, and answers each with one message. */
import { parentPort } from 'node:worker_threads';
import { DomainError } from '#domain/kernel/domain-error.js';
import { InputError } from '#contracts/problem.js';
import { startTask, type Task } from './tasks.js';
import type { FromThread, ToThread } from './thread-talk.js';

const port = parentPort;
if (port === null) throw new Error('this is run as a thread of the API');

let task: Task | undefined;

port.on('message', (message: ToThread) => {
  // A task that has failed takes no more parts.
  if (message.kind !== 'start' && task === undefined) return;
  hear(message).catch((error: unknown) => {
    task = undefined;
    answer(refusalOf(error));
  });
});

/** The API sends the next message only when this one is answered. */
async function hear(message: ToThread): Promise<void> {
  switch (message.kind) {
    case 'start':
      task = startTask(message.task, message.input);
      return answer({ kind: 'ready', known: task.known });
    case 'part':
      task?.take?.(message.part);
      return answer({ kind: 'ready' });
    case 'end': {
      const result = await task?.finish();
      task = undefined;
      return answer({ kind: 'done', result }, result instanceof Uint8Array ? [result.buffer as ArrayBuffer] : []);
    }
    default:
      return message satisfies never;
  }
}

function refusalOf(error: unknown): FromThread {
  if (error instanceof DomainError) return { kind: 'against-rules', code: error.code, message: error.message };
  if (!(error instanceof InputError)) return { kind: 'failed', error };
  const { code, message, problems } = error;
  return { kind: 'refused', code, message, problems };
}

function answer(message: FromThread, moved: readonly ArrayBuffer[] = []): void {
  port?.postMessage(message, [...moved]);
}
