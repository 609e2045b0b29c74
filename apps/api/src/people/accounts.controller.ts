import { Controller, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
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
import { AccessControl, callerOf } from '../auth/access-control.js';
import { ExerciseCatalog } from '../exercises/exercise-catalog.js';
import { Operation } from '../http/operation.js';
import { bodyOf, param } from '../http/request-input.js';
import { Units } from './units.js';
import { notFound, Problem } from '../problems/problem.js';

@Controller()
export class AccountsController {
  constructor(
    private readonly accounts: AccountStore,
    private readonly passwords: PasswordStore,
    private readonly links: OneTimeLinks,
    private readonly exercises: ExerciseCatalog,
    private readonly units: Units,
    private readonly access: AccessControl,
  ) {}

  @Operation('createAccount')
  async create(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { exercise, password, ...wanted } = bodyOf(request, createAccountBody);
    // A controller of one exercise may let others into this one, not into all.
    const exerciseId = exercise ?? callerOf(request).exercise;
    if (exerciseId !== undefined) await this.checkExercise(request, exerciseId);
    const problems = accountProblems({ ...wanted, exercise: exerciseId, password });
    if (problems.length > 0) throw new InputError('INPUT_INVALID', problems);
    if (exerciseId !== undefined) await this.units.mustBeOf(exerciseId, wanted.side, wanted.units);
    const passwordHash = password === undefined ? undefined : await hashPassword(password);
    const account = await this.accounts.createAccount({ ...wanted, exerciseId, passwordHash }, this.source(request));
    void reply.code(201).send(viewAccount(account));
  }

  @Operation('listAccounts')
  async list(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    void reply.send({ items: (await this.within(request)).map(({ account }) => viewAccount(account)) });
  }

  @Operation('disableAccount')
  async disable(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { account } = await this.one(request);
    await this.accounts.disableAccount(account.id, this.source(request));
    this.access.forget(account.id);
    void reply.code(204).send();
  }

  @Operation('changeRole')
  async changeRole(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const changed = bodyOf(request, changeRoleBody);
    const account = await this.open(request);
    const { id, exerciseId, hasPassword, name } = account;
    const problems = accountProblems({ ...changed, exercise: exerciseId ?? undefined });
    if (problems.length > 0) throw new InputError('INPUT_INVALID', problems);
    if (hasPassword && !ROLE_TRAITS[changed.role].isPerson) {
      const message = `${name} signs in by a password; services do not. Make another account for the service.`;
      throw InputError.of('INPUT_INVALID', 'role', message);
    }
    if (exerciseId !== null) await this.units.mustBeOf(exerciseId, changed.side, changed.units);
    if (!(await this.accounts.changeRole(id, changed, this.source(request)))) throw notFound('account', id);
    this.access.forget(id);
    const found = await this.accounts.get(id);
    if (found === null) throw notFound('account', id);
    void reply.send(viewAccount(found));
  }

  @Operation('setPassword')
  async setPassword(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { password } = bodyOf(request, setPasswordBody);
    const { id, name } = await this.openPerson(request);
    const problems = passwordProblems(name, password);
    if (problems.length > 0) throw new InputError('INPUT_INVALID', problems);
    await this.passwords.set(id, password, this.source(request));
    this.access.forget(id);
    void reply.code(204).send();
  }

  @Operation('createOneTimeLink')
  async createLink(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { minutes = 60 } = bodyOf(request, createLinkBody);
    const { id } = await this.openPerson(request);
    const { key, expiresAt } = await this.links.create(id, minutes, this.source(request));
    void reply.code(201).send({ key, path: oneTimePath(key), expiresAt: expiresAt.toISOString() });
  }

  @Operation('createToken')
  async createToken(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { expiresAt } = bodyOf(request, createTokenBody);
    const account = await this.open(request);
    const expiry = expiresAt === undefined ? undefined : new Date(expiresAt);
    const { secret, token } = await this.accounts.createToken(account.id, expiry, this.source(request));
    void reply
      .code(201)
      .header('cache-control', 'no-store')
      .send({ ...viewToken(token), secret });
  }

  @Operation('listTokens')
  async listTokens(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { tokens } = await this.one(request);
    void reply.send({ items: tokens.map(viewToken) });
  }

  @Operation('revokeToken')
  async revokeToken(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { account, tokens } = await this.one(request);
    const id = param(request, 'token');
    if (!tokens.some((token) => token.id === id)) throw notFound('token', id);
    await this.accounts.revokeToken(id, this.source(request));
    this.access.forget(account.id);
    void reply.code(204).send();
  }

  /** Who asks, and from where: for the record. */
  private source(request: FastifyRequest): AccessSource {
    return { by: callerOf(request).id, from: this.access.addressOf(request.raw) };
  }

  /** A controller that is bound to one exercise sees and touches the accounts of this one only. */
  private async within(request: FastifyRequest): Promise<{ account: Account; tokens: Token[] }[]> {
    const { exercise } = callerOf(request);
    const all = await this.accounts.list();
    return exercise === undefined ? all : all.filter(({ account }) => account.exerciseId === exercise);
  }

  private async one(request: FastifyRequest): Promise<{ account: Account; tokens: Token[] }> {
    const id = param(request, 'account');
    const found = (await this.within(request)).find(({ account }) => account.id === id);
    if (found === undefined) throw notFound('account', id);
    return found;
  }

  private async open(request: FastifyRequest): Promise<Account> {
    const { account } = await this.one(request);
    if (account.disabledAt !== null) throw notFound('account that is not disabled', account.id);
    return account;
  }

  /** Of a person, who signs in: programs have tokens. */
  private async openPerson(request: FastifyRequest): Promise<Account> {
    const account = await this.open(request);
    if (ROLE_TRAITS[account.role].isPerson && !account.builtIn) return account;
    throw InputError.of('INPUT_INVALID', '', `${account.name} is a program, which comes in by tokens.`);
  }

  private async checkExercise(request: FastifyRequest, exercise: string): Promise<void> {
    if (callerOf(request).mayTouch(exercise) && (await this.exercises.exists(exercise))) return;
    throw new Problem('NOT_FOUND', `There is no exercise ${JSON.stringify(exercise.slice(0, 80))} here.`, {
      errors: [{ code: 'NOT_FOUND', path: 'exercise', message: 'There is no such exercise.' }],
    });
  }
}

function viewAccount(account: Account): z.infer<typeof accountView> {
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
