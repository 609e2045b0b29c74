import { Readable } from 'node:stream';
import { Controller, Param, StreamableFile } from '@nestjs/common';
import { RECORDING_MEDIA_TYPE } from '#contracts/recording/recording-lines.js';
import { RecordingSource } from '#infra/recording/recording-source.js';
import { Operation } from '../http/operation.js';
import { ExerciseCatalog } from './exercise-catalog.js';

@Controller()
export class RecordingController {
  constructor(
    private readonly source: RecordingSource,
    private readonly exercises: ExerciseCatalog,
  ) {}

  /** Sent as it is read. What breaks off lacks its last line, and `tandem replay` says so. */
  @Operation('exportRecording')
  async read(@Param('exercise') exercise: string): Promise<StreamableFile> {
    const { id } = await this.exercises.get(exercise);
    return new StreamableFile(Readable.from(this.source.lines(id)), {
      type: RECORDING_MEDIA_TYPE,
      disposition: `attachment; filename="${id}.recording.ndjson"`,
    });
  }
}
