import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as client from 'openid-client';
import { readEnv } from './env.js';
import { handleLogin } from './login.js';
import { createProvider } from './provider.js';

const PUBLIC_URL = 'http://localhost:4300';
const folder = mkdtempSync(join(tmpdir(), 'datalab-idp-'));
const accountsFile = join(folder, 'accounts.json');
const secret = 'a-secret-of-the-test-of-sufficient-length';
const anna = { email: 'anna@politie.example', name: 'Anna <de Vries>', password: 'geheim' };

let server: Server;
let config: client.Configuration;

/** As much of a browser as a login needs: keeps cookies and follows redirects while they stay at the provider. */
class Browser {
  readonly #cookies = new Map<string, string>();

  async visit(url: string, init: RequestInit = {}): Promise<{ url: string; status: number; text: string }> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, { ...init, redirect: 'manual', headers: { ...init.headers, cookie } });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const [name = '', value = ''] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
      if (value) this.#cookies.set(name, value);
      else this.#cookies.delete(name);
    }
    const location = response.headers.get('location');
    if (!location) return { url, status: response.status, text: await response.text() };
    const next = new URL(location, url).href;
    return next.startsWith(PUBLIC_URL) ? { url: next, status: response.status, text: '' } : this.visit(next);
  }

  submit(page: { url: string; text: string }, fields: Record<string, string>) {
    const action = /action="([^"]+)"/.exec(page.text)?.[1] ?? '';
    return this.visit(new URL(action, page.url).href, { method: 'POST', body: new URLSearchParams(fields) });
  }
}

beforeAll(async () => {
  server = createServer();
  const port = await new Promise<number>((resolve) => {
    server.listen(0, 'localhost', () => resolve((server.address() as { port: number }).port));
  });
  const provider = createProvider(
    readEnv({
      OIDC_ISSUER: `http://localhost:${port}`,
      IDP_PORT: String(port),
      OIDC_CLIENT_ID: 'datalab',
      OIDC_CLIENT_SECRET: secret,
      PUBLIC_URL,
      API_AUDIENCE: PUBLIC_URL,
      OIDC_CLI_CLIENT_ID: 'datalab-cli',
      DEMO_API_CLIENT_ID: 'demo-program',
      DEMO_API_CLIENT_SECRET: secret,
      IDP_ACCOUNTS_FILE: accountsFile,
      IDP_KEYS_FILE: join(folder, 'keys.json'),
      IDP_COOKIE_KEY: secret,
    }),
  );
  const protocol = provider.callback();
  server.on('request', (request, response) => {
    if (request.url?.startsWith('/interaction/')) void handleLogin(provider, accountsFile, request, response);
    else void protocol(request, response);
  });
  config = await client.discovery(new URL(`http://localhost:${port}`), 'datalab', secret, undefined, {
    execute: [client.allowInsecureRequests],
  });
});

afterAll(() => new Promise((resolve) => server.close(resolve)));

async function startLogin(browser: Browser, redirectUri = `${PUBLIC_URL}/auth/callback`) {
  const verifier = client.randomPKCECodeVerifier();
  const state = client.randomState();
  const url = client.buildAuthorizationUrl(config, {
    redirect_uri: redirectUri,
    scope: 'openid email profile',
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
  });
  return { page: await browser.visit(url.href), verifier, state };
}

const claimsOf = (jwt: string): Record<string, unknown> =>
  JSON.parse(Buffer.from(jwt.split('.')[1]!, 'base64url').toString()) as Record<string, unknown>;

const discover = (clientId: string, secretOfClient?: string) =>
  client.discovery(
    new URL(config.serverMetadata().issuer),
    clientId,
    secretOfClient,
    secretOfClient === undefined ? client.None() : undefined,
    { execute: [client.allowInsecureRequests] },
  );

describe('the development identity provider', () => {
  it('lets a program in by its own credentials, for the api alone', async () => {
    const program = await discover('demo-program', secret);
    const { access_token: token } = await client.clientCredentialsGrant(program);
    expect(claimsOf(token)).toMatchObject({ sub: 'demo-program', client_id: 'demo-program', aud: PUBLIC_URL });
    await expect(client.clientCredentialsGrant(program, { resource: 'https://elders.example' })).rejects.toThrow();
  });

  it('lets a person in at the command line, by a code that they confirm in their browser', async () => {
    writeFileSync(accountsFile, JSON.stringify([anna]));
    const cli = await discover('datalab-cli');
    const device = await client.initiateDeviceAuthorization(cli, { scope: 'openid' });
    const browser = new Browser();
    const asked = await browser.visit(device.verification_uri_complete!);
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(asked.text)?.[1] ?? '';
    const shown = await browser.submit(asked, { xsrf, user_code: device.user_code });
    expect(shown.text).toContain(device.user_code);
    const login = await browser.submit(shown, { xsrf, user_code: device.user_code, confirm: 'yes' });
    expect((await browser.submit(login, anna)).text).toContain('Aanmelden is gelukt');
    const tokens = await client.pollDeviceAuthorizationGrant(cli, device);
    expect(claimsOf(tokens.access_token)).toMatchObject({ sub: anna.email, client_id: 'datalab-cli', aud: PUBLIC_URL });
    expect(tokens.refresh_token).toEqual(expect.any(String));
  });

  it('signs in an account that was added while it runs, refreshes and signs out', async () => {
    const browser = new Browser();
    const { page, verifier, state } = await startLogin(browser);
    expect(page.text).toContain('<h1>Inloggen</h1>');

    writeFileSync(accountsFile, JSON.stringify([anna]));
    const wrong = await browser.submit(page, { email: anna.email, password: 'fout' });
    expect(wrong.status).toBe(401);
    expect(wrong.text).toContain('role="alert"');
    expect(wrong.text).toContain('Anna &lt;de Vries&gt;');

    const back = await browser.submit(wrong, anna);
    expect(back.url).toContain(`${PUBLIC_URL}/auth/callback?code=`);
    const tokens = await client.authorizationCodeGrant(config, new URL(back.url), {
      pkceCodeVerifier: verifier,
      expectedState: state,
    });
    expect(tokens.claims()).toMatchObject({ sub: anna.email, email: anna.email, name: anna.name });
    const renewed = await client.refreshTokenGrant(config, tokens.refresh_token ?? '');
    expect(renewed.access_token).not.toBe(tokens.access_token);
    const info = await client.fetchUserInfo(config, renewed.access_token, anna.email);
    expect(info.name).toBe(anna.name);

    const again = await startLogin(browser);
    expect(again.page.url).toContain('code=');

    const logout = client.buildEndSessionUrl(config, {
      id_token_hint: tokens.id_token ?? '',
      post_logout_redirect_uri: `${PUBLIC_URL}/`,
    });
    const question = await browser.visit(logout.href);
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(question.text)?.[1] ?? '';
    expect((await browser.submit(question, { xsrf, logout: 'yes' })).url).toBe(`${PUBLIC_URL}/`);
    expect((await startLogin(browser)).page.text).toContain('<h1>Inloggen</h1>');
  });

  it('does not send anybody to another site', async () => {
    const { page } = await startLogin(new Browser(), 'http://localhost:4300.evil.example/auth/callback');
    expect(page.status).toBe(400);
    expect(page.text).toContain('redirect_uri');
  });

  it('refuses a login without PKCE', async () => {
    const url = client.buildAuthorizationUrl(config, { redirect_uri: `${PUBLIC_URL}/auth/callback`, scope: 'openid' });
    expect((await new Browser().visit(url.href)).url).toContain('error=invalid_request');
  });

  it('refuses to be production', () => {
    expect(() => readEnv({ NODE_ENV: 'production' })).toThrow(/NODE_ENV=production/);
  });
});
