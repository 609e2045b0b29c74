import { Controller, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { hasForbiddenCharacter } from '#contracts/json/characters.js';
import { EndpointStore } from '#infra/remote/endpoint-store.js';
import { ReplayGuard } from '#infra/remote/replay-guard.js';
import { REPLAY_WINDOW_S, signedRequestIn, verifyRequest } from '#infra/remote/webhook-signature.js';
import { charsetOf, JSON_TYPE, mediaType } from '../http/content-types.js';
import { ExerciseCatalog } from '../exercises/exercise-catalog.js';
import { Operation } from '../http/operation.js';
import { bytesOf, param } from '../http/request-input.js';
import { Problem } from '../problems/problem.js';
import { RemoteAnswers, type RemoteUnit } from './remote-answers.js';

@Controller()
export class UnitAnswersController {
  constructor(
    private readonly answers: RemoteAnswers,
    private readonly endpoints: EndpointStore,
    private readonly exercises: ExerciseCatalog,
    private readonly replays: ReplayGuard,
  ) {}

  /** Nothing of the message is read, and nothing said of exercise and unit, before its signature is known to be good. */
  @Operation('answerForUnit')
  async answer(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const bytes = Buffer.from(bytesOf(request));
    const from = await this.#sender(request, bytes);
    const cap = mediaType(request) === JSON_TYPE ? {} : { cap: { charset: charsetOf(request) } };
    const taken = await this.answers.take(from, { bytes, ...cap });
    void reply.code(taken.status === 'applied' ? 200 : 202).send(taken);
  }

  /** @throws Problem SIGNATURE_INVALID, SIGNATURE_EXPIRED, REQUEST_REPLAYED, UNIT_NOT_REMOTE */
  async #sender(request: FastifyRequest, body: Buffer): Promise<RemoteUnit> {
    const [exercise, unit] = [param(request, 'exercise'), param(request, 'unit')];
    const signed = signedRequestIn(request.headers);
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
