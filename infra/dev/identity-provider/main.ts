import { createServer } from 'node:http';
import { readEnv } from './env.js';
import { handleLogin, send } from './login.js';
import { messagePage } from './pages.js';
import { createProvider } from './provider.js';

const env = readEnv(process.env);
const provider = createProvider(env);
const protocol = provider.callback();

const log = (level: string, event: string, detail: Record<string, unknown>) =>
  process.stdout.write(`${JSON.stringify({ level, time: new Date().toISOString(), event, ...detail })}\n`);

const server = createServer((request, response) => {
  if (!request.url?.startsWith('/interaction/')) return void protocol(request, response);
  handleLogin(provider, env.IDP_ACCOUNTS_FILE, request, response).catch((error: unknown) => {
    log('warn', 'login.failed', { error: String(error) });
    if (response.headersSent) return response.end();
    return send(response, 400, messagePage('Inloggen lukt niet', 'Begin opnieuw bij het Data Lab.'));
  });
});

provider.on('server_error', (_ctx, error: Error) => log('error', 'server_error', { error: error.stack }));
provider.on('authorization.error', (_ctx, error: Error) =>
  log('warn', 'authorization.error', { error: error.message }),
);
provider.on('grant.error', (_ctx, error: Error) => log('warn', 'grant.error', { error: error.message }));

server.listen(env.IDP_PORT, 'localhost', () => log('info', 'listening', { issuer: env.OIDC_ISSUER }));

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    server.close(() => process.exit(0));
    server.closeAllConnections();
  });
}
