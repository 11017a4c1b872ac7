import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey } from 'jose';

/** The audience that access tokens of these tests are made out to. */
export const TEST_AUDIENCE = 'https://datalab.test/api';
const CLIENT = 'test';

/** What the provider answers to the next renewals: agreed, refused for good, or out of order. */
type Mood = 'agrees' | 'refuses' | 'fails';

/**
 * An OpenID Connect provider that the api really talks to: it rotates refresh tokens and takes a second use of one for theft. Nobody logs in:
 * whoever `signsIn` names is who the browser comes back as.
 */
export class TestIdentityProvider {
  mood: Mood = 'agrees';
  /** How many seconds ago whoever comes back had logged in; undefined where the provider does not say. */
  loggedInAgo: number | undefined;
  /** What the last authorization request asked for. */
  asked = new URLSearchParams();
  /** Refresh tokens in the order in which they were shown. */
  readonly shown: string[] = [];
  private readonly given = new Set<string>();
  private readonly nonces = new Map<string, string>();
  private readonly subjects = new Map<string, string>();

  private constructor(
    readonly issuer: string,
    private readonly server: Server,
    private readonly key: CryptoKey,
    private readonly jwk: object,
  ) {
    server.on('request', (request, response) => void this.answer(request, response));
  }

  static async start(): Promise<TestIdentityProvider> {
    const { publicKey, privateKey } = await generateKeyPair('RS256');
    const server = createServer();
    const port = await new Promise<number>((resolve) => {
      server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port));
    });
    const jwk = { ...(await exportJWK(publicKey)), kid: 'own', alg: 'RS256' };
    return new TestIdentityProvider(`http://127.0.0.1:${port}`, server, privateKey, jwk);
  }

  /** The path with which the browser comes back, after it was sent to `authorizationUrl` and this person logged in there. */
  signsIn(subject: string, authorizationUrl: string): string {
    const { searchParams: asked } = new URL(authorizationUrl);
    this.asked = asked;
    const code = `code-${this.nonces.size}`;
    this.nonces.set(code, asked.get('nonce')!);
    this.subjects.set(code, subject);
    return `/auth/callback?${new URLSearchParams({ code, state: asked.get('state')!, iss: this.issuer }).toString()}`;
  }

  /** An access token, as the command line and programs get them. */
  accessToken(claims: Record<string, unknown>): Promise<string> {
    return this.sign({ aud: TEST_AUDIENCE, client_id: 'datalab-cli', ...claims });
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private sign(claims: Record<string, unknown>): Promise<string> {
    return new SignJWT({ iss: this.issuer, ...claims })
      .setProtectedHeader({ alg: 'RS256', kid: 'own' })
      .setIssuedAt()
      .setExpirationTime('5 minutes')
      .sign(this.key);
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { status, body } = await this.route(request);
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  }

  private async route(request: IncomingMessage): Promise<{ status: number; body: object }> {
    const { issuer } = this;
    if (request.url === '/keys') return { status: 200, body: { keys: [this.jwk] } };
    if (request.url !== '/token')
      return {
        status: 200,
        body: {
          issuer,
          authorization_endpoint: `${issuer}/authorize`,
          token_endpoint: `${issuer}/token`,
          jwks_uri: `${issuer}/keys`,
          end_session_endpoint: `${issuer}/logout`,
          authorization_response_iss_parameter_supported: true,
        },
      };
    let text = '';
    for await (const piece of request) text += String(piece);
    return this.token(new URLSearchParams(text));
  }

  private async token(asked: URLSearchParams): Promise<{ status: number; body: object }> {
    const refresh = asked.get('refresh_token');
    if (refresh === null) return this.tokensFor(asked.get('code')!);
    this.shown.push(refresh);
    if (this.mood === 'fails') return { status: 503, body: { error: 'temporarily_unavailable' } };
    if (this.mood === 'refuses' || !this.given.delete(refresh))
      return { status: 400, body: { error: 'invalid_grant' } };
    return { status: 200, body: { access_token: 'opaque', token_type: 'Bearer', refresh_token: this.newRefresh() } };
  }

  private async tokensFor(code: string): Promise<{ status: number; body: object }> {
    const [sub, nonce] = [this.subjects.get(code), this.nonces.get(code)];
    const id_token = await this.sign({
      aud: CLIENT,
      sub,
      nonce,
      ...(this.loggedInAgo !== undefined && { auth_time: Math.floor(Date.now() / 1_000) - this.loggedInAgo }),
    });
    const body = { access_token: 'opaque', token_type: 'Bearer', id_token, refresh_token: this.newRefresh() };
    return { status: 200, body };
  }

  private newRefresh(): string {
    const token = `refresh-${randomUUID()}`;
    this.given.add(token);
    return token;
  }
}
