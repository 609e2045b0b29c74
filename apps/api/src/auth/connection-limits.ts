/** How many sockets, streams and catch-ups one account may have open at a time, in this process. */
import { Problem } from '../problems/problem.js';

export class ConnectionLimits {
  private readonly connections = new Map<string, number>();
  private readonly catchingUp = new Map<string, number>();

  /** @param perAccount sockets and streams together; and joins whose socket has not caught up yet */
  constructor(private readonly perAccount: number) {}

  /** A socket or a stream. @returns what gives its place back, once. @throws Problem TOO_MANY_CONNECTIONS */
  connect(account: string): () => void {
    return this.take(this.connections, account, 'sockets and streams are open');
  }

  /** A join or a stream that catches up. @returns as {@link connect}. @throws Problem TOO_MANY_CONNECTIONS */
  catchUp(account: string): () => void {
    return this.take(this.catchingUp, account, 'joins and streams are catching up');
  }

  private take(counts: Map<string, number>, account: string, what: string): () => void {
    const count = counts.get(account) ?? 0;
    if (count >= this.perAccount) {
      const message = `${count} ${what} for this account in this process, which is the most; close one, or wait.`;
      throw new Problem('TOO_MANY_CONNECTIONS', message, { headers: { 'retry-after': '1' } });
    }
    counts.set(account, count + 1);
    let isHeld = true;
    return () => {
      if (!isHeld) return;
      isHeld = false;
      const left = (counts.get(account) ?? 1) - 1;
      if (left > 0) counts.set(account, left);
      else counts.delete(account);
    };
  }
}
