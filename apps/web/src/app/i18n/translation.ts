import type { nl } from './nl/index.js';

/** The same keys with any words. */
export type Words<T> = { [Key in keyof T]: T[Key] extends string ? string : Words<T[Key]> };

/** What every language says: the same keys as Dutch, no more and no fewer. */
export type Translation = Words<typeof nl>;
