import { Readable } from 'node:stream';
import { Controller, Param, Query, StreamableFile } from '@nestjs/common';
import type { z } from 'zod';
import { recordingQuery } from '#contracts/http/recordings.js';
import { RECORDING_MEDIA_TYPE } from '#contracts/recording/recording-lines.js';
import { sideOfExport, whyNoExport } from '#domain/release/side-export.js';
import { RecordingSource } from '#infra/recording/recording-source.js';
import { SideExportSource } from '#infra/recording/side-export-source.js';
import type { Caller } from '../auth/caller.js';
import { CurrentCaller } from '../auth/current.js';
import { VERSION } from '../docs/version.js';
import { Operation } from '../http/operation.js';
import { Problem } from '../problems/problem.js';
import { ExerciseCatalog } from './exercise-catalog.js';

@Controller()
export class RecordingController {
  constructor(
    private readonly whole: RecordingSource,
    private readonly ofSide: SideExportSource,
    private readonly exercises: ExerciseCatalog,
  ) {}

  /** Sent as it is read. What breaks off lacks its last line, and `tandem verify` says so. @throws Problem FORBIDDEN */
  @Operation('exportRecording')
  async read(
    @Param('exercise') exercise: string,
    @CurrentCaller() { viewer }: Caller,
    @Query({ schema: recordingQuery }) query: z.infer<typeof recordingQuery>,
  ): Promise<StreamableFile> {
    const { id } = await this.exercises.get(exercise);
    const wanted = { side: query.side, includesRed: query.includeRed === 'true' };
    const refusal = whyNoExport(viewer, wanted);
    if (refusal !== undefined) throw new Problem('FORBIDDEN', refusal);
    const side = sideOfExport(viewer, wanted);
    if (side === undefined) return file(this.whole.lines(id), `${id}.recording`);
    const { includesRed } = wanted;
    return file(this.ofSide.lines(id, { side, includesRed, madeBy: `Tandem ${VERSION}` }), `${id}.${side}`);
  }
}

function file(lines: AsyncGenerator<string>, name: string): StreamableFile {
  return new StreamableFile(Readable.from(lines), {
    type: RECORDING_MEDIA_TYPE,
    disposition: `attachment; filename="${name}.ndjson"`,
  });
}
