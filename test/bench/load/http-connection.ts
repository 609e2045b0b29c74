/** One keep-alive HTTP/1.1 connection with one request at a time, and no more of HTTP than that needs. */
import { connect, type Socket } from 'node:net';

const EMPTY = Buffer.alloc(0);

export interface ConnectionEvents {
  /** The answer is here, to its last byte. */
  answered(connection: HttpConnection, status: number): void;
  /** It broke; `pending` tells whether an answer was awaited. */
  broken(connection: HttpConnection, pending: boolean): void;
}

export class HttpConnection {
  readonly #socket: Socket;
  #received: Buffer = EMPTY;
  #pending = false;
  #dead = false;

  constructor(
    host: string,
    port: number,
    readonly events: ConnectionEvents,
  ) {
    this.#socket = connect({ host, port, noDelay: true });
    this.#socket.on('data', (chunk) => this.#receive(chunk));
    this.#socket.on('error', () => this.#break());
    this.#socket.on('close', () => this.#break());
  }

  /** Written as soon as the connection stands. */
  send(request: Buffer): void {
    this.#pending = true;
    this.#socket.write(request);
  }

  close(): void {
    this.#dead = true;
    this.#socket.destroy();
  }

  #break(): void {
    if (this.#dead) return;
    this.#dead = true;
    this.#socket.destroy();
    this.events.broken(this, this.#pending);
  }

  #receive(chunk: Buffer): void {
    const bytes = this.#received.length === 0 ? chunk : Buffer.concat([this.#received, chunk]);
    const end = answerEnd(bytes);
    if (end === undefined) {
      this.#received = bytes;
      return;
    }
    this.#received = bytes.subarray(end);
    const status = Number(bytes.toString('latin1', 9, 12));
    // An interim answer (RFC 9110, 15.2) is not the one that counts.
    if (status < 200) return;
    this.#pending = false;
    this.events.answered(this, status);
  }
}

/** Where the answer at the beginning of these bytes ends; undefined while it is not all there. */
function answerEnd(bytes: Buffer): number | undefined {
  const headEnd = bytes.indexOf('\r\n\r\n');
  if (headEnd < 0) return undefined;
  const head = bytes.toString('latin1', 0, headEnd + 2);
  const length = /\r\ncontent-length: *(\d+)\r\n/i.exec(head);
  if (length) {
    const end = headEnd + 4 + Number(length[1]);
    return bytes.length >= end ? end : undefined;
  }
  if (/\r\ntransfer-encoding: *chunked\r\n/i.test(head)) {
    const last = bytes.indexOf('0\r\n\r\n', headEnd + 2);
    return last < 0 ? undefined : last + 5;
  }
  return headEnd + 4;
}
