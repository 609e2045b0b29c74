import { Readable } from 'node:stream';
import { Controller, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RECORDING_MEDIA_TYPE } from '#contracts/recording/recording-lines.js';
import { RecordingSource } from '#infra/recording/recording-source.js';
import { Operation } from '../http/operation.js';
import { param } from '../http/request-input.js';
import { ExerciseCatalog } from './exercise-catalog.js';

@Controller()
export class RecordingController {
  constructor(
    private readonly source: RecordingSource,
    private readonly exercises: ExerciseCatalog,
  ) {}

  /** Sent as it is read. What breaks off lacks its last line, and `tandem replay` says so. */
  @Operation('exportRecording')
  async read(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { id } = await this.exercises.get(param(request, 'exercise'));
    void reply
      .header('content-type', RECORDING_MEDIA_TYPE)
      .header('content-disposition', `attachment; filename="${id}.recording.ndjson"`)
      .send(Readable.from(this.source.lines(id)));
  }
}
