import { Body, Controller, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { passwordProblems } from '#contracts/http/people.js';
import {
  changePasswordBody,
  oneTimeBody,
  type SessionListItem,
  type SessionView,
  signInBody,
} from '#contracts/http/sessions.js';
import { nameKey } from '#contracts/json/person-name.js';
import { InputError } from '#contracts/problem.js';
import type { AccessSource } from '#infra/accounts/access-log.js';
import { OneTimeLinks } from '#infra/accounts/one-time-links.js';
import { PasswordStore } from '#infra/accounts/password-store.js';
import { type ListedSession, SessionStore } from '#infra/accounts/session-store.js';
import { AccessControl } from '../auth/access-control.js';
import type { Caller } from '../auth/caller.js';
import { CurrentCaller, CurrentEntry, CurrentSource } from '../auth/current.js';
import type { Entry } from '../auth/entry.js';
import { noSessionCookie } from '../auth/session-cookie.js';
import { Operation } from '../http/operation.js';
import { notFound, Problem } from '../problems/problem.js';
import { ApiSettings } from '../settings.js';
import { SignIns } from './sign-ins.js';
import { CurrentVisitor, placeOf, type Visitor } from './visitor.js';

const CHALLENGE = { headers: { 'www-authenticate': 'Bearer realm="tandem"' } } as const;

@Controller()
export class SessionsController {
  constructor(
    private readonly signIns: SignIns,
    private readonly sessions: SessionStore,
    private readonly passwords: PasswordStore,
    private readonly links: OneTimeLinks,
    private readonly access: AccessControl,
    private readonly settings: ApiSettings,
  ) {}

  @Operation('signIn')
  async signIn(
    @Body({ schema: signInBody }) { name, password }: z.infer<typeof signInBody>,
    @CurrentVisitor() visitor: Visitor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    if (!this.settings.passwordSignIn) {
      throw new Problem(
        'PASSWORD_SIGN_IN_OFF',
        'Names and passwords are not accepted here; GET /v1/sign-in says what is.',
      );
    }
    const account = await this.signIns.attempt(visitor, nameKey(name), async () => {
      const { isRight, known } = await this.passwords.check(name, password);
      if (isRight) return known?.accountId;
      this.signIns.refused(visitor, 'wrong password', known);
      return undefined;
    });
    if (account === undefined) throw new Problem('SIGN_IN_FAILED', 'The name or the password is wrong.', CHALLENGE);
    const admission = await this.sessions.start({ account, how: 'password', ...placeOf(visitor) });
    return this.signIns.admit(visitor, reply, admission);
  }

  @Operation('redeemOneTimeLink')
  async redeem(
    @Body({ schema: oneTimeBody }) { key }: z.infer<typeof oneTimeBody>,
    @CurrentVisitor() visitor: Visitor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    const admission = await this.signIns.attempt(visitor, undefined, () =>
      this.links.redeem(key, this.sessions, placeOf(visitor)),
    );
    if (admission === undefined) {
      this.signIns.refused(visitor, 'wrong link');
      const message =
        'The link is unknown, used or expired; ask a controller for a new one, or run `tandem account link`.';
      throw new Problem('LINK_INVALID', message);
    }
    return this.signIns.admit(visitor, reply, admission);
  }

  @Operation('readSession')
  read(@CurrentEntry() entry: Entry): Promise<SessionView> {
    return this.signIns.viewOf(entry);
  }

  @Operation('signOut')
  async signOut(
    @CurrentEntry() { session }: Entry,
    @CurrentSource() source: AccessSource,
    @CurrentVisitor() { isSecure }: Visitor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    if (session === undefined) {
      throw new Problem('NO_SESSION', 'You came in by a token, which is no session; a controller can revoke it.');
    }
    await this.sessions.end(session.id, 'signed-out', source);
    this.access.forget(session.accountId);
    void reply.header('set-cookie', noSessionCookie(isSecure));
  }

  @Operation('changePassword')
  async changePassword(
    @Body({ schema: changePasswordBody }) { current, password }: z.infer<typeof changePasswordBody>,
    @CurrentEntry() { account, session }: Entry,
    @CurrentSource() source: AccessSource,
    @CurrentVisitor() visitor: Visitor,
  ): Promise<void> {
    const problems = passwordProblems(account.name, password);
    if (problems.length > 0) throw new InputError('INPUT_INVALID', problems);
    const isRight = await this.signIns.attempt(visitor, nameKey(account.name), async () => {
      const answer = await this.passwords.checkOf(account.id, current);
      if (answer.known === undefined) {
        throw new Problem('NO_PASSWORD', 'Your account has no password; a controller can give it one.');
      }
      if (!answer.isRight) this.signIns.refused(visitor, 'wrong password', answer.known);
      return answer.isRight || undefined;
    });
    if (isRight === undefined) throw new Problem('SIGN_IN_FAILED', 'The current password is wrong.', CHALLENGE);
    await this.passwords.set(account.id, password, source, session?.id);
    this.access.forget(account.id);
  }

  @Operation('listSessions')
  async list(@CurrentEntry() { caller, session }: Entry): Promise<{ items: SessionListItem[] }> {
    return { items: (await this.listed(caller)).map((one) => view(one, this.sessions, session?.id)) };
  }

  @Operation('revokeSession')
  async revoke(
    @Param('session') id: string,
    @CurrentCaller() caller: Caller,
    @CurrentSource() source: AccessSource,
  ): Promise<void> {
    const found = (await this.listed(caller)).find((session) => session.id === id);
    if (found === undefined) throw notFound('session', id);
    await this.sessions.end(id, 'session-revoked', source);
    this.access.forget(found.accountId);
  }

  /** Those that the caller may see and end: its own; a controller all, or those of its exercise. */
  private listed({ id, role, exercise }: Caller): Promise<ListedSession[]> {
    return this.sessions.list(role === 'controller' ? { exercise } : { account: id });
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
