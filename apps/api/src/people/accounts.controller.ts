import { Body, Controller, Param } from '@nestjs/common';
import type { z } from 'zod';
import type { accountView } from '#contracts/http/accounts.js';
import { accountProblems, changeRoleBody, createAccountBody, createTokenBody } from '#contracts/http/accounts.js';
import { passwordProblems } from '#contracts/http/people.js';
import { createLinkBody, oneTimePath, setPasswordBody } from '#contracts/http/sessions.js';
import { InputError } from '#contracts/problem.js';
import { ROLE_TRAITS } from '#domain/kernel/role.js';
import type { AccessSource } from '#infra/accounts/access-log.js';
import { type Account, AccountStore, type Token } from '#infra/accounts/account-store.js';
import { viewToken } from '#infra/accounts/account-views.js';
import { OneTimeLinks } from '#infra/accounts/one-time-links.js';
import { hashPassword } from '#infra/accounts/passwords.js';
import { PasswordStore } from '#infra/accounts/password-store.js';
import { AccessControl } from '../auth/access-control.js';
import type { Caller } from '../auth/caller.js';
import { CurrentCaller, CurrentSource } from '../auth/current.js';
import { Operation } from '../http/operation.js';
import { notFound } from '../problems/problem.js';
import { Placements } from './placements.js';

type AccountView = z.infer<typeof accountView>;

@Controller()
export class AccountsController {
  constructor(
    private readonly accounts: AccountStore,
    private readonly passwords: PasswordStore,
    private readonly links: OneTimeLinks,
    private readonly placements: Placements,
    private readonly access: AccessControl,
  ) {}

  @Operation('createAccount')
  async create(
    @Body({ schema: createAccountBody }) body: z.infer<typeof createAccountBody>,
    @CurrentCaller() caller: Caller,
    @CurrentSource() source: AccessSource,
  ): Promise<AccountView> {
    const { exercise, password, ...wanted } = body;
    const exerciseId = await this.placements.exerciseFor(caller, exercise);
    const problems = accountProblems({ ...wanted, exercise: exerciseId, password });
    if (problems.length > 0) throw new InputError('INPUT_INVALID', problems);
    await this.placements.mustHaveUnits(exerciseId, wanted.side, wanted.units);
    const passwordHash = password === undefined ? undefined : await hashPassword(password);
    return viewAccount(await this.accounts.createAccount({ ...wanted, exerciseId, passwordHash }, source));
  }

  @Operation('listAccounts')
  async list(@CurrentCaller() caller: Caller): Promise<{ items: AccountView[] }> {
    return { items: (await this.within(caller)).map(({ account }) => viewAccount(account)) };
  }

  @Operation('disableAccount')
  async disable(
    @Param('account') id: string,
    @CurrentCaller() caller: Caller,
    @CurrentSource() source: AccessSource,
  ): Promise<void> {
    const { account } = await this.one(caller, id);
    await this.accounts.disableAccount(account.id, source);
    this.access.forget(account.id);
  }

  @Operation('changeRole')
  async changeRole(
    @Param('account') id: string,
    @Body({ schema: changeRoleBody }) changed: z.infer<typeof changeRoleBody>,
    @CurrentCaller() caller: Caller,
    @CurrentSource() source: AccessSource,
  ): Promise<AccountView> {
    const { exerciseId, hasPassword, name } = await this.open(caller, id);
    const problems = accountProblems({ ...changed, exercise: exerciseId ?? undefined });
    if (problems.length > 0) throw new InputError('INPUT_INVALID', problems);
    if (hasPassword && !ROLE_TRAITS[changed.role].isPerson) {
      const message = `${name} signs in by a password; services do not. Make another account for the service.`;
      throw InputError.of('INPUT_INVALID', 'role', message);
    }
    await this.placements.mustHaveUnits(exerciseId ?? undefined, changed.side, changed.units);
    if (!(await this.accounts.changeRole(id, changed, source))) throw notFound('account', id);
    this.access.forget(id);
    const found = await this.accounts.get(id);
    if (found === null) throw notFound('account', id);
    return viewAccount(found);
  }

  @Operation('setPassword')
  async setPassword(
    @Param('account') id: string,
    @Body({ schema: setPasswordBody }) { password }: z.infer<typeof setPasswordBody>,
    @CurrentCaller() caller: Caller,
    @CurrentSource() source: AccessSource,
  ): Promise<void> {
    const { name } = await this.openPerson(caller, id);
    const problems = passwordProblems(name, password);
    if (problems.length > 0) throw new InputError('INPUT_INVALID', problems);
    await this.passwords.set(id, password, source);
    this.access.forget(id);
  }

  @Operation('createOneTimeLink')
  async createLink(
    @Param('account') id: string,
    @Body({ schema: createLinkBody }) { minutes = 60 }: z.infer<typeof createLinkBody>,
    @CurrentCaller() caller: Caller,
    @CurrentSource() source: AccessSource,
  ) {
    await this.openPerson(caller, id);
    const { key, expiresAt } = await this.links.create(id, minutes, source);
    return { key, path: oneTimePath(key), expiresAt: expiresAt.toISOString() };
  }

  @Operation('createToken')
  async createToken(
    @Param('account') id: string,
    @Body({ schema: createTokenBody }) { expiresAt }: z.infer<typeof createTokenBody>,
    @CurrentCaller() caller: Caller,
    @CurrentSource() source: AccessSource,
  ) {
    await this.open(caller, id);
    const expiry = expiresAt === undefined ? undefined : new Date(expiresAt);
    const { secret, token } = await this.accounts.createToken(id, expiry, source);
    return { ...viewToken(token), secret };
  }

  @Operation('listTokens')
  async listTokens(@Param('account') id: string, @CurrentCaller() caller: Caller) {
    const { tokens } = await this.one(caller, id);
    return { items: tokens.map(viewToken) };
  }

  @Operation('revokeToken')
  async revokeToken(
    @Param('account') accountId: string,
    @Param('token') id: string,
    @CurrentCaller() caller: Caller,
    @CurrentSource() source: AccessSource,
  ): Promise<void> {
    const { account, tokens } = await this.one(caller, accountId);
    if (!tokens.some((token) => token.id === id)) throw notFound('token', id);
    await this.accounts.revokeToken(id, source);
    this.access.forget(account.id);
  }

  /** A controller that is bound to one exercise sees and touches the accounts of this one only. */
  private async within({ exercise }: Caller): Promise<{ account: Account; tokens: Token[] }[]> {
    const all = await this.accounts.list();
    return exercise === undefined ? all : all.filter(({ account }) => account.exerciseId === exercise);
  }

  private async one(caller: Caller, id: string): Promise<{ account: Account; tokens: Token[] }> {
    const found = (await this.within(caller)).find(({ account }) => account.id === id);
    if (found === undefined) throw notFound('account', id);
    return found;
  }

  private async open(caller: Caller, id: string): Promise<Account> {
    const { account } = await this.one(caller, id);
    if (account.disabledAt !== null) throw notFound('account that is not disabled', account.id);
    return account;
  }

  /** Of a person, who signs in: programs have tokens. */
  private async openPerson(caller: Caller, id: string): Promise<Account> {
    const account = await this.open(caller, id);
    if (ROLE_TRAITS[account.role].isPerson && !account.builtIn) return account;
    throw InputError.of('INPUT_INVALID', '', `${account.name} is a program, which comes in by tokens.`);
  }
}

function viewAccount(account: Account): AccountView {
  return {
    id: account.id,
    name: account.name,
    role: account.role,
    ...(account.side !== null && { side: account.side }),
    ...(account.classes !== null && { classes: [...account.classes] }),
    ...(account.exerciseId !== null && { exercise: account.exerciseId }),
    ...(account.units !== null && { units: [...account.units] }),
    ...(account.language !== null && { language: account.language }),
    ...(account.invitationId !== null && { invitation: account.invitationId }),
    hasPassword: account.hasPassword,
    createdAt: account.createdAt.toISOString(),
    ...(account.disabledAt !== null && { disabledAt: account.disabledAt.toISOString() }),
  };
}
