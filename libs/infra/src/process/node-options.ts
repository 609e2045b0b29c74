/**
 * How Node runs our servers: with a young generation large enough for a batch, so that what lives for one batch dies
 * there. Collecting it was the largest single cost of a worker with Node's default of 16 MiB.
 */
export const SERVER_NODE_OPTIONS: readonly string[] = ['--max-semi-space-size=32'];
