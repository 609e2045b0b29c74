/** What a socket has not yet got rid of. socket.io keeps it in two places: its own queue, and the websocket's. */
import type { LiveSocket } from './live-socket.js';

interface EngineConnection {
  readonly readyState: string;
  readonly writeBuffer: readonly {
    readonly data?: unknown;
    readonly options?: { wsPreEncodedFrame?: readonly Buffer[] };
  }[];
  readonly transport: {
    readonly writable: boolean;
    readonly socket?: { readonly bufferedAmount: number; terminate(): void };
    once(event: 'ready' | 'close', listener: () => void): unknown;
    off(event: 'ready' | 'close', listener: () => void): unknown;
  };
}

function engineOf(socket: LiveSocket): EngineConnection {
  return socket.conn as unknown as EngineConnection;
}

/** Bytes (of text: UTF-16 units, never more than the bytes that they become). */
export function backlogOf(socket: LiveSocket): number {
  const { writeBuffer, transport } = engineOf(socket);
  let size = transport.socket?.bufferedAmount ?? 0;
  for (const { data } of writeBuffer) if (typeof data === 'string' || Buffer.isBuffer(data)) size += data.length;
  return size;
}

/** Resolves when what was sent is out of our hands, or the connection has closed. */
export function flushed(socket: LiveSocket): Promise<void> {
  const { transport, writeBuffer } = engineOf(socket);
  if (!socket.connected || (transport.writable && writeBuffer.length === 0)) return Promise.resolve();
  return new Promise((resolve) => {
    const done = (): void => {
      transport.off('ready', done);
      transport.off('close', done);
      resolve();
    };
    transport.once('ready', done);
    transport.once('close', done);
  });
}

/** Ends the connection at once, and what it holds: a polite end would wait behind what the client does not read. */
export function terminate(socket: LiveSocket): void {
  const { transport } = engineOf(socket);
  if (transport.socket === undefined) socket.disconnect(true);
  else transport.socket.terminate();
}
