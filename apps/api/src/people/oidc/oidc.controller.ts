/** The ways to sign in, and the two routes of signing in at an identity provider: there and back. A browser goes to both by itself. */
import { Controller, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { isOidcRefusal, refusedPath } from '#contracts/http/oidc-refusals.js';
import {
  OIDC_CALLBACK_PATH,
  OIDC_PATH,
  oidcCallbackQuery,
  type SignInOptions,
  startOidcQuery,
} from '#contracts/http/sign-in.js';
import { Operation } from '../../http/operation.js';
import { Problem } from '../../problems/problem.js';
import { ApiSettings } from '../../settings.js';
import { SignIns } from '../sign-ins.js';
import { CurrentVisitor, type Visitor } from '../visitor.js';
import { browserIn, oidcCookie } from './oidc-cookie.js';
import { newOidcSecret, OidcSignIns } from './oidc-sign-ins.js';

@Controller()
export class OidcController {
  constructor(
    private readonly settings: ApiSettings,
    private readonly oidc: OidcSignIns,
    private readonly signIns: SignIns,
  ) {}

  @Operation('readSignInOptions')
  options(): SignInOptions {
    const { passwordSignIn: password, oidc } = this.settings;
    if (oidc === undefined) return { password };
    const { label } = oidc;
    return { password, oidc: { ...(label !== undefined && { label }), path: OIDC_PATH } };
  }

  @Operation('startOidcSignIn')
  async start(
    @Query({ schema: startOidcQuery }) { return: returnPath = '/' }: z.infer<typeof startOidcQuery>,
    @CurrentVisitor() visitor: Visitor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await orPage(request, reply, async () => {
      // Several tabs of a browser may sign in at the same time.
      const browser = browserIn(request.raw, visitor.isSecure) ?? newOidcSecret();
      const redirectUri = this.settings.oidc?.redirectUri ?? callbackOf(request, visitor);
      const address = await this.oidc.begin(visitor, { browser, redirectUri, returnPath });
      void reply.header('set-cookie', oidcCookie(browser, visitor.isSecure));
      return address.href;
    });
  }

  @Operation('finishOidcSignIn')
  async finish(
    @Query({ schema: oidcCallbackQuery }) { state }: z.infer<typeof oidcCallbackQuery>,
    @CurrentVisitor() visitor: Visitor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await orPage(request, reply, async () => {
      const query = request.url.slice(request.url.indexOf('?') + 1);
      const browser = browserIn(request.raw, visitor.isSecure);
      const admitted = await this.oidc.finish(visitor, { query, state, browser });
      await this.signIns.admit(visitor, reply, admitted);
      return admitted.returnPath;
    });
  }
}

/** The callback on the host by which the browser came. The provider takes only addresses that are registered with it. */
function callbackOf({ headers }: FastifyRequest, { isSecure }: Visitor): string {
  const address = `${isSecure ? 'https' : 'http'}://${headers.host ?? ''}${OIDC_CALLBACK_PATH}`;
  if (URL.canParse(address)) return address;
  throw new Problem('BAD_REQUEST', 'The Host of the request is not one.');
}

/** Redirects. Who refuses a browser sends it to a page of the console that says why, where there is a console. */
async function orPage(request: FastifyRequest, reply: FastifyReply, work: () => Promise<string>): Promise<void> {
  void reply.header('referrer-policy', 'no-referrer');
  try {
    void reply.header('location', await work());
  } catch (error) {
    const isBrowser = request.headers.accept?.includes('text/html') === true;
    if (!isBrowser || !(error instanceof Problem) || !isOidcRefusal(error.code)) throw error;
    if (!request.server.hasRoute({ method: 'GET', url: '/' })) throw error;
    void reply.header('location', refusedPath(error.code));
  }
}
