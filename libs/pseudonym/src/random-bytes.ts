/**
 * Where every secret of this library comes from: returns `length` fresh bytes. Must be cryptographically secure in production
 * (`crypto.getRandomValues`, `node:crypto.randomBytes`); passed in so that a test can replay the vectors of the RFC.
 */
export type RandomBytes = (length: number) => Uint8Array;
