/** What people do meanwhile: answer, resolve, escalate, change duty and links, pause and resume. */
import { setTimeout as pause } from 'node:timers/promises';
import type { EventView } from '#contracts/http/events.js';
import type { Scenario } from '#domain/exercise/scenario.js';
import type { Answer, PersistentClient } from './persistent-client.js';
import type { SeededRandom } from './seeded-random.js';

const REMEMBERED = 200;

/** What an answer to a command may be: done, stored, or a refusal of the rules. */
const UNDERSTOOD: ReadonlySet<number> = new Set([200, 202, 403, 404, 409, 422]);

export class People {
  #stopped = false;
  #count = 0;
  #notifications: string[] = [];
  #incidents: string[] = [];

  constructor(
    private readonly exercise: string,
    private readonly scenario: Scenario,
    private readonly client: PersistentClient,
    private readonly random: SeededRandom,
  ) {}

  /** They see what happens, and act on it. */
  see({ type, data }: EventView): void {
    if (type === 'NotificationDelivered') this.#notifications = remember(this.#notifications, data['notification']);
    if (type === 'IncidentOpened') this.#incidents = remember(this.#incidents, data['incident']);
  }

  async run(): Promise<void> {
    await Promise.all([this.#act(), this.#stopTheClock()]);
  }

  stop(): void {
    this.#stopped = true;
  }

  /** @throws Error when it is refused */
  async insist(path: string, body: object = {}): Promise<Answer> {
    const answer = await this.#command(path, body);
    if (!answer || answer.status >= 300) throw new Error(`${path}: ${answer?.status} ${JSON.stringify(answer?.body)}`);
    return answer;
  }

  async #act(): Promise<void> {
    while (!this.#stopped) {
      await this.#deed();
      await pause(this.random.between(20, 150));
    }
  }

  async #stopTheClock(): Promise<void> {
    while (!this.#stopped) {
      await pause(this.random.between(3_000, 6_000));
      if (this.#stopped) return;
      await this.#command('/pause');
      await pause(this.random.between(200, 900));
      await this.#command('/resume');
    }
  }

  async #deed(): Promise<void> {
    const { random } = this;
    const draw = random.next();
    if (draw < 0.45) {
      if (this.#notifications.length === 0) return;
      const path = `/notifications/${random.pick(this.#notifications)}`;
      if (draw < 0.33) await this.#command(`${path}/acknowledge`);
      else await this.#command(`${path}/decline`, { reason: 'no vehicle (exercise)' });
      return;
    }
    if (draw < 0.75) {
      if (this.#incidents.length === 0) return;
      const path = `/incidents/${random.pick(this.#incidents)}`;
      const deed = random.pick(['resolve', 'resolve', 'close', 'cancel', 'escalate', 'override', 'notes'] as const);
      await this.#command(`${path}/${deed}`, this.#bodyOf(deed));
      return;
    }
    const unit = random.pick(this.scenario.units).id;
    if (draw < 0.83) await this.#command(`/units/${unit}/duty`, { duty: random.pick(['on', 'on', 'off']) }, 'PUT');
    else if (draw < 0.87)
      await this.#command(`/units/${unit}/mode`, { mode: random.pick(['simulated', 'played']) }, 'PUT');
    else if (draw < 0.92) await this.#command(`/units/${unit}/link`, { link: this.#link() }, 'PUT');
    else if (draw < 0.97) await this.#command(`/links/${random.pick(['PAK', 'CHN'])}`, { link: this.#link() }, 'PUT');
    else await this.#command('/speed', { speed: random.between(30, 90) });
  }

  #bodyOf(deed: string): object {
    if (deed === 'override') return { side: this.random.pick(['PAK', 'CHN'] as const), reason: 'told by radio' };
    if (deed === 'resolve' || deed === 'close' || deed === 'cancel') return { reason: 'agreed by radio' };
    return deed === 'notes' ? { text: 'told by radio', shared: this.random.chance(0.5) } : {};
  }

  #link(): object {
    const draw = this.random.next();
    if (draw < 0.6) return { status: 'up' };
    return draw < 0.85 ? { status: 'degraded', latencyMs: 5_000, loss: 0.3 } : { status: 'down' };
  }

  async #command(path: string, body: object = {}, method: 'POST' | 'PUT' = 'POST'): Promise<Answer | undefined> {
    const answer = await this.client.send({
      method,
      path: `/v1/exercises/${this.exercise}${path}`,
      body: JSON.stringify(body),
      idempotencyKey: `deed-${++this.#count}`,
      prefer: this.random.chance(0.2) ? 'wait=0' : undefined,
    });
    if (!answer) return undefined;
    const { command } = answer.body;
    if (answer.status < 300 && typeof command === 'string') this.client.acknowledged.add(command);
    if (!UNDERSTOOD.has(answer.status)) {
      this.client.complain(`${path} was answered with ${answer.status} ${JSON.stringify(answer.body)}`);
    }
    return answer;
  }
}

function remember(list: readonly string[], id: unknown): string[] {
  return typeof id === 'string' ? [...list.slice(1 - REMEMBERED), id] : [...list];
}
