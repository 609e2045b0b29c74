/** Whose request it is: by its signature alone. Nothing is said of exercise and unit before this is known to be good. */
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { hasForbiddenCharacter } from '#contracts/json/characters.js';
import { EndpointStore } from '#infra/remote/endpoint-store.js';
import { ReplayGuard } from '#infra/remote/replay-guard.js';
import { REPLAY_WINDOW_S, signedRequestIn, verifyRequest } from '#infra/remote/webhook-signature.js';
import { ExerciseCatalog } from '../exercises/exercise-catalog.js';
import { Problem } from '../problems/problem.js';
import type { RemoteUnit } from './remote-answers.js';

@Injectable()
export class RemoteSenders {
  constructor(
    private readonly endpoints: EndpointStore,
    private readonly exercises: ExerciseCatalog,
    private readonly replays: ReplayGuard,
  ) {}

  /** @throws Problem SIGNATURE_INVALID, SIGNATURE_EXPIRED, REQUEST_REPLAYED, UNIT_NOT_REMOTE */
  async of(headers: FastifyRequest['headers'], exercise: string, unit: string, body: Buffer): Promise<RemoteUnit> {
    const signed = signedRequestIn(headers);
    const isName = !hasForbiddenCharacter(exercise) && !hasForbiddenCharacter(unit);
    const key = isName ? await this.endpoints.keyOf(exercise, unit) : undefined;
    const verdict = verifyRequest(key ?? this.endpoints.anyKey, signed, body, Date.now());
    if (verdict === 'malformed') {
      throw new Problem(
        'SIGNATURE_INVALID',
        'Sign the request: webhook-id, webhook-timestamp and webhook-signature, by the Standard Webhooks specification.',
      );
    }
    if (verdict === 'expired') {
      const message = `The webhook-timestamp differs from the time here by more than ${REPLAY_WINDOW_S} s; set the clock, and sign anew.`;
      throw new Problem('SIGNATURE_EXPIRED', message);
    }
    if (verdict === 'forged' || key === undefined) {
      throw new Problem('SIGNATURE_INVALID', 'The signature was not made with the secret of this unit over this body.');
    }
    if (!(await this.replays.isFirst(exercise, unit, signed))) {
      throw new Problem(
        'REQUEST_REPLAYED',
        'A request with this webhook-id and webhook-timestamp came before; to send it again, sign it with another timestamp.',
      );
    }
    const endpoint = await this.endpoints.get(exercise, unit);
    if (endpoint?.mode !== 'remote') {
      throw new Problem('UNIT_NOT_REMOTE', `${unit} is played otherwise now; its program is not asked, and not heard.`);
    }
    const { units } = await this.exercises.scenario(exercise);
    const definition = units.find(({ id }) => id === unit);
    if (definition === undefined) throw new Error(`${exercise} has an endpoint of ${unit}, which is no unit of it`);
    return { exercise, unit, side: definition.side };
  }
}
