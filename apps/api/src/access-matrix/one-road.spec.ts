import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { buildSchema, getNamedType, isObjectType } from 'graphql';
import { fieldsOf } from './selection.js';

const schema = buildSchema(readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8'));

/** Names by which a pseudonym, a record or an address would be told. */
const TELLING =
  /pseudonym|household_?key|person_?key|reporter_?key|record_?hash|^box$|bsn|postcode|house_?number|street/i;

/** Where such a name stands, and why it leads from no result to anybody. */
const KNOWN: Readonly<Record<string, string>> = {
  'WayBackList.box': 'the way back: the receiver’s own record hashes, sealed to its own key',
  'PictureSource.householdKeyCoverage': 'a share of rows, of a whole source',
  'Region.hasPostcodes': 'whether the public address list of the region has them',
};

/** Types that what was released or shown of many is made of. */
const RESULTS = [
  'Run',
  'Release',
  'ReleaseCheck',
  'MapSheet',
  'Trend',
  'Rhythm',
  'SquareSheet',
  'Interpretation',
  'Finding',
];

describe('from a result to somebody', () => {
  it('there is one road in the schema: the sealed list of the way back', () => {
    const telling = [...fieldsOf(schema)].flatMap(([type, fields]) =>
      fields.filter((field) => TELLING.test(field)).map((field) => `${type}.${field}`),
    );
    expect(telling.filter((name) => !Object.hasOwn(KNOWN, name))).toEqual([]);
    expect(telling).toEqual(expect.arrayContaining(Object.keys(KNOWN)));
  });

  it('no path of fields leads, not even to that list', () => {
    const reached = new Set(RESULTS.filter((name) => schema.getType(name) !== undefined));
    expect(reached.size).toBeGreaterThan(3);
    for (const name of reached) {
      const type = schema.getType(name);
      if (!isObjectType(type)) continue;
      for (const field of Object.values(type.getFields())) reached.add(getNamedType(field.type).name);
    }
    for (const name of ['WayBackList', 'Report', 'MyReport', 'WayBack']) expect(reached).not.toContain(name);
  });
});
