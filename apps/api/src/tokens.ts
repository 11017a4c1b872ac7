/** Names under which Nest injects what is not a class. */
export const ENV = Symbol('env');
export const CLOCK = Symbol('clock');
