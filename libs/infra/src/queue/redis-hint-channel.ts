/** Hints over Redis' publish and subscribe: nothing is stored, and nobody is asked. */
import { Redis, type RedisOptions } from 'ioredis';
import type { HintListener, HintListenerEvents, HintSender } from './hint-channel.js';

export class RedisHintSender implements HintSender {
  private readonly redis: Redis;

  constructor(
    options: RedisOptions,
    private readonly channel: string,
  ) {
    // A hint that has to wait for a connection is worth nothing: it fails after one attempt.
    this.redis = new Redis({ ...options, maxRetriesPerRequest: 1 });
    this.redis.on('error', () => undefined);
  }

  async send(texts: readonly string[]): Promise<void> {
    await Promise.all(texts.map((text) => this.redis.publish(this.channel, text)));
  }

  close(): Promise<void> {
    this.redis.disconnect();
    return Promise.resolve();
  }
}

export class RedisHintListener implements HintListener {
  private readonly redis: Redis;
  private readonly subscribed: Promise<unknown>;

  constructor(options: RedisOptions, channel: string, events: HintListenerEvents) {
    // ioredis subscribes again by itself whenever it has connected again.
    this.redis = new Redis({ ...options, maxRetriesPerRequest: null });
    this.redis.on('error', (error: Error) => events.error(error));
    this.redis.on('message', (_channel: string, text: string) => events.text(text));
    this.subscribed = this.redis.subscribe(channel);
    // Closed before it was connected: nobody waits for it any more.
    this.subscribed.catch(() => undefined);
  }

  async ready(): Promise<void> {
    await this.subscribed;
  }

  close(): Promise<void> {
    this.redis.disconnect();
    return Promise.resolve();
  }
}
