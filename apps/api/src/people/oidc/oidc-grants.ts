/** What the groups of a person are given here. */
import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { InputError } from '#contracts/problem.js';
import { NameTaken } from '#infra/accounts/names.js';
import { type GroupRule, ruleFor } from '#infra/config/oidc-groups.js';
import { ExerciseCatalog } from '../../exercises/exercise-catalog.js';
import { Problem } from '../../problems/problem.js';
import { ApiSettings } from '../../settings.js';
import { LOG } from '../../tokens.js';
import { Placements } from '../placements.js';
import type { Identified } from './identity-provider.js';

@Injectable()
export class OidcGrants {
  constructor(
    private readonly settings: ApiSettings,
    private readonly exercises: ExerciseCatalog,
    private readonly placements: Placements,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  ruleOf({ groups }: Identified): GroupRule | undefined {
    return ruleFor(this.settings.oidc?.groups ?? [], groups);
  }

  /**
   * Lets somebody in by a rule, if its exercise is there and has its units.
   * @throws Problem OIDC_GROUP_UNUSABLE; the log says what is wrong
   */
  async usable<T>(rule: GroupRule, admit: () => Promise<T>): Promise<T> {
    const { exercise, side, units, group } = rule;
    try {
      if (exercise !== undefined && !(await this.exercises.exists(exercise))) {
        throw new InputError('INPUT_INVALID', [
          { code: 'INPUT_INVALID', path: 'exercise', message: `There is no exercise ${JSON.stringify(exercise)}.` },
        ]);
      }
      await this.placements.mustHaveUnits(exercise, side, units);
      return await admit();
    } catch (error) {
      if (!(error instanceof InputError) && !(error instanceof NameTaken)) throw error;
      this.log.warn({ err: error, group }, 'a person of this group could not be signed in');
      const message =
        'The exercise or the units that the group is for are not there, or the name is taken. Ask the administrator.';
      throw new Problem('OIDC_GROUP_UNUSABLE', message);
    }
  }
}
