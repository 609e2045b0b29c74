/** A thread of a simulation: runs the given seeds, and returns their totals at the end. */
import { parentPort, workerData } from 'node:worker_threads';
import { reasonOf } from '../failure.js';
import { noTotals, simulateOnce } from './run-totals.js';
import type { FromThread, ThreadTask, ToThread } from './simulation.js';

const { scenarios, seed } = workerData as ThreadTask;
const totals = scenarios.map(noTotals);
const port = parentPort;
if (port === null) throw new Error('this is run as a thread of a simulation');

function send(message: FromThread): void {
  port?.postMessage(message);
}

function runAll({ from, to }: Extract<ToThread, { kind: 'run' }>): FromThread {
  const figures = [];
  for (let run = from; run < to; run++) {
    figures.push(
      scenarios.map((scenario, place) => {
        const sum = totals[place];
        if (!sum) throw new Error(`no totals of scenario ${place}`);
        return simulateOnce(scenario, `${seed}/${run + 1}`, sum);
      }),
    );
  }
  return { kind: 'ran', from, figures };
}

port.on('message', (message: ToThread) => {
  try {
    if (message.kind === 'run') return send(runAll(message));
    send({ kind: 'totals', totals });
    port.close();
  } catch (error) {
    send({ kind: 'failed', message: reasonOf(error) });
    port.close();
  }
});
