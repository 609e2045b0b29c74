/** The ceiling of sending: a bare socket.io server that sends one text after the other to all who are connected. */
import { createServer } from 'node:http';
import { Server } from 'socket.io';
import { serve } from '../process/child.js';

export interface Broadcast {
  /** Messages per second. */
  readonly rate: number;
  readonly seconds: number;
  /** Events in a message, and the length of one. */
  readonly events: number;
  readonly eventBytes: number;
}

export type BroadcasterRequests = {
  /** Answers the port. */
  listen(input: null): Promise<number>;
  /** Answers how many messages were sent to each. */
  broadcast(input: Broadcast): Promise<number>;
};

export function serveBroadcaster(): void {
  const http = createServer();
  const server = new Server(http, { transports: ['websocket'], perMessageDeflate: false, serveClient: false });
  serve({
    listen: async () => {
      await new Promise<void>((done) => http.listen(0, '127.0.0.1', done));
      const address = http.address();
      return typeof address === 'object' && address !== null ? address.port : 0;
    },
    broadcast: (plan) => broadcast(server, plan),
  } satisfies BroadcasterRequests);
}

async function broadcast(server: Server, { rate, seconds, events, eventBytes }: Broadcast): Promise<number> {
  const start = performance.now();
  const total = Math.floor(rate * seconds);
  let sent = 0;
  while (sent < total) {
    const due = Math.min(total, Math.floor(((performance.now() - start) / 1000) * rate) + 1);
    while (sent < due) server.emit('events', message(sent++ * events + 1, events, eventBytes));
    await new Promise((done) => setTimeout(done, 1));
  }
  return sent;
}

/** Of the form of ours, so that the same clients can read both. */
function message(first: number, events: number, eventBytes: number): object {
  const wall = new Date().toISOString();
  const padding = 'x'.repeat(Math.max(0, eventBytes - 60));
  return {
    exercise: 'bare',
    from: first,
    to: first + events - 1,
    events: Array.from({ length: events }, (_, index) => ({ seq: first + index, wall, padding })),
  };
}
