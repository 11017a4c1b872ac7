import * as oidc from 'openid-client';
import { z } from 'zod';
import { EXIT, Stop } from './exit-codes.js';
import type { Tokens } from './tokens.js';
import type { Words } from './words.js';

/** RFC 9728: what a platform tells programs about how to sign in. */
const resourceSchema = z.object({
  resource: z.string(),
  authorization_servers: z.array(z.url()).min(1),
  datalab_cli_client_id: z.string().nullable().optional(),
});

const DEFAULT_LIFETIME_S = 300;

async function resourceOf(platform: string): Promise<z.infer<typeof resourceSchema>> {
  const response = await fetch(new URL('/.well-known/oauth-protected-resource', platform));
  if (!response.ok) throw new TypeError('the platform does not say how to sign in');
  return resourceSchema.parse(await response.json());
}

/** The provider's own no: in the body of its answer, or, to a client whose secret is wrong, in a challenge (RFC 6749 §5.2). */
const isRefused = (error: unknown): boolean =>
  error instanceof oidc.ResponseBodyError || error instanceof oidc.WWWAuthenticateChallengeError;

/** Everything of the provider is asked over https; plain http only on this very machine, for development. */
async function provider(issuer: string, clientId: string, secret?: string): Promise<oidc.Configuration> {
  const server = new URL(issuer);
  const isHere = server.protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(server.hostname);
  const authentication = secret === undefined ? oidc.None() : oidc.ClientSecretBasic(secret);
  return oidc.discovery(
    server,
    clientId,
    undefined,
    authentication,
    isHere ? { execute: [oidc.allowInsecureRequests] } : {},
  );
}

function tokensOf(
  answer: oidc.TokenEndpointResponse & oidc.TokenEndpointResponseHelpers,
  from: Pick<Tokens, 'platform' | 'issuer' | 'clientId' | 'refreshToken'>,
): Tokens {
  const lifetime = answer.expiresIn() ?? DEFAULT_LIFETIME_S;
  return {
    ...from,
    accessToken: answer.access_token,
    expiresAt: Date.now() + lifetime * 1_000,
    refreshToken: answer.refresh_token ?? from.refreshToken,
  };
}

/** Signs a person in: shows a page and a code, and waits until they were used in a browser, on whatever machine that is. */
export async function signInByDevice(platform: string, words: Words, print: (line: string) => void): Promise<Tokens> {
  const { resource, authorization_servers, datalab_cli_client_id: clientId } = await resourceOf(platform);
  const issuer = authorization_servers[0]!;
  if (clientId == null) throw new Stop(EXIT.usage, words.noDeviceFlow);
  const config = await provider(issuer, clientId);
  const device = await oidc.initiateDeviceAuthorization(config, { scope: 'openid offline_access', resource });
  print(words.openPage(device.verification_uri_complete ?? device.verification_uri));
  print(words.enterCode(device.user_code));
  try {
    const answer = await oidc.pollDeviceAuthorizationGrant(config, device);
    return tokensOf(answer, { platform, issuer, clientId });
  } catch (error) {
    if (isRefused(error)) throw new Stop(EXIT.notSignedIn, words.signInRefused);
    throw error;
  }
}

/** Signs a program of an organisation in, by its own id and secret. */
export async function signInProgram(
  platform: string,
  { id, secret }: { id: string; secret: string },
  words: Words,
): Promise<Tokens> {
  const { resource, authorization_servers } = await resourceOf(platform);
  const issuer = authorization_servers[0]!;
  const config = await provider(issuer, id, secret);
  try {
    const answer = await oidc.clientCredentialsGrant(config, { resource });
    return tokensOf(answer, { platform, issuer, clientId: id });
  } catch (error) {
    if (isRefused(error)) throw new Stop(EXIT.notSignedIn, words.signInRefused);
    throw error;
  }
}

/** New tokens for those that are nearly over; undefined where only signing in again helps. */
export async function refreshed(tokens: Tokens): Promise<Tokens | undefined> {
  if (tokens.refreshToken === undefined) return undefined;
  const config = await provider(tokens.issuer, tokens.clientId);
  try {
    const answer = await oidc.refreshTokenGrant(config, tokens.refreshToken);
    const { platform, issuer, clientId, refreshToken } = tokens;
    return tokensOf(answer, { platform, issuer, clientId, refreshToken });
  } catch (error) {
    if (isRefused(error)) return undefined;
    throw error;
  }
}
