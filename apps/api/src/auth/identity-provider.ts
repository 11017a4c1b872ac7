import * as oidc from 'openid-client';

export interface SignInUnderWay {
  verifier: string;
  state: string;
  nonce: string;
  returnTo: string;
  /** Hash of the secret of the invitation that is being accepted. */
  invitationHash?: string | undefined;
  /** Who is signed in already and shows once more who they are; nobody else may come back. */
  again?: string | undefined;
}

export interface SignedIn {
  issuer: string;
  subject: string;
  idToken: string;
  refreshToken: string | undefined;
  name: string;
  /** Undefined where the provider gives none, or says that it was not verified. */
  email: string | undefined;
  /** When they showed the provider who they are (`auth_time`); undefined where it does not say. */
  authenticatedAt: Date | undefined;
}

/** What the provider gave anew; what it left out stays as it was. */
export interface Renewed {
  idToken: string | undefined;
  refreshToken: string | undefined;
}

interface Options {
  issuer: string;
  clientId: string;
  clientSecret: string;
  publicUrl: string;
  /** Claim by which the provider names somebody the same to all its clients. */
  subjectClaim: 'sub' | 'oid';
  /** Scopes of a sign-in; some providers give a refresh token only for `offline_access`. */
  scope: string;
}

/** Who shows once more who they are did so at most so many seconds before they came back. */
const AGAIN_SECONDS = 120;

/** The organisation's identity provider: any that speaks OpenID Connect, by authorization code with PKCE. */
export class IdentityProvider {
  private configuration: Promise<oidc.Configuration> | undefined;

  constructor(private readonly options: Options) {}

  /** Whether browsers reach the platform over TLS. */
  get isSecure(): boolean {
    return this.options.publicUrl.startsWith('https:');
  }

  private get redirectUri(): string {
    return new URL('/auth/callback', this.options.publicUrl).href;
  }

  /** Read once, and again after a failure: the provider may start later than we do. */
  private discover(): Promise<oidc.Configuration> {
    const { issuer, clientId, clientSecret } = this.options;
    const url = new URL(issuer);
    // Without TLS only towards this very machine: the development identity provider.
    const execute = url.protocol === 'http:' && isLoopback(url.hostname) ? [oidc.allowInsecureRequests] : [];
    this.configuration ??= oidc
      .discovery(url, clientId, clientSecret, undefined, { execute })
      .catch((error: unknown) => {
        this.configuration = undefined;
        throw error;
      });
    return this.configuration;
  }

  /** Where the provider keeps the keys that it signs with. */
  async jwksUri(): Promise<string> {
    const uri = (await this.discover()).serverMetadata().jwks_uri;
    if (uri === undefined) throw new Error('the identity provider does not say where its keys are');
    return uri;
  }

  /** Where to send the browser, and what must be remembered until it comes back. */
  async begin(
    returnTo: string,
    { invitationHash, again }: Pick<SignInUnderWay, 'invitationHash' | 'again'> = {},
  ): Promise<{ url: string; underWay: SignInUnderWay }> {
    const configuration = await this.discover();
    const verifier = oidc.randomPKCECodeVerifier();
    const underWay = {
      verifier,
      state: oidc.randomState(),
      nonce: oidc.randomNonce(),
      returnTo,
      invitationHash,
      again,
    };
    const url = oidc.buildAuthorizationUrl(configuration, {
      redirect_uri: this.redirectUri,
      scope: this.options.scope,
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state: underWay.state,
      nonce: underWay.nonce,
      // Being signed in with the provider does not do: they must show who they are, now.
      ...(again !== undefined && { prompt: 'login', max_age: '0' }),
    });
    return { url: url.href, underWay };
  }

  /**
   * Exchanges the code that the browser brought back. Throws when state, nonce, issuer or signature are not right, and where they had to show
   * again who they are and the provider does not say that they just did.
   */
  async complete(callbackPath: string, { verifier, state, nonce, again }: SignInUnderWay): Promise<SignedIn> {
    const configuration = await this.discover();
    const tokens = await oidc.authorizationCodeGrant(configuration, new URL(callbackPath, this.options.publicUrl), {
      pkceCodeVerifier: verifier,
      expectedState: state,
      expectedNonce: nonce,
      idTokenExpected: true,
      ...(again !== undefined && { maxAge: AGAIN_SECONDS }),
    });
    const claims = tokens.claims()!;
    const { name, email, email_verified: isVerified, auth_time: authTime } = claims;
    const address = typeof email === 'string' && isVerified !== false ? email : undefined;
    return {
      issuer: claims.iss,
      subject: this.subjectIn(claims),
      idToken: tokens.id_token!,
      refreshToken: tokens.refresh_token,
      name: typeof name === 'string' && name.trim() !== '' ? name.trim() : (address ?? ''),
      email: address,
      authenticatedAt: typeof authTime === 'number' ? new Date(authTime * 1_000) : undefined,
    };
  }

  /** Asks for what a session needs to go on. Throws openid-client's ResponseBodyError where the provider says no. */
  async renew(refreshToken: string): Promise<Renewed> {
    const tokens = await oidc.refreshTokenGrant(await this.discover(), refreshToken);
    return { idToken: tokens.id_token, refreshToken: tokens.refresh_token };
  }

  private subjectIn(claims: oidc.IDToken): string {
    const subject = claims[this.options.subjectClaim];
    if (typeof subject !== 'string' || subject === '')
      throw new Error(`the identity provider gives no claim ${this.options.subjectClaim}`);
    return subject;
  }

  /** Where the browser ends its session with the provider too. */
  async endSessionUrl(idToken: string): Promise<string> {
    const configuration = await this.discover();
    if (configuration.serverMetadata().end_session_endpoint === undefined) return this.options.publicUrl;
    return oidc.buildEndSessionUrl(configuration, {
      id_token_hint: idToken,
      post_logout_redirect_uri: this.options.publicUrl,
    }).href;
  }
}

const isLoopback = (host: string): boolean => ['localhost', '127.0.0.1', '[::1]'].includes(host);
