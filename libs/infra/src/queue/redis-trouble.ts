/** What a start says of a Redis that is not there: everything comes up without it, so nothing else would. */
import { Redis } from 'ioredis';
import { shownAddress } from '../config/shown-address.js';

const ANSWER_MS = 2_000;

/** Why the Redis of `REDIS_URL` cannot be used now, in words for the operator; undefined when it can. */
export async function redisTrouble(url: string): Promise<string | undefined> {
  const redis = new Redis(url, {
    lazyConnect: true,
    connectTimeout: ANSWER_MS,
    commandTimeout: ANSWER_MS,
    retryStrategy: () => null,
    maxRetriesPerRequest: 0,
  });
  // The connection's own failure says more than the command's that waited for it.
  let reason: Error | undefined;
  redis.on('error', (error: Error) => (reason ??= error));
  try {
    await redis.connect();
    await redis.ping();
    return undefined;
  } catch (error) {
    const { message } = reason ?? (error as Error);
    return (
      `No Redis can be used at ${shownAddress(url)} (REDIS_URL): ${message}; it is tried again all the time, ` +
      'and until it answers exercises advance about a second late'
    );
  } finally {
    redis.disconnect();
  }
}
