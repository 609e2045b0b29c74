/** There is no exercise of this id, or no longer: it may have been deleted. HTTP answers 404. */
export class ExerciseUnknown extends Error {
  readonly code = 'EXERCISE_UNKNOWN';

  constructor(exerciseId: string) {
    super(`There is no exercise ${JSON.stringify(exerciseId)}`);
    this.name = 'ExerciseUnknown';
  }
}
