/** Names under which Nest injects what is not a class. */
export const ENV = Symbol('env');
export const CLOCK = Symbol('clock');
/** `(actor) => ability`: the platform's rules, unless a test takes that wall away. */
export const ABILITY_OF = Symbol('ability of');
