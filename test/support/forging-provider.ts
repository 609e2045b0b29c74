/** A provider that signs whatever a test wants: for answers that no honest one gives. */
import { createHmac, createPrivateKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An ID token as the test wants it. */
export interface Forged {
  readonly header?: object;
  readonly claims?: Readonly<Record<string, unknown>>;
  /** `other`: with a key that the provider has not published; `none`: not at all; a text: by HMAC with it. */
  readonly key?: 'own' | 'other' | 'none' | { readonly secret: string };
}

const keyPair = (): KeyObject => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return privateKey;
};

export class ForgingProvider {
  /** What the token endpoint answers next. */
  next: Forged = {};
  /** Status of the token endpoint; 200 unless a test sets another one. */
  status = 200;
  private readonly own = keyPair();
  private readonly other = keyPair();

  private constructor(
    private readonly server: Server,
    readonly issuer: string,
  ) {}

  static async start(): Promise<ForgingProvider> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const made = new ForgingProvider(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    server.on('request', ({ url = '' }, response) => {
      const status = url === '/token' ? made.status : 200;
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(made.answer(url)));
    });
    return made;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private answer(url: string): object {
    const { issuer } = this;
    if (url === '/jwks') {
      const { n, e } = createPrivateKey(this.own.export({ type: 'pkcs8', format: 'pem' })).export({ format: 'jwk' });
      return { keys: [{ kty: 'RSA', n, e, kid: 'own', use: 'sig', alg: 'RS256' }] };
    }
    if (url === '/token') {
      if (this.status !== 200) return { error: this.status === 401 ? 'invalid_client' : 'server_error' };
      return { access_token: 'an access token', token_type: 'Bearer', expires_in: 60, id_token: this.token() };
    }
    return {
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/jwks`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      // As careless as a provider can be.
      id_token_signing_alg_values_supported: ['RS256', 'HS256', 'none'],
    };
  }

  private token(): string {
    const { header, claims, key = 'own' } = this.next;
    const now = Math.floor(Date.now() / 1_000);
    const body = {
      iss: this.issuer,
      aud: 'tandem',
      sub: 'forged',
      iat: now,
      exp: now + 300,
      groups: ['guests'],
      ...claims,
    };
    const text = [{ alg: 'RS256', kid: 'own', ...header }, body]
      .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
      .join('.');
    return `${text}.${this.signature(text, key)}`;
  }

  private signature(text: string, key: NonNullable<Forged['key']>): string {
    if (key === 'none') return '';
    if (typeof key === 'object') return createHmac('sha256', key.secret).update(text).digest('base64url');
    return sign('sha256', Buffer.from(text), key === 'own' ? this.own : this.other).toString('base64url');
  }
}
