import { describe, expect, it } from '@jest/globals';
import { keyFile, keyMark, readKeyFile, type OrganisationKey } from './key-file.js';

const key: OrganisationKey = { organisationId: 'org', bytes: new Uint8Array(32).fill(7) };

describe('the key file', () => {
  it('goes to a colleague and back', () => expect(readKeyFile(keyFile(key), 'org')).toEqual(key));

  it.each(['', 'null', '{}', '{"format":"datalab-record-key/1","organisationId":"org","key":"00"}', '[1]'])(
    'refuses %j',
    (text) => expect(readKeyFile(text, 'org')).toBe('not_a_key_file'),
  );

  it('refuses the key of another organisation', () => {
    expect(readKeyFile(keyFile(key), 'other')).toBe('other_organisation');
  });

  it('has a mark that tells keys apart and does not give them away', () => {
    expect(keyMark(key)).toMatch(/^[0-9a-f]{4}-[0-9a-f]{4}$/);
    expect(keyMark({ ...key, bytes: new Uint8Array(32).fill(8) })).not.toBe(keyMark(key));
    expect(keyFile(key)).not.toContain(keyMark(key).replace('-', ''));
  });
});
