import { Controller, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { charsetOf, JSON_TYPE, mediaType } from '../http/content-types.js';
import { Operation } from '../http/operation.js';
import { Problem } from '../problems/problem.js';
import { RemoteAnswers, type TakenAnswer } from './remote-answers.js';
import { RemoteSenders } from './remote-senders.js';

@Controller()
export class UnitAnswersController {
  constructor(
    private readonly answers: RemoteAnswers,
    private readonly senders: RemoteSenders,
  ) {}

  /** The signature is over the bytes of the body, so they are read here. */
  @Operation('answerForUnit')
  async answer(
    @Param('exercise') exercise: string,
    @Param('unit') unit: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TakenAnswer> {
    const { body: bytes, headers } = request;
    if (!Buffer.isBuffer(bytes) || bytes.length === 0) {
      throw new Problem('EMPTY_BODY', 'The request has no body; send an Ack or an Error.');
    }
    const from = await this.senders.of(headers, exercise, unit, bytes);
    const cap = mediaType(request) === JSON_TYPE ? {} : { cap: { charset: charsetOf(request) } };
    const taken = await this.answers.take(from, { bytes, ...cap });
    if (taken.status === 'pending') void reply.code(202);
    return taken;
  }
}
