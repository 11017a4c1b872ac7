import { describe, expect, it } from '@jest/globals';
import type { RegisteredHolder } from '../holder/registered-holder.js';
import { httpTransport } from './http-transport.js';

const holder: RegisteredHolder = {
  labId: 'lab/1',
  holderId: 'a',
  url: 'https://keys.example/',
  publicKey: new Uint8Array(32),
};
const element = new Uint8Array(32).fill(1);
const good = { evaluated: ['02'.repeat(32)], proof: '03'.repeat(64) };
const answering = (status: number, body: unknown) =>
  httpTransport(async () => ({ status, body: typeof body === 'string' ? body : JSON.stringify(body) }));

describe('httpTransport', () => {
  it('asks one address with the elements, and reads the answer', async () => {
    const asked: string[] = [];
    const transport = httpTransport(async (url, body) => {
      asked.push(url, body);
      return { status: 200, body: JSON.stringify(good) };
    });
    const { evaluated, proof } = await transport.evaluate(holder, [element]);
    expect(asked).toEqual([
      'https://keys.example/v1/labs/lab%2F1/evaluations',
      JSON.stringify({ elements: ['01'.repeat(32)] }),
    ]);
    expect(evaluated).toEqual([new Uint8Array(32).fill(2)]);
    expect(proof).toEqual(new Uint8Array(64).fill(3));
  });

  it.each([
    ['too few', { ...good, evaluated: [] }],
    ['too many', { ...good, evaluated: [...good.evaluated, ...good.evaluated] }],
    ['no hexadecimal', { ...good, evaluated: ['zz'.repeat(32)] }],
    ['upper case', { ...good, evaluated: ['AB'.repeat(32)] }],
    ['numbers', { ...good, evaluated: [7] }],
    ['a short proof', { ...good, proof: '03' }],
    ['no proof', { evaluated: good.evaluated }],
    ['null', null],
    ['text', 'gateway timeout'],
  ])('takes an answer with %s for no answer', async (_, body) => {
    await expect(answering(200, body).evaluate(holder, [element])).rejects.toMatchObject({
      kind: 'Unavailable',
      code: 'pseudonym.holder-unreachable',
    });
  });

  it('tells a refusal with its code from a holder that is not there', async () => {
    const budget = { code: 'keyservice.budget-exceeded', detail: 'secret' };
    for (const [status, body, expected] of [
      [429, budget, { kind: 'Forbidden', code: 'keyservice.budget-exceeded' }],
      [403, 'no json', { kind: 'Forbidden', code: 'keyservice.refused' }],
      [401, { code: 'a\nlog line' }, { kind: 'Forbidden', code: 'keyservice.refused' }],
      [500, budget, { kind: 'Unavailable', code: 'pseudonym.holder-unreachable' }],
      [502, '', { kind: 'Unavailable', code: 'pseudonym.holder-unreachable' }],
    ] as const) {
      const refused = answering(status, body).evaluate(holder, [element]);
      await expect(refused).rejects.toMatchObject(expected);
      await expect(refused).rejects.not.toThrow('secret');
    }
    const unreachable = httpTransport(async () => {
      throw new TypeError('fetch failed');
    });
    await expect(unreachable.evaluate(holder, [element])).rejects.toMatchObject({
      kind: 'Unavailable',
      cause: new TypeError('fetch failed'),
    });
  });
});
