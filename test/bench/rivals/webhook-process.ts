/** Receives what Alertmanager notifies, and notes when each alert arrived. */
import { createServer } from 'node:http';
import { Moments, now } from '../measure/moments.js';
import { serve } from '../process/child.js';

export type WebhookRequests = {
  /** Answers the port. */
  listen(input: null): Promise<number>;
  /** Forgets what came; alerts from this number on are noted. */
  begin(input: { firstNumber: number }): null;
  read(input: null): { calls: number; alerts: number };
  arrivals(input: { file: string; count: number }): Promise<null>;
};

const NUMBER = /"number":"(\d{9})"/g;

export function serveWebhook(): void {
  let arrivals = new Moments(0);
  let calls = 0;
  let alerts = 0;

  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const moment = now();
      calls++;
      for (const [, text] of Buffer.concat(chunks).toString('latin1').matchAll(NUMBER)) {
        const number = Number(text);
        if (!Number.isNaN(arrivals.get(number))) continue;
        arrivals.set(number, moment);
        if (number >= arrivals.first) alerts++;
      }
      response.writeHead(200, { 'content-length': 0 });
      response.end();
    });
  });
  server.keepAliveTimeout = 60_000;

  serve({
    listen: async () => {
      await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
      const address = server.address();
      return typeof address === 'object' && address !== null ? address.port : 0;
    },
    begin: ({ firstNumber }) => {
      arrivals = new Moments(firstNumber);
      calls = 0;
      alerts = 0;
      return null;
    },
    read: () => ({ calls, alerts }),
    arrivals: async ({ file, count }) => {
      await arrivals.write(file, count);
      return null;
    },
  } satisfies WebhookRequests);
}
