/** Sends alerts one by one, in arrays and as lines, of all classes; updates, cancels and repeats among them. */
import { setTimeout as pause } from 'node:timers/promises';
import type { SubmitAnswer } from '#contracts/http/alerts.js';
import { siteId } from '../cluster/joint-scenario.js';
import type { PersistentClient, Sent } from './persistent-client.js';
import type { SeededRandom } from './seeded-random.js';

interface SentAlert {
  readonly identifier: string;
  readonly sender: string;
  readonly sent: string;
  readonly class: string;
}

export interface AlertLoad {
  readonly exercise: string;
  readonly sites: number;
  /** Pause between two requests, ms. */
  readonly pauseMs: readonly [min: number, max: number];
}

const CATEGORIES = ['Security', 'Fire', 'Health', 'Transport'] as const;
const SEVERITIES = ['Extreme', 'Severe', 'Moderate', 'Minor'] as const;
const CLASSES = ['JOINT', 'JOINT', 'JOINT', 'PAK', 'CHN'] as const;

export class AlertSender {
  #stopped = false;
  #count = 0;
  /** The latest, to be updated or cancelled. */
  #latest: SentAlert[] = [];
  /** A request that was answered, to be sent once more. */
  #answered: { readonly request: Sent; readonly ids: readonly string[] } | undefined;

  constructor(
    private readonly name: string,
    private readonly client: PersistentClient,
    private readonly random: SeededRandom,
    private readonly load: AlertLoad,
  ) {}

  /** Until stopped; resolves when the last answer is there, or was given up. */
  async run(): Promise<void> {
    while (!this.#stopped) {
      if (this.#answered && this.random.chance(0.05)) await this.#repeat(this.#answered);
      else await this.#submit();
      await pause(this.random.between(...this.load.pauseMs));
    }
  }

  stop(): void {
    this.#stopped = true;
  }

  async #submit(): Promise<void> {
    const form = this.random.next();
    const count = form < 0.6 ? 1 : form < 0.85 ? this.random.between(2, 15) : this.random.between(5, 40);
    const alerts = Array.from({ length: count }, () => this.#alert());
    const texts = alerts.map((alert) => JSON.stringify(alert));
    const lines = form >= 0.85;
    const request: Sent = {
      path: `/v1/exercises/${this.load.exercise}/alerts`,
      body: lines ? `${texts.join('\n')}\n` : count === 1 ? (texts[0] ?? '') : `[${texts.join(',')}]`,
      contentType: lines ? 'application/x-ndjson' : 'application/json',
      idempotencyKey: this.random.chance(0.3) ? `${this.name}-${this.#count}` : undefined,
    };
    const ids = await this.#deliver(request, count);
    if (ids) this.#answered = { request, ids };
    for (const { identifier, sender, sent, exercise } of alerts) {
      this.#latest.push({ identifier, sender, sent, class: exercise.releasability.class });
    }
    this.#latest = this.#latest.slice(-50);
  }

  /** Sends until all of it is acknowledged. */
  async #deliver(request: Sent, count: number): Promise<readonly string[] | undefined> {
    const answer = await this.client.send(request);
    if (!answer) return undefined;
    const { accepted = [], repeated = [], rejected, stoppedAtLine } = answer.body as Partial<SubmitAnswer>;
    const ids = [...accepted, ...repeated];
    for (const id of ids) this.client.acknowledged.add(id);
    if (stoppedAtLine !== undefined) return this.#deliver({ ...request, idempotencyKey: undefined }, count);
    if ((answer.status !== 200 && answer.status !== 202) || ids.length !== count) {
      const what = JSON.stringify(answer.body).slice(0, 500);
      this.client.complain(`${count} alerts (${request.contentType}) were answered with ${answer.status} ${what}`);
    }
    if (rejected && rejected.length > 0) this.client.complain(`alerts were rejected: ${JSON.stringify(rejected)}`);
    return ids;
  }

  async #repeat({ request, ids }: { readonly request: Sent; readonly ids: readonly string[] }): Promise<void> {
    const answer = await this.client.send(request);
    if (!answer) return;
    const { accepted, repeated } = answer.body as Partial<SubmitAnswer>;
    const same = JSON.stringify(repeated?.toSorted()) === JSON.stringify(ids.toSorted());
    if (answer.status === 200 && accepted?.length === 0 && same) return;
    this.client.complain(`a repeat was answered with ${answer.status} ${JSON.stringify(answer.body).slice(0, 500)}`);
  }

  #alert() {
    const { random } = this;
    const draw = random.next();
    const earlier = this.#latest.length > 0 && draw < 0.15 ? random.pick(this.#latest) : undefined;
    const msgType = !earlier ? 'Alert' : draw < 0.1 ? 'Update' : 'Cancel';
    return {
      identifier: `${this.name}-${++this.#count}`,
      sender: 'fault@exercise.example',
      sent: '2026-11-23T09:00:00+05:00',
      status: 'Exercise',
      msgType,
      scope: 'Public',
      ...(earlier && { references: [{ sender: earlier.sender, identifier: earlier.identifier, sent: earlier.sent }] }),
      info: [
        {
          category: [random.pick(CATEGORIES)],
          event: 'Exercise event (ہنگامی مشق, 演习)',
          urgency: 'Immediate',
          severity: random.pick(SEVERITIES),
          certainty: 'Observed',
        },
      ],
      exercise: {
        site: siteId(random.between(0, this.load.sites - 1)),
        releasability: { class: earlier?.class ?? random.pick(CLASSES) },
      },
    };
  }
}
