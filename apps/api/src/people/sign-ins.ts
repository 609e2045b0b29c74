/** What all ways to come in share: tries are counted, refusals recorded, and who is right gets a session and its cookie. */
import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { SessionView } from '#contracts/http/sessions.js';
import { AccessLog, type AccessRefusal } from '#infra/accounts/access-log.js';
import { type Account, AccountStore } from '#infra/accounts/account-store.js';
import { type Session, SessionStore } from '#infra/accounts/session-store.js';
import { networkOf } from '#infra/accounts/client-address.js';
import type { Entry } from '../auth/entry.js';
import { sessionCookie } from '../auth/session-cookie.js';
import { Tries } from '../auth/tries.js';
import { UnknownConnections } from '../auth/unknown-connections.js';
import { Problem } from '../problems/problem.js';
import type { Visitor } from './visitor.js';

type KnownAccount = { readonly accountId: string; readonly exerciseId: string | null };

@Injectable()
export class SignIns {
  constructor(
    private readonly unknown: UnknownConnections,
    private readonly sessions: SessionStore,
    private readonly accounts: AccountStore,
    private readonly record: AccessLog,
    private readonly tries: Tries,
  ) {}

  /**
   * A try. @param name what is tried, see {@link Tries.take}
   * @param attempt returns undefined when it was wrong, or is refused otherwise
   * @throws Problem TOO_MANY_TRIES
   */
  async attempt<T>(
    visitor: Visitor,
    name: string | undefined,
    attempt: () => Promise<T | undefined>,
  ): Promise<T | undefined> {
    const network = networkOf(visitor.address);
    let giveBack: () => void;
    try {
      giveBack = this.tries.take(network, name);
    } catch (error) {
      this.record.refused('throttled', network, undefined);
      throw error;
    }
    try {
      const answer = await attempt();
      if (answer !== undefined) giveBack();
      return answer;
    } catch (error) {
      // That it went wrong here is no wrong try.
      giveBack();
      throw error;
    }
  }

  refused({ address }: Visitor, reason: AccessRefusal, known?: KnownAccount): void {
    this.record.refused(reason, networkOf(address), known);
  }

  /** Lets somebody in whose session has begun; the answer bears its cookie. @throws Problem UNAUTHENTICATED */
  async admit(
    { isSecure, socket }: Visitor,
    reply: FastifyReply,
    { secret, session }: { readonly secret: string; readonly session: Session },
  ): Promise<SessionView> {
    const { account } = await this.sessions.check(secret);
    if (account === undefined) throw new Problem('UNAUTHENTICATED', 'The account was disabled meanwhile.');
    this.unknown.forget(socket);
    void reply.header('set-cookie', sessionCookie(secret, isSecure, this.sessions.limits.longestMs / 1_000));
    return this.view(account, { session });
  }

  /** Of a caller, with what may have changed since it came in. */
  async viewOf({ account, session, expiresAt }: Entry): Promise<SessionView> {
    const current = await this.accounts.get(account.id);
    return this.view(current ?? account, { session, expiresAt });
  }

  private view(account: Account, { session, expiresAt }: { session?: Session; expiresAt?: Date }): SessionView {
    const { id, name, role, side, units, exerciseId, classes, language, hasPassword } = account;
    const until = session?.expiresAt ?? expiresAt;
    return {
      account: id,
      name,
      role,
      ...(side !== null && { side }),
      ...(units !== null && { units: [...units] }),
      ...(exerciseId !== null && { exercise: exerciseId }),
      ...(classes !== null && { classes: [...classes] }),
      ...(language !== null && { language }),
      hasPassword,
      by: session === undefined ? 'token' : 'session',
      ...(session !== undefined && {
        session: session.id,
        idleUntil: this.sessions.idleUntil(session).toISOString(),
      }),
      ...(until !== undefined && { expiresAt: until.toISOString() }),
    };
  }
}
