import { PlatformSession } from './platform-session.js';

/** A client that shows an access token instead of a cookie: the command line, and programs of an organisation. */
export class BearerSession extends PlatformSession {
  constructor(
    baseUrl: string,
    private readonly accessToken: string,
  ) {
    super(baseUrl, '');
  }

  override get headers(): Record<string, string> {
    return { authorization: `Bearer ${this.accessToken}` };
  }
}
