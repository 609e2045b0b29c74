import { Injectable } from '@nestjs/common';
import type { Role } from '#domain/kernel/role.js';
import { AccountStore } from '#infra/accounts/account-store.js';
import type { Caller } from '../auth/caller.js';
import { Problem } from '../problems/problem.js';

/** Who may be in charge of an incident: those who decide for their side. */
const IN_CHARGE: readonly Role[] = ['commander', 'operator'];

/** People of a side whom somebody of it names in a command. The rules know no accounts, so they are looked up here. */
@Injectable()
export class Colleagues {
  constructor(private readonly accounts: AccountStore) {}

  /**
   * The name of an operator or a commander of the caller's own side. Whether there are others, the caller does not learn.
   * @throws Problem UNKNOWN_ACCOUNT
   */
  async nameOf(exercise: string, caller: Caller, id: string): Promise<string> {
    const account = await this.accounts.get(id);
    const isOfExercise = account?.exerciseId == null || account.exerciseId === exercise;
    const isUsable = account !== null && account.disabledAt === null && !account.builtIn;
    if (isUsable && isOfExercise && account.side === caller.viewer.side && IN_CHARGE.includes(account.role)) {
      return account.name;
    }
    throw new Problem(
      'UNKNOWN_ACCOUNT',
      `Your side has no operator or commander "${id}" in this exercise; the list of people shows their accounts.`,
    );
  }
}
