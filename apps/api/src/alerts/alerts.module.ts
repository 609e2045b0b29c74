/** Takes in alerts. */
import { Module } from '@nestjs/common';
import { CalculationModule } from '../calculation/calculation.module.js';
import { CommandsModule } from '../commands/commands.module.js';
import { ExercisesModule } from '../exercises/exercises.module.js';
import { AlertIntake } from './alert-intake.js';
import { AlertsController } from './alerts.controller.js';

@Module({
  imports: [CalculationModule, CommandsModule, ExercisesModule],
  controllers: [AlertsController],
  providers: [AlertIntake],
  exports: [AlertIntake],
})
export class AlertsModule {}
