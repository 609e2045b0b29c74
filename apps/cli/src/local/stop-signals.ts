/** Ctrl-C and its kin: the first asks for a clean stop, the next one forces it. */

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/**
 * `npm start` passes on a Ctrl-C that the terminal has sent to all processes: what comes so soon after the first is the
 * same wish.
 */
export const SAME_WISH_MS = 500;

export class StopSignals {
  private readonly wish = new AbortController();
  private firstAt: number | undefined;
  private readonly listener = (): void => this.stop();

  constructor(private readonly onForce: () => void) {
    for (const signal of SIGNALS) process.on(signal, this.listener);
  }

  /** Aborted by the first wish to stop. */
  get signal(): AbortSignal {
    return this.wish.signal;
  }

  /** As if a signal had come. */
  stop(): void {
    const now = performance.now();
    if (this.firstAt === undefined) {
      this.firstAt = now;
      this.wish.abort(new StopWish());
    } else if (now - this.firstAt > SAME_WISH_MS) {
      this.onForce();
    }
  }

  close(): void {
    for (const signal of SIGNALS) process.off(signal, this.listener);
  }
}

/** Not a failure: somebody asked for it. */
export class StopWish extends Error {
  constructor() {
    super('asked to stop');
    this.name = 'StopWish';
  }
}

/** The work's result, unless somebody asks to stop before. @throws StopWish */
export async function unlessStopped<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  signal.throwIfAborted();
  let stop: (() => void) | undefined;
  const stopped = new Promise<never>((_, fail) => {
    stop = () => fail(signal.reason as Error);
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([work, stopped]);
  } finally {
    if (stop !== undefined) signal.removeEventListener('abort', stop);
  }
}
