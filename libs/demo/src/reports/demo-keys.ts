import { diceOf } from '../chance/dice.js';

/** No vowels and no digits: a key is never a word, a number of a person or a postcode by accident. */
const LETTERS = 'bcdfghjkmnpqrstvwxz';
const LENGTH = 16;

/** Random keys that stand in for pseudonyms: the same thing always has the same key, other things (or seeds) another. */
export interface DemoKeys {
  household(address: number): string;
  person(address: number, member: number): string;
  reporter(name: string): string;
}

export function demoKeys(seed: number): DemoKeys {
  const known = new Map<string, string>();
  const keyOf = (kind: 'hh' | 'ps' | 'rp', what: string): string => {
    const label = `${kind} ${what}`;
    let key = known.get(label);
    if (key === undefined) {
      const dice = diceOf(seed, label);
      key = kind;
      for (let i = 0; i < LENGTH; i++) key += LETTERS[dice.below(LETTERS.length)];
      known.set(label, key);
    }
    return key;
  };
  return {
    household: (address) => keyOf('hh', String(address)),
    person: (address, member) => keyOf('ps', `${address}/${member}`),
    reporter: (name) => keyOf('rp', name),
  };
}
