import Provider, { errors, type AccountClaims } from 'oidc-provider';
import { readAccounts } from './accounts.js';
import type { IdentityProviderEnv } from './env.js';
import { signingKeys } from './keys.js';
import { deviceCodePage, deviceConfirmPage, logoutPage, messagePage } from './pages.js';

const HOUR = 3600;
/** The api has one; what a program may do stands in the platform, not in its token. */
const API_SCOPE = 'datalab';

const DEVICE_FLOW = 'urn:ietf:params:oauth:grant-type:device_code';

/**
 * A real OpenID Connect server: the platform signs people in by authorization code with PKCE, the command line by device flow, a partner's
 * program by client credentials. The last two get JWT access tokens made out to the api. It asks no consent, because clients and provider
 * belong to the same platform. Sessions live in memory.
 */
export function createProvider(env: IdentityProviderEnv): Provider {
  const provider: Provider = new Provider(env.OIDC_ISSUER, {
    clients: [
      {
        client_id: env.OIDC_CLIENT_ID,
        client_secret: env.OIDC_CLIENT_SECRET,
        client_name: 'Data Lab Overlast',
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        redirect_uris: [`${env.PUBLIC_URL}/auth/callback`],
        post_logout_redirect_uris: [`${env.PUBLIC_URL}/`],
        token_endpoint_auth_method: 'client_secret_basic',
      },
      {
        client_id: env.OIDC_CLI_CLIENT_ID,
        client_name: 'Data Lab Overlast, opdrachtregel',
        grant_types: [DEVICE_FLOW, 'refresh_token'],
        response_types: [],
        redirect_uris: [],
        token_endpoint_auth_method: 'none',
      },
      {
        client_id: env.DEMO_API_CLIENT_ID,
        client_secret: env.DEMO_API_CLIENT_SECRET,
        client_name: 'Programma van een partner',
        grant_types: ['client_credentials'],
        response_types: [],
        redirect_uris: [],
        token_endpoint_auth_method: 'client_secret_basic',
      },
    ],
    clientAuthMethods: ['client_secret_basic', 'client_secret_post', 'none'],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    // Also in the ID token, as the providers do that municipalities use.
    conformIdTokenClaims: false,
    cookies: {
      keys: [env.IDP_COOKIE_KEY],
      // Cookies do not know ports: these names must differ from the platform's own on the same localhost.
      names: { interaction: 'idp_interaction', resume: 'idp_resume', session: 'idp_session' },
    },
    features: {
      clientCredentials: { enabled: true },
      devInteractions: { enabled: false },
      deviceFlow: {
        enabled: true,
        userCodeInputSource: (ctx, form, _out, error) => {
          ctx.body = deviceCodePage(form, error !== undefined);
        },
        userCodeConfirmSource: (ctx, form, _client, _device, userCode) => {
          ctx.body = deviceConfirmPage(form, userCode);
        },
        successSource: (ctx) => {
          ctx.body = messagePage('Aanmelden is gelukt', 'U kunt dit venster sluiten en verder gaan waar u bezig was.');
        },
      },
      resourceIndicators: {
        enabled: true,
        // The web asks for no api: its access token only reads the profile. Programs and the command line always mean ours.
        defaultResource: (_ctx, { clientId }) => (clientId === env.OIDC_CLIENT_ID ? [] : env.API_AUDIENCE),
        useGrantedResource: () => true,
        getResourceServerInfo: (_ctx, resource) => {
          if (resource !== env.API_AUDIENCE) throw new errors.InvalidTarget();
          return {
            scope: API_SCOPE,
            audience: env.API_AUDIENCE,
            accessTokenFormat: 'jwt',
            jwt: { sign: { alg: 'RS256' } },
          };
        },
      },
      revocation: { enabled: true },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) => {
          ctx.body = logoutPage(form, ctx.oidc.entities.IdTokenHint !== undefined);
        },
        postLogoutSuccessSource: (ctx) => {
          ctx.body = messagePage('Uitgelogd', 'U bent uitgelogd.');
        },
      },
    },
    findAccount: async (_ctx, subject) => {
      const account = (await readAccounts(env.IDP_ACCOUNTS_FILE)).find((one) => one.subject === subject);
      if (!account) return undefined;
      const { email, name } = account;
      const claims = (): AccountClaims => ({ sub: subject, email, email_verified: true, name });
      return { accountId: subject, claims };
    },
    interactions: { url: (_ctx, interaction) => `/interaction/${interaction.uid}` },
    issueRefreshToken: (_ctx, client) => client.grantTypeAllowed('refresh_token'),
    jwks: signingKeys(env.IDP_KEYS_FILE),
    loadExistingGrant: async (ctx) => {
      const { client, session, params } = ctx.oidc;
      const grant = new provider.Grant({ accountId: session?.accountId, clientId: client?.clientId });
      grant.addOIDCScope(String(params?.['scope'] ?? 'openid'));
      grant.addResourceScope(env.API_AUDIENCE, API_SCOPE);
      await grant.save();
      return grant;
    },
    pkce: { required: () => true },
    renderError: (ctx, out) => {
      ctx.type = 'html';
      ctx.body = messagePage('Inloggen lukt niet', `${out.error}: ${out.error_description ?? ''}`);
    },
    ttl: {
      AccessToken: HOUR / 4,
      AuthorizationCode: 60,
      ClientCredentials: HOUR / 4,
      DeviceCode: HOUR / 4,
      Grant: 8 * HOUR,
      IdToken: HOUR,
      Interaction: HOUR,
      RefreshToken: 8 * HOUR,
      Session: 8 * HOUR,
    },
  });
  return allowWholeOrigin(provider, env.PUBLIC_URL);
}

/** Any path of the platform may be returned to: here it is the origin that tells friend from foe, not the path. */
function allowWholeOrigin(provider: Provider, publicUrl: string): Provider {
  const { origin } = new URL(publicUrl);
  const allowed = (uri: string): boolean => URL.canParse(uri) && new URL(uri).origin === origin;
  provider.Client.prototype.redirectUriAllowed = allowed;
  provider.Client.prototype.postLogoutRedirectUriAllowed = allowed;
  return provider;
}
