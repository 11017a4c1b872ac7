/** Somebody asks more than their share; `retryAfterSeconds` says when they may again. */
export class TooManyRequests extends Error {
  override readonly name = 'TooManyRequests';

  constructor(
    readonly reason: 'limit.person' | 'limit.organisation' | 'limit.address',
    readonly retryAfterSeconds: number,
  ) {
    super('Too many requests: wait a moment and try again.');
  }
}
