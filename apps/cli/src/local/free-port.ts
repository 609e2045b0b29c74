/** Asked before anything is started, so that a busy port costs nothing. */
import { createServer } from 'node:net';
import { Failure } from '../failure.js';

/**
 * Makes sure that the API will be able to listen there.
 * @returns the port; for 0, one that is free now.
 * @throws Failure that names the port and the setting
 */
export async function checkPort(host: string, port: number): Promise<number> {
  const server = createServer();
  try {
    await new Promise<void>((done, fail) => {
      server.once('error', fail);
      // Exclusively: in a cluster a port would count as free that another process has.
      server.listen({ host, port, exclusive: true }, done);
    });
    const address = server.address();
    return typeof address === 'object' && address !== null ? address.port : port;
  } catch (error) {
    throw portFailure(error, host, port);
  } finally {
    if (server.listening) await new Promise((done) => server.close(done));
  }
}

function portFailure(error: unknown, host: string, port: number): Failure {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  const other = `set PORT to another one (PORT=${port + 1} npm start)`;
  switch (code) {
    case 'EADDRINUSE':
      return new Failure(`Port ${port} on ${host} is in use: stop the program that has it, or ${other}`);
    case 'EACCES':
      return new Failure(`Port ${port} may not be opened by this user: ${other}`);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new Failure(`Port ${port} cannot be opened: this machine has no address ${host}; set HOST to one it has`);
    default:
      return new Failure(`Port ${port} on ${host} (settings PORT and HOST) cannot be opened: ${code}`);
  }
}
