import { describe, expect, it } from '@jest/globals';
import type { Area } from '@datalab/domain';
import { topAncestor } from './ancestor.js';

const area = (code: string, parentCode: string | null): Area => ({
  code,
  name: code,
  level: code[0] ?? '',
  parentCode,
  population: null,
  households: null,
});

describe('what an area is part of', () => {
  const areas = [area('gm', null), area('wk', 'gm'), area('bu', 'wk'), area('x1', 'x2'), area('x2', 'x1')];
  it('is the highest area above it', () => expect(topAncestor('bu', areas)?.code).toBe('gm'));
  it('is nothing for the highest itself, or for an unknown code', () => {
    expect(topAncestor('gm', areas)).toBeUndefined();
    expect(topAncestor('??', areas)).toBeUndefined();
  });
  it('ends where a hierarchy bites its tail', () => expect(topAncestor('x1', areas)?.code).not.toBe('gm'));
});
