/** The units that people are to answer for, checked against the scenario. */
import { Injectable } from '@nestjs/common';
import { InputError } from '#contracts/problem.js';
import type { Side } from '#domain/kernel/side.js';
import { ExerciseCatalog } from '../exercises/exercise-catalog.js';

@Injectable()
export class Units {
  constructor(private readonly exercises: ExerciseCatalog) {}

  /** @throws InputError when one is not of the side, or not in the exercise */
  async mustBeOf(exercise: string, side: Side | undefined, units: readonly string[] | undefined): Promise<void> {
    if (units === undefined) return;
    const scenario = await this.exercises.scenario(exercise);
    const own = scenario.units.filter((unit) => unit.side === side).map(({ id }) => String(id));
    const problems = units.flatMap((unit, index) =>
      own.includes(unit)
        ? []
        : [
            {
              code: 'NOT_ONE_OF',
              path: `units[${index}]`,
              message: `${JSON.stringify(unit.slice(0, 80))} is no unit of ${side} in this exercise; its units are ${own.join(', ')}.`,
            },
          ],
    );
    if (problems.length > 0) throw new InputError('INPUT_INVALID', problems);
  }
}
