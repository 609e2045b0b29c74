/** A thread for calculations: takes one task after the other, and answers each with one message. */
import { parentPort } from 'node:worker_threads';
import { InputError } from '#contracts/problem.js';
import type { FromThread, ToThread } from './calculations.js';
import { startTask, type Task } from './tasks.js';

const port = parentPort;
if (port === null) throw new Error('this is run as a thread of the API');

let task: Task | undefined;

port.on('message', (message: ToThread) => {
  // A task that has failed takes no more parts.
  if (message.kind !== 'start' && task === undefined) return;
  try {
    if (message.kind === 'start') task = startTask(message.task, message.input);
    else if (message.kind === 'part') task?.take?.(message.part);
    else if (task !== undefined) {
      const { finish } = task;
      task = undefined;
      answer({ kind: 'done', result: finish() });
    }
  } catch (error) {
    task = undefined;
    answer(refusalOf(error));
  }
});

function refusalOf(error: unknown): FromThread {
  if (!(error instanceof InputError)) return { kind: 'failed', error };
  const { code, message, problems } = error;
  return { kind: 'refused', code, message, problems };
}

function answer(message: FromThread): void {
  port?.postMessage(message);
}
