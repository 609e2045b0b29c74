/** `tandem start`: the whole product on this machine. */
import { InvalidArgumentError, type Command } from 'commander';
import { DEFAULT_SPEED } from '../local/demonstration.js';
import { BETWEEN_MS } from '../local/alert-feed.js';

export function addStart(program: Command): void {
  program
    .command('start')
    .description('run everything on this machine: database, API, worker, a demonstration, and a live feed of it')
    .option('--port <port>', 'as the setting PORT')
    .option('--no-demo', 'open and feed no demonstration')
    .option('--no-open', 'do not open the console in a browser')
    .option(
      '--speed <n>',
      `exercise time per wall time of the demonstration; ${DEFAULT_SPEED} for a new one`,
      number(0.1, 1000),
    )
    .option('--every <seconds>', `between two alerts of the demonstration; ${BETWEEN_MS / 1000}`, number(0.1, 3600))
    .action(async (options: { port?: string; demo: boolean; open: boolean; speed?: number; every?: number }) => {
      const { Supervisor } = await import('../local/supervisor.js');
      process.exitCode = await new Supervisor(options).run();
    });
}

function number(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (text.trim() !== '' && value >= least && value <= most) return value;
    throw new InvalidArgumentError(`Give a number from ${least} to ${most}.`);
  };
}
