/** Jest's global teardown; it shares the module, and so the processes, with the setup. */
export { tearDown as default } from './set-up.mjs';
