import { createMongoAbility } from '@casl/ability';
import {
  abilityFor,
  isAllowed,
  whereAllowed,
  type Action,
  type Actor,
  type AppAbility,
  type SubjectName,
} from '@datalab/access';
import { LAB_ROLES } from '@datalab/domain';
import { describeWithDatabase, TestDatabase } from '@datalab/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

const LABS = ['lab-1', 'lab-2', 'lab-3'];
const ORGANISATIONS = ['police', 'ggd', 'council'];
const PEOPLE = ['p-1', 'p-2'];
/** What the fields of a subject may hold: some that a rule names, some that none does. */
const VALUES = [...LABS, ...ORGANISATIONS, ...PEOPLE, 'elsewhere'];

const actors = fc.record({
  personId: fc.constantFrom(...PEOPLE),
  organisationId: fc.constantFrom(...ORGANISATIONS),
  name: fc.constant('n'),
  memberships: fc.array(
    fc.record({
      labId: fc.constantFrom(...LABS),
      organisationId: fc.constantFrom(...ORGANISATIONS),
      role: fc.constantFrom(...LAB_ROLES),
      areas: fc.constant([]),
    }),
    { maxLength: 5 },
  ),
  isAdministrator: fc.boolean(),
}) satisfies fc.Arbitrary<Actor>;

/** Everything that a rule speaks of, found by asking for somebody with every role: a new subject or action is tried without a word here. */
const SUBJECTS = abilityFor({
  personId: 'p-1',
  organisationId: 'police',
  name: 'n',
  isAdministrator: true,
  memberships: LAB_ROLES.map((role) => ({ labId: 'lab-1', organisationId: 'police', role, areas: [] })),
}).rules.map(({ action, subject, conditions }) => ({
  action: action as Action,
  subject: subject as SubjectName,
  fields: Object.keys(conditions ?? {}),
}));
const FIELDS = [...new Set(SUBJECTS.flatMap(({ fields }) => fields))];
const COLUMNS = Object.fromEntries(FIELDS.map((field) => [field, `"${field}"`]));

const rows = fc.array(fc.record(Object.fromEntries(FIELDS.map((field) => [field, fc.constantFrom(...VALUES)]))), {
  minLength: 1,
  maxLength: 12,
});

describeWithDatabase('the WHERE of a rule', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await TestDatabase.open({ empty: true });
  });
  afterAll(() => database.close());

  it('selects in PostgreSQL exactly the rows that the ability allows, for every subject and every action', async () => {
    expect(SUBJECTS.length).toBeGreaterThan(5);
    const types = FIELDS.map((field) => `"${field}" text`).join(', ');
    await fc.assert(
      fc.asyncProperty(actors, rows, fc.constantFrom(...SUBJECTS), async (actor, things, { action, subject }) => {
        const ability = abilityFor(actor);
        const { sql, parameters } = whereAllowed(ability, action, subject, COLUMNS);
        const found = await database.look<{ n: number }>(
          `select n::int - 1 as n from rows from (jsonb_to_recordset($${parameters.length + 1}::jsonb) as (${types}))
             with ordinality as r(${FIELDS.map((field) => `"${field}"`).join(', ')}, n) where ${sql} order by n`,
          [...parameters, JSON.stringify(things)],
        );
        const allowed = things.flatMap((thing, n) => (isAllowed(ability, action, subject, thing as never) ? [n] : []));
        expect(found.map(({ n }) => n)).toEqual(allowed);
      }),
      { numRuns: 400 },
    );
  });

  describe('throws rather than leaving out what it does not know', () => {
    const columns = { labId: 'lab_id', organisationId: 'organisation_id' };
    const abilityWith = (conditions: object) =>
      createMongoAbility<AppAbility>([{ action: 'read', subject: 'Load', conditions } as never]);

    it.each([
      ['a comparison', { labId: { $gt: 'a' } }],
      ['a negation', { labId: { $ne: 'a' } }],
      ['a pattern', { labId: { $regex: '^a' } }],
      ['a list that must not hold it', { labId: { $nin: ['a'] } }],
      ['whether there is a value', { labId: { $exists: true } }],
    ])('%s', (_, conditions) => {
      expect(() => whereAllowed(abilityWith(conditions), 'read', 'Load', columns)).toThrow(/which has no SQL here/);
    });

    it('a rule that takes something away', () => {
      const ability = createMongoAbility<AppAbility>([
        { action: 'read', subject: 'Load' },
        { action: 'read', subject: 'Load', conditions: { labId: 'lab-1' }, inverted: true },
      ] as never);
      expect(() => whereAllowed(ability, 'read', 'Load', columns)).toThrow(/which has no SQL here/);
    });
  });
});
