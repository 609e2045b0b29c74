/** A real OpenID provider (`oidc-provider`) on a free port of this machine, where whoever comes is the person that the test names. */
import { generateKeyPairSync } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Context, Provider } from 'oidc-provider';

export const CLIENT_ID = 'tandem';
export const CLIENT_SECRET = 'the secret of the client, which is long enough';

/** What the provider says of a person. */
export interface ProviderPerson {
  readonly sub: string;
  readonly name?: string;
  readonly preferred_username?: string;
  readonly email?: string;
  readonly groups?: readonly string[];
}

export class IdentityProviderServer {
  /** Who signs in next; undefined: the person cancels. */
  person: ProviderPerson | undefined;
  private provider: Provider | undefined;
  private readonly people = new Map<string, ProviderPerson>();
  private readonly key = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;

  private constructor(
    private server: Server,
    readonly port: number,
  ) {}

  /** It answers 503 until {@link serve} is called. */
  static async start(): Promise<IdentityProviderServer> {
    const server = createServer();
    const made = new IdentityProviderServer(server, await listen(server, 0));
    made.attach();
    return made;
  }

  get issuer(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** @param redirectUri where it may send browsers back to @param where `id_token`, or `userinfo` as strict providers do */
  serve(redirectUri: string, where: 'id_token' | 'userinfo' = 'id_token'): void {
    const provider: Provider = new Provider(this.issuer, {
      clients: [{ client_id: CLIENT_ID, client_secret: CLIENT_SECRET, redirect_uris: [redirectUri] }],
      jwks: { keys: [{ ...this.key.export({ format: 'jwk' }), kid: 'test', alg: 'RS256', use: 'sig' }] },
      cookies: { keys: ['a key for the tests only'] },
      claims: { openid: ['sub'], profile: ['name', 'preferred_username'], email: ['email'], groups: ['groups'] },
      scopes: ['openid', 'profile', 'groups'],
      conformIdTokenClaims: where === 'userinfo',
      features: { devInteractions: { enabled: false } },
      interactions: { url: () => '/interaction' },
      pkce: { required: () => true },
      ttl: { Session: 600, Interaction: 600, Grant: 600, AccessToken: 600, IdToken: 600, AuthorizationCode: 60 },
      findAccount: (_context: unknown, accountId: string) => ({
        accountId,
        claims: () => ({ ...this.people.get(accountId), sub: accountId }),
      }),
      loadExistingGrant: async ({ oidc }: Context) => {
        const grant = new provider.Grant({ accountId: oidc.session.accountId, clientId: oidc.client.clientId });
        grant.addOIDCScope('openid profile groups');
        await grant.save();
        return grant;
      },
    });
    this.provider = provider;
  }

  /** Nothing answers on its port any more. */
  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** On the same port. */
  async startAgain(): Promise<void> {
    this.server = createServer();
    this.attach();
    await listen(this.server, this.port);
  }

  private attach(): void {
    this.server.on('request', (request, response) => {
      const { provider } = this;
      if (provider === undefined) {
        response.writeHead(503).end();
      } else if (request.url?.startsWith('/interaction') === true) {
        const { person } = this;
        if (person !== undefined) this.people.set(person.sub, person);
        const result =
          person === undefined ? { error: 'access_denied' } : { login: { accountId: person.sub, remember: false } };
        void provider.interactionFinished(request, response, result);
      } else provider.callback()(request, response);
    });
  }
}

async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}
