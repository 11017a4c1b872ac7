import { API_CLIENT_SCOPES } from '@datalab/domain';
import { Controller, Get, Inject } from '@nestjs/common';
import type { Env } from '../env.js';
import { ENV } from '../tokens.js';

/** Tells programs where to get a token for this api, as RFC 9728 has it, and which client the command line signs people in by. */
@Controller('.well-known/oauth-protected-resource')
export class ResourceController {
  constructor(@Inject(ENV) private readonly env: Env) {}

  @Get()
  describe(): Record<string, unknown> {
    return {
      resource: this.env.API_AUDIENCE,
      authorization_servers: [this.env.OIDC_ISSUER],
      bearer_methods_supported: ['header'],
      datalab_scopes_of_api_clients: API_CLIENT_SCOPES,
      datalab_cli_client_id: this.env.OIDC_CLI_CLIENT_ID ?? null,
    };
  }
}
