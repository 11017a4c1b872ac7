import { describe, expect, it } from '@jest/globals';
import {
  bug,
  conflict,
  DomainError,
  ERROR_KINDS,
  forbidden,
  invalidInput,
  invalidState,
  notFound,
  unavailable,
} from './errors.js';

describe('errors', () => {
  it('carry their kind and a stable code, and are told apart from others', () => {
    const all = [
      invalidInput('x.y', 'text', [{ column: 'date', row: 3 }]),
      notFound('load'),
      forbidden('x.y', 'text'),
      conflict('x.y', 'text'),
      invalidState('x.y', 'text'),
      unavailable('x.y', 'text'),
      bug('text'),
    ];
    expect(all.every((error) => error instanceof DomainError && error instanceof Error)).toBe(true);
    expect(all.map(({ kind }) => kind)).toEqual(ERROR_KINDS.filter((kind) => kind !== 'Withheld'));
    expect(all[0]).toMatchObject({ name: 'DomainError', code: 'x.y', places: [{ column: 'date', row: 3 }] });
  });

  it('answer the same to what does not exist and to what is not yours', () => {
    expect(notFound('load')).toMatchObject({ code: 'load.not-found', places: [] });
    expect(notFound('load').message).toBe(notFound('load').message);
    expect(notFound('load').message).toMatch(/does not exist, or it is not yours/);
  });
});
