/** `npm run bench`: this process measures. With TANDEM_BENCH_ROLE set it is one of those that help it, or are compared. */
import process from 'node:process';

const role = process.env['TANDEM_BENCH_ROLE'];
switch (role) {
  case undefined:
    process.exitCode = await (await import('./bench.js')).bench(process.argv.slice(2));
    break;
  case 'generator':
    (await import('./load/generator-process.js')).serveGenerator();
    break;
  case 'observer':
    (await import('./sockets/observer-process.js')).serveObserver();
    break;
  case 'broadcaster':
    (await import('./rivals/broadcaster-process.js')).serveBroadcaster();
    break;
  case 'bare-inbox':
    (await import('./rivals/bare-inbox-process.js')).serveBareInbox();
    break;
  case 'webhook':
    (await import('./rivals/webhook-process.js')).serveWebhook();
    break;
  default:
    throw new Error(`no process of the bench has the role "${role}"`);
}
