/** Where people are let in: into which exercise, and for which of its units. */
import { Injectable } from '@nestjs/common';
import { InputError } from '#contracts/problem.js';
import type { Side } from '#domain/kernel/side.js';
import type { Caller } from '../auth/caller.js';
import { ExerciseCatalog } from '../exercises/exercise-catalog.js';
import { Problem } from '../problems/problem.js';

@Injectable()
export class Placements {
  constructor(private readonly exercises: ExerciseCatalog) {}

  /**
   * The exercise into which a controller lets somebody: a controller of one exercise into this one, not into all.
   * @returns undefined: all. @throws Problem NOT_FOUND
   */
  async exerciseFor(caller: Caller, wanted: string | undefined): Promise<string | undefined> {
    const exercise = wanted ?? caller.exercise;
    if (exercise === undefined) return undefined;
    if (caller.mayTouch(exercise) && (await this.exercises.exists(exercise))) return exercise;
    throw new Problem('NOT_FOUND', `There is no exercise ${JSON.stringify(exercise.slice(0, 80))} here.`, {
      errors: [{ code: 'NOT_FOUND', path: 'exercise', message: 'There is no such exercise.' }],
    });
  }

  /** @throws InputError when one is not of the side, or not in the exercise */
  async mustHaveUnits(
    exercise: string | undefined,
    side: Side | undefined,
    units: readonly string[] | undefined,
  ): Promise<void> {
    if (exercise === undefined || units === undefined) return;
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
