/** The socket server: websocket only, on the API's own port, nobody without a token or a session. */
import type { INestApplicationContext } from '@nestjs/common';
import { IoAdapter } from '@nestjs/platform-socket.io';
import type { Server, ServerOptions } from 'socket.io';
import { MAX_CLIENT_MESSAGE } from '#contracts/push/messages.js';
import { bearerToken } from '#infra/accounts/token-door.js';
import { AccessControl } from '../auth/access-control.js';
import { ConnectionLimits } from '../auth/connection-limits.js';
import { UnknownConnections } from '../auth/unknown-connections.js';
import { namesOneHost } from '../http/broken-request.js';
import { isOriginAllowed } from '../http/origins.js';
import { problemDocumentOf, translateError } from '../problems/translate-error.js';
import { ApiSettings } from '../settings.js';
import { terminate } from './connection-backlog.js';
import type { LiveServer, LiveSocket } from './live-socket.js';
import { passRawJsonThrough } from './raw-json.js';
import { Turns } from './turns.js';

const OPTIONS: Partial<ServerOptions> = {
  transports: ['websocket'],
  perMessageDeflate: false,
  httpCompression: false,
  maxHttpBufferSize: MAX_CLIENT_MESSAGE,
  serveClient: false,
  connectTimeout: 10_000,
  pingInterval: 20_000,
  pingTimeout: 15_000,
};

const CLOSING_MS = 1_000;

export class SocketAdapter extends IoAdapter {
  private readonly access: AccessControl;
  private readonly unknown: UnknownConnections;
  private readonly limits: ConnectionLimits;
  private readonly origins: readonly string[];

  constructor(app: INestApplicationContext) {
    super(app);
    this.access = app.get(AccessControl);
    this.unknown = app.get(UnknownConnections);
    this.limits = app.get(ConnectionLimits);
    this.origins = app.get(ApiSettings).allowedOrigins;
  }

  override createIOServer(port: number, options?: ServerOptions): Server {
    const allowRequest: ServerOptions['allowRequest'] = (request, decide) => {
      const isRefused = !namesOneHost(request) || !isOriginAllowed(request, this.origins);
      decide(isRefused ? 'The origin is not allowed.' : null, !isRefused);
    };
    const server = super.createIOServer(port, { ...options, ...OPTIONS, allowRequest } as ServerOptions);
    passRawJsonThrough(server);
    // socket.io's own type has no event map; the gateway has it.
    (server as unknown as LiveServer).use((socket, next) => {
      this.admit(socket).then(
        () => next(),
        (error: unknown) => next(refusal(error, socket)),
      );
    });
    return server;
  }

  /** Ends the sockets, not the HTTP server, which has requests to finish. */
  override close(server: LiveServer): Promise<void> {
    const left = [...server.of('/').sockets.values()];
    server.disconnectSockets(true);
    server.engine.close();
    // A client that does not answer the closing handshake is not waited for.
    setTimeout(() => left.forEach(terminate), CLOSING_MS).unref();
    return Promise.resolve();
  }

  /** A token comes as `auth: { token }` of the handshake, or as an Authorization header; a session as its cookie. */
  private async admit(socket: LiveSocket): Promise<void> {
    const auth: unknown = socket.handshake.auth['token'];
    const token = typeof auth === 'string' ? auth : bearerToken(socket.handshake.headers.authorization);
    const entry = await this.access.enter(socket.request, { token });
    const { caller } = entry;
    this.unknown.forget(socket.request.socket);
    const disconnect = this.limits.connect(caller.id);
    // It may be gone by now, and then nobody else gives the place back.
    socket.conn.once('close', disconnect);
    if (socket.conn.readyState !== 'open') disconnect();
    socket.data = { entry, caller, disconnect, joined: new Map(), seats: new Map(), turns: new Turns() };
  }
}

/** Arrives as `connect_error`, with the problem in `data`. */
function refusal(error: unknown, socket: LiveSocket): Error {
  const problem = problemDocumentOf(translateError(error), '/socket.io/', socket.id);
  return Object.assign(new Error(problem.detail), { data: problem });
}
