/**
 * How Node runs our servers: with a young generation large enough for a batch, so that what lives for one batch dies
 * there (collecting it was the largest single cost of a worker with Node's default of 16 MiB), and with an old one that
 * is collected when it has grown by 40 percent, not by several times: it is small, and a worker with 200,000 open
 * alerts then needs some 250 MiB instead of 400, for little more time.
 */
export const SERVER_NODE_OPTIONS: readonly string[] = ['--max-semi-space-size=32', '--heap-growing-percent=40'];
