import { describe, expect, it } from '@jest/globals';
import { en } from './en/index.js';
import { nl } from './nl/index.js';

type Tree = { readonly [key: string]: string | Tree };

const flat = (tree: Tree, path = ''): [key: string, words: string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${path}${key}`, value] as [string, string]] : flat(value, `${path}${key}.`),
  );
const slots = (words: string): string[] => [...words.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '').sort();

describe('the two languages', () => {
  const dutch = new Map(flat(nl));
  const english = new Map(flat(en));

  it('say the same things', () => expect([...english.keys()].sort()).toEqual([...dutch.keys()].sort()));

  it('fill in the same values', () => {
    const different = [...dutch].filter(([key, words]) => slots(words).join() !== slots(english.get(key) ?? '').join());
    expect(different.map(([key]) => key)).toEqual([]);
  });

  it('leave nothing empty: an empty text would show its key', () => {
    expect([...dutch, ...english].filter(([, words]) => words.trim() === '')).toEqual([]);
  });

  it('have a singular for every plural', () => {
    const plurals = [...dutch.keys()].filter((key) => key.endsWith('_other'));
    expect(plurals.filter((key) => !dutch.has(key.replace(/_other$/, '_one')))).toEqual([]);
  });
});
