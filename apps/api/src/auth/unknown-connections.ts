/** Connections over which nobody has shown a valid token: they end soon, and there are few of them. */
import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** How long one may stay, ms: as long as the headers of a request may take. */
const LONGEST_MS = 10_000;

export class UnknownConnections {
  private readonly timers = new Map<Socket, NodeJS.Timeout>();

  /** @param most further ones are closed as they come; 0: no limit */
  constructor(private readonly most: number) {}

  /** Also for sockets: they begin as requests on the same connections. */
  watch(server: Server): void {
    server.on('connection', (socket: Socket) => {
      if (this.most > 0 && this.timers.size >= this.most) {
        socket.destroy();
        return;
      }
      const timer = setTimeout(() => socket.destroy(), LONGEST_MS);
      timer.unref();
      this.timers.set(socket, timer);
      socket.once('close', () => this.forget(socket));
    });
  }

  /** A valid token came over it: it stays. */
  forget(socket: Socket): void {
    clearTimeout(this.timers.get(socket));
    this.timers.delete(socket);
  }
}
