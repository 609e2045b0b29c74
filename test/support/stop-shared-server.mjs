/** Jest's global teardown; it shares the module, and so the server, with the setup. */
export { tearDown as default } from './shared-server.mjs';
