import { describe, expect, it } from '@jest/globals';
import { keysOf, readEvent } from './event-keys.js';

describe('server events', () => {
  it('reads an event and ignores what it carries beside ids', () => {
    expect(readEvent('{"kind":"load","id":"l1","labId":"a","rows":3}')).toEqual({ kind: 'load', id: 'l1', labId: 'a' });
  });

  it.each(['', 'ping', 'null', '{}', '{"kind":"other","id":"1","labId":"2"}', '{"kind":"load","id":1,"labId":"2"}'])(
    'ignores %j',
    (data) => expect(readEvent(data)).toBeUndefined(),
  );

  it('refetches the load, its list and its lab', () => {
    expect(keysOf({ kind: 'load', id: 'l1', labId: 'a' })).toEqual([
      ['load', 'l1'],
      ['loads', 'a'],
      ['labs'],
      ['lab', 'a'],
    ]);
  });

  it('refetches every sheet of a picture', () => {
    expect(keysOf({ kind: 'picture', id: 's', labId: 'a' })).toContainEqual(['picture', 'a']);
  });
});
