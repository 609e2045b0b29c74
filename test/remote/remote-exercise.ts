/** An exercise with a remote unit on each side, and what tests of it need: a controller, the endpoint, the list of deliveries. */
import type { DeliveryView, EndpointView } from '#contracts/http/remote-units.js';
import type { Scenario } from '#domain/exercise/scenario.js';
import { ask, chain, chn, MINUTE, pak, SILENT, smallExercise, step } from '#domain/testing/small-exercise.js';

/** Both units are asked at once; nobody else answers, and nothing expires while a test looks at it. */
export const REMOTE_SCENARIO: Scenario = smallExercise({
  units: [pak('police', SILENT, { mode: 'remote' }), chn('desk', SILENT, { mode: 'remote' })],
  chain: chain([step('all', [ask('police'), ask('desk', 'consular')], { ackWithinMs: 60 * MINUTE })], {
    expireAfterMs: 120 * MINUTE,
  }),
  scenario: { durationMs: 600 * MINUTE },
});

export interface Answer<T> {
  readonly status: number;
  readonly body: T;
}

/** Asks the API with a token. */
export class Asker {
  constructor(
    private readonly url: () => string,
    private readonly token: string,
  ) {}

  async ask<T>(method: string, path: string, body?: object): Promise<Answer<T>> {
    const response = await fetch(`${this.url()}${path}`, {
      method,
      headers: { authorization: `Bearer ${this.token}`, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: (text === '' ? undefined : JSON.parse(text)) as T };
  }

  /** @throws Error when it is refused */
  async must<T>(method: string, path: string, body?: object): Promise<T> {
    const { status, body: answer } = await this.ask<T>(method, path, body);
    if (status >= 400) throw new Error(`${method} ${path}: ${status} ${JSON.stringify(answer)}`);
    return answer;
  }

  setEndpoint(exercise: string, unit: string, body: object): Promise<EndpointView> {
    return this.must('PUT', `/v1/exercises/${exercise}/units/${unit}/endpoint`, body);
  }

  endpoint(exercise: string, unit: string): Promise<EndpointView> {
    return this.must('GET', `/v1/exercises/${exercise}/units/${unit}/endpoint`);
  }

  async deliveries(exercise: string, query = ''): Promise<DeliveryView[]> {
    return (await this.must<{ items: DeliveryView[] }>('GET', `/v1/exercises/${exercise}/deliveries${query}`)).items;
  }

  async notification(exercise: string, id: string): Promise<string> {
    return (await this.must<{ status: string }>('GET', `/v1/exercises/${exercise}/notifications/${id}`)).status;
  }
}
