import { SessionRepository, type SignedInPerson } from '@datalab/data';
import { Injectable } from '@nestjs/common';
import { BearerTokens } from './bearer-tokens.js';
import type { Credentials } from './credentials.js';
import { Sessions } from './sessions.js';
import { Unauthenticated } from './unauthenticated.js';

/** Who stands behind a cookie or a token, read anew each time. */
@Injectable()
export class Callers {
  constructor(
    private readonly repository: SessionRepository,
    private readonly sessions: Sessions,
    private readonly tokens: BearerTokens,
  ) {}

  /** Throws Unauthenticated where the session or the token is unknown or over, or its person or program has no place here any more. */
  async of(credentials: Credentials): Promise<SignedInPerson> {
    switch (credentials.kind) {
      case 'none':
        throw new Unauthenticated();
      case 'mixed':
        throw new Unauthenticated('credentials.mixed');
      case 'session':
        return this.ofSession(credentials.hash);
      case 'bearer':
        return this.ofToken(credentials.token);
    }
  }

  private async ofSession(hash: string): Promise<SignedInPerson> {
    const personId = await this.sessions.personIdOf(hash);
    const person = personId === undefined ? undefined : await this.repository.findPersonById(personId);
    // A program has no browser: a session in its name is not one.
    if (person === undefined || person.clientId !== null) throw new Unauthenticated();
    return person;
  }

  private async ofToken(token: string): Promise<SignedInPerson> {
    const identity = await this.tokens.verify(token);
    const personId = identity && (await this.repository.findPersonId(identity));
    const person = personId === undefined ? undefined : await this.repository.findPersonById(personId);
    // Through another client than the one that was registered, the same subject is not that program.
    if (person === undefined || (person.clientId !== null && person.clientId !== identity?.clientId))
      throw new Unauthenticated('token.not-accepted');
    return person;
  }
}
