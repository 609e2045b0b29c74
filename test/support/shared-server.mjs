/**
 * Jest's global setup: one PostgreSQL for all suites that need no server of their own. Setting one up takes three seconds
 * of a core, a database in it a fraction of one. It ends with Jest, in whatever way that ends.
 */
import process from 'node:process';
// What is compiled: Jest does not transform what its setup imports.
import { startPostgres } from '../../dist/test/support/services.js';

let server;

export default async function setUp() {
  server = await startPostgres();
  process.env['TANDEM_TEST_DATABASE_URL'] = server.url;
  process.env['TANDEM_TEST_TEMPLATE'] = await server.template();
}

export const tearDown = () => server?.stop();
