import { Controller, Param, Query } from '@nestjs/common';
import type { z } from 'zod';
import { snapshotQuery } from '#contracts/http/snapshots.js';
import { showsAll } from '#domain/release/shown.js';
import type { Caller } from '../auth/caller.js';
import { CurrentCaller } from '../auth/current.js';
import { JsonText } from '../http/json-text.js';
import { Operation } from '../http/operation.js';
import { Problem } from '../problems/problem.js';
import { ExerciseCatalog } from './exercise-catalog.js';
import { viewExercise } from './exercise-views.js';
import { ShownClock } from './shown-clock.js';
import { ViewerStates } from './viewer-states.js';

@Controller()
export class SnapshotsController {
  constructor(
    private readonly exercises: ExerciseCatalog,
    private readonly clock: ShownClock,
    private readonly states: ViewerStates,
  ) {}

  @Operation('readSnapshot')
  @JsonText()
  async read(
    @Param('exercise') id: string,
    @CurrentCaller() caller: Caller,
    @Query({ schema: snapshotQuery }) { as }: z.infer<typeof snapshotQuery>,
  ): Promise<string> {
    if (as !== undefined && !showsAll(caller.stream)) {
      throw new Problem('FORBIDDEN', 'What others see is for controllers and evaluators; leave `as` out.');
    }
    // With `as`, what all people of that side together see.
    const stream = as ?? caller.stream;
    await this.exercises.mustTakeCommands(id);
    const exercise = await this.exercises.get(id);
    const scenario = await this.exercises.scenario(id);
    const time = await this.clock.timeFor(stream, exercise);
    const snapshot = await this.states.snapshot(id, { stream, reader: caller.reader }, scenario, exercise.seqs[stream]);
    const view = JSON.stringify(viewExercise(exercise, scenario, { stream, time }));
    return (
      `{"exercise":${view},"stream":"${stream}","seq":${snapshot.seq},"scenario":${snapshot.scenario},` +
      `"state":${snapshot.state},"serverTime":${Date.now()}}`
    );
  }
}
