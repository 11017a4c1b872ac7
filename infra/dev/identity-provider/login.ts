import type { IncomingMessage, ServerResponse } from 'node:http';
import type Provider from 'oidc-provider';
import { accountFor, readAccounts } from './accounts.js';
import { loginPage } from './pages.js';

const LARGEST_FORM = 10_000;

/** Shows the login page of an interaction (GET) and takes its form (POST); then the provider goes on with the request. */
export async function handleLogin(
  provider: Provider,
  accountsFile: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  // Throws when there is no such interaction for this browser, so a foreign form cannot sign anybody in.
  const { uid } = await provider.interactionDetails(request, response);
  const action = `/interaction/${uid}`;
  const accounts = await readAccounts(accountsFile);
  if (request.method !== 'POST') return send(response, 200, loginPage(action, accounts));

  const form = new URLSearchParams(await readBody(request));
  const email = form.get('email') ?? '';
  const account = accountFor(accounts, email, form.get('password') ?? '');
  if (!account) return send(response, 401, loginPage(action, accounts, email));
  await provider.interactionFinished(request, response, { login: { accountId: account.subject } });
}

/** Sends a page that no browser may keep. */
export function send(response: ServerResponse, status: number, html: string): void {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'",
  });
  response.end(html);
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST_FORM) throw new Error('The form is too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
