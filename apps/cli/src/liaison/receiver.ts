/** Receives the messages of a remote unit over HTTP, as its endpoint. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { signedRequestIn, verifyRequest } from '#infra/remote/webhook-signature.js';
import { EXIT, Failure, reasonOf } from '../failure.js';

export interface ReceiverSettings {
  readonly key: Buffer;
  readonly host: string;
  readonly port: number;
  /**
   * A message whose signature is good. When it returns, the sender gets a confirmation.
   * @throws InputError when it cannot be read
   */
  readonly receive: (delivery: string, body: Buffer) => void;
  /** A request that was refused, and why. */
  readonly refused: (reason: string) => void;
}

const MOST_BYTES = 1024 * 1024;
const ARRIVAL_MS = 10_000;

export class Receiver {
  private constructor(private readonly server: Server) {}

  /** @throws Failure when nothing can listen there */
  static async start(settings: ReceiverSettings): Promise<Receiver> {
    const server = createServer({ requestTimeout: ARRIVAL_MS, headersTimeout: ARRIVAL_MS }, (request, response) => {
      void answer(settings, request, response);
    });
    const { host, port } = settings;
    await new Promise<void>((listens, fails) => {
      server.once('error', (error) =>
        fails(new Failure(`Nothing can listen on ${host}:${port}: ${reasonOf(error)}`, EXIT.failed)),
      );
      server.listen(port, host, listens);
    });
    return new Receiver(server);
  }

  /** Where it is reached. */
  get url(): string {
    const { address, port, family } = this.server.address() as AddressInfo;
    return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}/`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((closed) => this.server.close(closed));
  }
}

async function answer(settings: ReceiverSettings, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const end = (status: number, reason?: string): void => {
    if (reason !== undefined) settings.refused(reason);
    response.writeHead(status, { connection: 'close' }).end();
  };
  if (request.method !== 'POST') return end(405);
  const body = await readBody(request);
  if (body === undefined) return end(413, 'a body of more than 1 MiB');
  const signed = signedRequestIn(request.headers);
  const verdict = verifyRequest(settings.key, signed, body, Date.now());
  if (verdict !== 'valid') return end(401, `a request whose signature is ${verdict}`);
  try {
    settings.receive(signed.id, body);
    return end(204);
  } catch (error) {
    return end(400, `a message that cannot be read: ${reasonOf(error)}`);
  }
}

/** Undefined when it is too large, or breaks off. */
async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const pieces: Buffer[] = [];
  let size = 0;
  try {
    for await (const piece of request as AsyncIterable<Buffer>) {
      size += piece.length;
      if (size > MOST_BYTES) return undefined;
      pieces.push(piece);
    }
    return Buffer.concat(pieces);
  } catch {
    return undefined;
  }
}
