/**
 * The ceiling of accepting: an HTTP server that only commits the body of each request as one row, in groups, to the same
 * PostgreSQL. It checks nothing, parses nothing, and nobody reads what it wrote.
 */
import { createServer, type ServerResponse } from 'node:http';
import pg from 'pg';
import { serve } from '../process/child.js';

export type BareInboxRequests = {
  /** Answers the port. */
  listen(input: { databaseUrl: string }): Promise<number>;
};

interface Waiting {
  readonly body: string;
  readonly response: ServerResponse;
}

const ANSWER = '{"accepted":1}';

export function serveBareInbox(): void {
  serve({ listen } satisfies BareInboxRequests);
}

async function listen({ databaseUrl }: { databaseUrl: string }): Promise<number> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  await client.query(
    'CREATE TABLE bare_inbox (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, body json NOT NULL)',
  );
  let waiting: Waiting[] = [];
  let committing = false;

  const commit = async (): Promise<void> => {
    committing = true;
    while (waiting.length > 0) {
      const group = waiting;
      waiting = [];
      // As one JSON array of texts: the driver escapes each element of an array parameter on its own, which costs more.
      await client.query({
        name: 'bare-insert',
        text: 'INSERT INTO bare_inbox (body) SELECT value::json FROM json_array_elements_text($1::json)',
        values: [JSON.stringify(group.map(({ body }) => body))],
      });
      for (const { response } of group) {
        response.writeHead(202, { 'content-type': 'application/json', 'content-length': ANSWER.length });
        response.end(ANSWER);
      }
    }
    committing = false;
  };

  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      waiting.push({ body: Buffer.concat(chunks).toString('utf8'), response });
      // Requests of the same turn of the event loop share the first commit.
      if (!committing) {
        committing = true;
        setImmediate(() => void commit());
      }
    });
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
