/** The programs of remote units, as the worker sends them messages: a door that opens by itself. */
import { ExerciseStore } from '#infra/exercises/exercise-store.js';
import { PageCursors } from '#infra/read/page-cursor.js';
import { ReadModels } from '#infra/read/read-models.js';
import { DeliveryLog } from '#infra/remote/delivery-log.js';
import { DeliveryMessages } from '#infra/remote/delivery-message.js';
import { DeliveryStore } from '#infra/remote/delivery-store.js';
import type { GuardedClient, PostResult } from '#infra/remote/guarded-request.js';
import { RemoteSecrets } from '#infra/remote/remote-secret.js';
import { Deliveries } from '../../apps/worker/src/deliver/deliveries.js';
import type { ApiBench } from '../api/api-bench.js';

/** What is different each time: a random id, the time, and the signature over both. */
const RANDOM = ['webhook-id', 'webhook-timestamp', 'webhook-signature'];
const RETRY = { firstMs: 20, longestMs: 20_000, timeoutMs: 1_000 };

export class Programs {
  private readonly posted = new Map<string, string[]>();
  private readonly waiting: string[] = [];
  private deliveries: Deliveries | undefined;

  private constructor(
    readonly messages: DeliveryMessages,
    private readonly exercise: string,
  ) {}

  static async of({ dataSource }: ApiBench, exercise: string): Promise<Programs> {
    const models = new ReadModels(dataSource, await PageCursors.load(dataSource));
    const programs = new Programs(new DeliveryMessages(dataSource, models, new ExerciseStore(dataSource)), exercise);
    programs.deliveries = new Deliveries({
      log: new DeliveryLog(dataSource),
      store: new DeliveryStore(dataSource, await RemoteSecrets.load(dataSource), RETRY),
      messages: programs.messages,
      client: { post: programs.post.bind(programs) } as unknown as GuardedClient,
      wake: (ids) => void programs.waiting.push(...ids),
      onError: (error) => {
        throw error;
      },
    });
    return programs;
  }

  private post(url: string, headers: Readonly<Record<string, string>>, body: Uint8Array): Promise<PostResult> {
    const shown = Object.entries(headers).map(([name, value]) =>
      RANDOM.includes(name) ? `${name}: <${value.length} random>` : `${name}: ${value}`,
    );
    const unit = headers['tandem-unit'] ?? '';
    const before = this.posted.get(unit) ?? [];
    this.posted.set(unit, [...before, [`POST ${url}`, ...shown, Buffer.from(body).toString()].join('\n')]);
    return Promise.resolve({ status: 204, latencyMs: 0 });
  }

  /** What a worker does when the log has grown. */
  async deliver(): Promise<void> {
    await this.deliveries?.search(this.exercise);
    for (const id of this.waiting.splice(0)) await this.deliveries?.deliver(id);
  }

  /** All messages that this unit's program has received so far. */
  async receivedBy(unit: string): Promise<readonly string[]> {
    await this.deliver();
    return this.posted.get(unit) ?? [];
  }

  /** What was received so far is not compared again. */
  forget(): void {
    this.posted.clear();
  }
}
