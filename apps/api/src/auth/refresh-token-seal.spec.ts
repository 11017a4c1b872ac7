import { describe, expect, it } from '@jest/globals';
import { RefreshTokenSeal } from './refresh-token-seal.js';

describe('a sealed refresh token', () => {
  const seal = new RefreshTokenSeal('a secret of the api, long enough for it');
  const sealed = seal.seal('token', 'session');

  it('opens for its own session, and does not show the token', () => {
    expect(seal.open(sealed, 'session')).toBe('token');
    expect(sealed.includes(Buffer.from('token'))).toBe(false);
    expect(seal.seal('token', 'session')).not.toEqual(sealed);
  });

  it('does not open for another session, under another secret, or altered', () => {
    expect(seal.open(sealed, 'other')).toBeUndefined();
    expect(new RefreshTokenSeal('another secret of the api, as long as that').open(sealed, 'session')).toBeUndefined();
    for (let place = 0; place < sealed.length; place += 1) {
      const altered = Buffer.from(sealed);
      altered[place]! ^= 1;
      expect(seal.open(altered, 'session')).toBeUndefined();
    }
    expect(seal.open(Buffer.alloc(0), 'session')).toBeUndefined();
  });
});
