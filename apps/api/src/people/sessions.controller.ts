import { Controller, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { passwordProblems } from '#contracts/http/people.js';
import { changePasswordBody, oneTimeBody, type SessionListItem, signInBody } from '#contracts/http/sessions.js';
import { nameKey } from '#contracts/json/person-name.js';
import { InputError } from '#contracts/problem.js';
import type { AccessSource } from '#infra/accounts/access-log.js';
import { ClientAddresses } from '#infra/accounts/client-address.js';
import { OneTimeLinks } from '#infra/accounts/one-time-links.js';
import { PasswordStore } from '#infra/accounts/password-store.js';
import { type ListedSession, SessionStore } from '#infra/accounts/session-store.js';
import { AccessControl } from '../auth/access-control.js';
import { callerOf, entryOf } from '../auth/current.js';
import { noSessionCookie } from '../auth/session-cookie.js';
import { Operation } from '../http/operation.js';
import { bodyOf, param } from '../http/request-input.js';
import { notFound, Problem } from '../problems/problem.js';
import { SignIns } from './sign-ins.js';

const CHALLENGE = { headers: { 'www-authenticate': 'Bearer realm="tandem"' } } as const;

@Controller()
export class SessionsController {
  constructor(
    private readonly signIns: SignIns,
    private readonly sessions: SessionStore,
    private readonly passwords: PasswordStore,
    private readonly links: OneTimeLinks,
    private readonly access: AccessControl,
    private readonly addresses: ClientAddresses,
  ) {}

  @Operation('signIn')
  async signIn(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { name, password } = bodyOf(request, signInBody);
    const account = await this.signIns.attempt(request, nameKey(name), async () => {
      const { isRight, known } = await this.passwords.check(name, password);
      if (isRight) return known?.accountId;
      this.signIns.refused(request, 'wrong password', known);
      return undefined;
    });
    if (account === undefined) throw new Problem('SIGN_IN_FAILED', 'The name or the password is wrong.', CHALLENGE);
    const place = this.signIns.placeOf(request);
    await this.signIns.admit(request, reply, 200, await this.sessions.start({ account, how: 'password', ...place }));
  }

  @Operation('redeemOneTimeLink')
  async redeem(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { key } = bodyOf(request, oneTimeBody);
    const admission = await this.signIns.attempt(request, undefined, () =>
      this.links.redeem(key, this.sessions, this.signIns.placeOf(request)),
    );
    if (admission === undefined) {
      this.signIns.refused(request, 'wrong link');
      const message =
        'The link is unknown, used or expired; ask a controller for a new one, or run `tandem account link`.';
      throw new Problem('LINK_INVALID', message);
    }
    await this.signIns.admit(request, reply, 200, admission);
  }

  @Operation('readSession')
  async read(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    void reply.send(await this.signIns.viewOf(entryOf(request)));
  }

  @Operation('signOut')
  async signOut(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { session } = entryOf(request);
    if (session === undefined) {
      throw new Problem('NO_SESSION', 'You came in by a token, which is no session; a controller can revoke it.');
    }
    await this.sessions.end(session.id, 'signed-out', this.source(request));
    this.access.forget(session.accountId);
    void reply
      .code(204)
      .header('set-cookie', noSessionCookie(this.addresses.isSecure(request.raw)))
      .send();
  }

  @Operation('changePassword')
  async changePassword(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { current, password } = bodyOf(request, changePasswordBody);
    const { account, session } = entryOf(request);
    const problems = passwordProblems(account.name, password);
    if (problems.length > 0) throw new InputError('INPUT_INVALID', problems);
    const isRight = await this.signIns.attempt(request, nameKey(account.name), async () => {
      const answer = await this.passwords.checkOf(account.id, current);
      if (answer.known === undefined) {
        throw new Problem('NO_PASSWORD', 'Your account has no password; a controller can give it one.');
      }
      if (!answer.isRight) this.signIns.refused(request, 'wrong password', answer.known);
      return answer.isRight || undefined;
    });
    if (isRight === undefined) throw new Problem('SIGN_IN_FAILED', 'The current password is wrong.', CHALLENGE);
    await this.passwords.set(account.id, password, this.source(request), session?.id);
    this.access.forget(account.id);
    void reply.code(204).send();
  }

  @Operation('listSessions')
  async list(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { session } = entryOf(request);
    void reply.send({ items: (await this.listed(request)).map((one) => view(one, this.sessions, session?.id)) });
  }

  @Operation('revokeSession')
  async revoke(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const id = param(request, 'session');
    const found = (await this.listed(request)).find((session) => session.id === id);
    if (found === undefined) throw notFound('session', id);
    await this.sessions.end(id, 'session-revoked', this.source(request));
    this.access.forget(found.accountId);
    void reply.code(204).send();
  }

  /** Those that the caller may see and end: its own; a controller all, or those of its exercise. */
  private listed(request: FastifyRequest): Promise<ListedSession[]> {
    const { id, role, exercise } = callerOf(request);
    return this.sessions.list(role === 'controller' ? { exercise } : { account: id });
  }

  private source(request: FastifyRequest): AccessSource {
    const { caller, address } = entryOf(request);
    return { by: caller.id, from: address };
  }
}

function view(session: ListedSession, sessions: SessionStore, current: string | undefined): SessionListItem {
  const { id, accountId, name, role, side, exerciseId, invitationId, how, address, program } = session;
  return {
    id,
    account: accountId,
    name,
    role,
    ...(side !== null && { side }),
    ...(exerciseId !== null && { exercise: exerciseId }),
    how,
    ...(invitationId !== null && { invitation: invitationId }),
    createdAt: session.createdAt.toISOString(),
    lastUsedAt: session.lastUsedAt.toISOString(),
    idleUntil: sessions.idleUntil(session).toISOString(),
    expiresAt: session.expiresAt.toISOString(),
    from: address,
    ...(program !== null && { program }),
    current: id === current,
  };
}
