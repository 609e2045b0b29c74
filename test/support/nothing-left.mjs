/**
 * The environment of Node's tests, which fails a suite that leaves a socket, a process, a server or a timer behind. Jest itself looks only once, when
 * all suites have ended, and cannot say whose it was.
 */
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { TestEnvironment } from 'jest-environment-node';

/** How long what was closed may take to end, ms: a connection says goodbye first. */
const MOST_MS = 10_000;
const EVERY_MS = 25;

/** How many there are of each kind of what keeps this process running. */
function resources() {
  const counts = new Map();
  for (const kind of process.getActiveResourcesInfo()) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return counts;
}

export default class NothingLeft extends TestEnvironment {
  /** Before the suite: Jest's own. */
  before = new Map();

  constructor(config, context) {
    super(config, context);
    this.path = context.testPath;
  }

  async setup() {
    await super.setup();
    this.before = resources();
  }

  async teardown() {
    await super.teardown();
    const end = performance.now() + MOST_MS;
    let left = this.left();
    while (left.length > 0 && performance.now() < end) {
      await sleep(EVERY_MS);
      left = this.left();
    }
    if (left.length > 0) throw new Error(`${this.path} left running: ${left.join(', ')}`);
  }

  left() {
    return [...resources()]
      .map(([kind, count]) => [kind, count - (this.before.get(kind) ?? 0)])
      .filter(([kind, more]) => more > 0 && !/^(?:FSReq|Immediate$|TTYWrap$)/.test(kind))
      .map(([kind, more]) => `${more} ${kind}`);
  }
}
