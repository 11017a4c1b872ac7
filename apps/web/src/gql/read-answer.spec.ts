import { describe, expect, it } from '@jest/globals';
import { ApiError } from './api-error.js';
import { readAnswer } from './read-answer.js';

const failureOf = (run: () => unknown): ApiError => {
  try {
    run();
  } catch (error) {
    if (error instanceof ApiError) return error;
  }
  throw new Error('expected an ApiError');
};

describe('readAnswer', () => {
  it('gives the data of a good answer', () => {
    expect(readAnswer(200, { data: { a: 1 } }, 'r1')).toEqual({ a: 1 });
  });

  it('keeps kind, reason, places and request id of a refusal', () => {
    const error = failureOf(() =>
      readAnswer(
        200,
        {
          data: null,
          errors: [
            { message: 'no', extensions: { code: 'InvalidState', reason: 'step.wrong-state', places: [{ row: 3 }] } },
          ],
        },
        'r2',
      ),
    );
    expect(error).toMatchObject({
      kind: 'InvalidState',
      reason: 'step.wrong-state',
      requestId: 'r2',
      places: [{ row: 3 }],
    });
  });

  it('does not show half an answer', () => {
    const error = failureOf(() => readAnswer(200, { data: { a: 1 }, errors: [{ message: 'x' }] }, 'r3'));
    expect(error.kind).toBe('Bug');
  });

  it.each([
    [401, 'Unauthenticated'],
    [403, 'Forbidden'],
    [404, 'NotFound'],
    [429, 'Unavailable'],
    [500, 'Bug'],
    [503, 'Unavailable'],
  ])('reads a bare status %i as %s', (status, kind) => {
    expect(failureOf(() => readAnswer(status, undefined, undefined)).kind).toBe(kind);
  });

  it('does not believe a code it does not know', () => {
    expect(
      failureOf(() => readAnswer(200, { errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }] }, 'r')).kind,
    ).toBe('Bug');
  });
});
