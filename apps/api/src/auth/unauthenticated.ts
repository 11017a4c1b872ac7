/** Nobody is signed in, or not any more. */
export class Unauthenticated extends Error {
  override readonly name = 'Unauthenticated';

  constructor(
    /** Stable, for programs: whether there was nothing to know them by, or something that is not good (any more). */
    readonly reason: 'session.none' | 'token.not-accepted' | 'credentials.mixed' = 'session.none',
  ) {
    super('Sign in first.');
  }
}
