/**
 * Calculations that would hold the event loop too long: checks of scenarios, policies and large alerts, plans, reports. They run
 * in a few threads, each with a deadline and a bound on its memory. What takes longer, or needs more, is ended with its thread.
 */
import { Worker } from 'node:worker_threads';
import type { OnApplicationShutdown } from '@nestjs/common';
import { Problem } from '../problems/problem.js';
import type { TaskInputs, TaskName, TaskResults } from './tasks.js';
import { answerFrom, resultOf, type Parts } from './thread-talk.js';

export interface CalculationSettings {
  /** At the same time. */
  readonly threads?: number;
  /** Beyond those that run. */
  readonly mostWaiting?: number;
  /** Of one account, running or waiting: the others have the rest. */
  readonly mostOfAccount?: number;
  /** How long one may run, ms. */
  readonly deadlineMs?: number;
  /** Of the JavaScript heap of a thread, MiB. */
  readonly memoryMiB?: number;
}

const DEFAULTS: Required<CalculationSettings> = {
  threads: 2,
  mostWaiting: 16,
  mostOfAccount: 8,
  deadlineMs: 20_000,
  memoryMiB: 768,
};

/** Beside this file once it is compiled, and beside the program once that is gathered; tests run the sources. */
const THREAD = new URL(
  import.meta.url.endsWith('.ts') ? '../../../../dist/bin/calculation-thread.js' : './calculation-thread.js',
  import.meta.url,
);

export interface CalculationOptions {
  /** The account that asks. */
  readonly account: string;
  /** What the thread is given piece by piece after the input, so that it is never in one message. */
  readonly parts?: Parts;
  /** Instead of the usual one, ms. */
  readonly deadlineMs?: number;
}

export class Calculations implements OnApplicationShutdown {
  private readonly settings: Required<CalculationSettings>;
  private readonly idle: Worker[] = [];
  private readonly all = new Set<Worker>();
  private running = 0;
  private readonly waiting: (() => void)[] = [];
  private readonly ofAccount = new Map<string, number>();
  private closed = false;

  constructor(settings: CalculationSettings = {}) {
    this.settings = { ...DEFAULTS, ...settings };
  }

  /**
   * @throws Problem TOO_MANY_CALCULATIONS, CALCULATION_TOO_LONG, SHUTTING_DOWN; InputError and DomainError of the task; what the
   *   parts throw
   */
  async run<T extends TaskName>(task: T, input: TaskInputs[T], options: CalculationOptions): Promise<TaskResults[T]> {
    const release = await this.admit(options.account);
    try {
      return (await this.calculate(task, input, options)) as TaskResults[T];
    } finally {
      release();
    }
  }

  /** An exercise was deleted: threads that may keep a state of it are replaced. */
  forgetExercise(_exercise: string): void {
    for (const thread of this.idle.splice(0)) void thread.terminate();
  }

  onApplicationShutdown(): Promise<void> {
    return this.close();
  }

  async close(): Promise<void> {
    this.closed = true;
    for (const go of this.waiting.splice(0)) go();
    await Promise.all([...this.all].map((thread) => thread.terminate()));
  }

  /** Waits for its turn. @returns what gives the place to the next */
  private async admit(account: string): Promise<() => void> {
    const { threads, mostWaiting, mostOfAccount } = this.settings;
    const own = this.ofAccount.get(account) ?? 0;
    if (own >= mostOfAccount || this.waiting.length >= mostWaiting) {
      const message =
        own >= mostOfAccount
          ? `${own} calculations of this account are under way; wait for one of them to end.`
          : `${this.waiting.length} calculations are waiting already; try again in a second.`;
      throw new Problem('TOO_MANY_CALCULATIONS', message, { headers: { 'retry-after': '1' } });
    }
    this.ofAccount.set(account, own + 1);
    if (this.running >= threads) await new Promise<void>((go) => this.waiting.push(go));
    else this.running += 1;
    return () => {
      const left = (this.ofAccount.get(account) ?? 1) - 1;
      if (left > 0) this.ofAccount.set(account, left);
      else this.ofAccount.delete(account);
      const next = this.waiting.shift();
      // The place goes over to the next one.
      if (next === undefined) this.running -= 1;
      else next();
    };
  }

  private async calculate(task: TaskName, input: unknown, { parts, deadlineMs }: CalculationOptions): Promise<unknown> {
    if (this.closed) throw new Problem('SHUTTING_DOWN', 'This process is shutting down; ask another.');
    const thread = this.idle.pop() ?? this.start();
    let isWhole = false;
    try {
      const limits = { parts, deadlineMs: deadlineMs ?? this.settings.deadlineMs };
      const answer = await answerFrom(thread, { task, input }, limits);
      isWhole = true;
      return resultOf(answer);
    } finally {
      // One that was cut off may be in the middle of anything.
      if (isWhole && !this.closed) this.idle.push(thread);
      else void thread.terminate();
    }
  }

  private start(): Worker {
    const thread = new Worker(THREAD, {
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: this.settings.memoryMiB },
    });
    // Nobody waits for an idle thread, whose fault is nobody's.
    thread.on('error', () => undefined).unref();
    this.all.add(thread);
    thread.once('exit', () => {
      this.all.delete(thread);
      const place = this.idle.indexOf(thread);
      if (place >= 0) this.idle.splice(place, 1);
    });
    return thread;
  }
}
