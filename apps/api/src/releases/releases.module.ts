/** The releasing desks: what waits for a decision, and what the other side would read. */
import { Module } from '@nestjs/common';
import { ExercisesModule } from '../exercises/exercises.module.js';
import { ReleasesController } from './releases.controller.js';

@Module({
  imports: [ExercisesModule],
  controllers: [ReleasesController],
})
export class ReleasesModule {}
