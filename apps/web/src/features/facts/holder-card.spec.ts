import { describe, expect, it } from '@jest/globals';
import { findHolderCard, keyRequest } from './holder-card.js';

const card = { holderId: 'h', suite: 's', context: '00', publicKey: 'a', possession: 'b' };
const ofLab = { labId: 'lab-1', ...card, signingKey: 'c' };

describe('findHolderCard', () => {
  it.each([
    ['one card', ofLab],
    ['a list of several labs', [{ ...ofLab, labId: 'lab-2', holderId: 'other' }, ofLab]],
    ['what a key service prints', { cards: [ofLab] }],
  ])('finds the card of the lab in %s', (_what, value) => {
    expect(findHolderCard(JSON.stringify(value), 'lab-1')).toEqual(card);
  });

  it.each([
    ['no JSON', 'sleutel: abc'],
    ['another lab', JSON.stringify({ ...ofLab, labId: 'lab-2' })],
    ['half a card', JSON.stringify({ labId: 'lab-1', holderId: 'h' })],
    ['a number', '7'],
  ])('finds none in %s', (_what, text) => {
    expect(findHolderCard(text, 'lab-1')).toBeUndefined();
  });
});

describe('keyRequest', () => {
  it('names the lab and the organisations that may ask', () => {
    expect(JSON.parse(keyRequest('lab-1', ['a', 'b'], 'urn:us', 10))).toEqual({
      issuers: [],
      labs: [
        {
          lab: 'lab-1',
          organisations: [
            { organisation: 'a', issuer: 'urn:us', perDay: 10 },
            { organisation: 'b', issuer: 'urn:us', perDay: 10 },
          ],
        },
      ],
    });
  });
});
