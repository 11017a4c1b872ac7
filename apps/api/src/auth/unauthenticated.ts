/** Nobody is signed in, or not any more. */
export class Unauthenticated extends Error {
  override readonly name = 'Unauthenticated';

  constructor() {
    super('Sign in first.');
  }
}
