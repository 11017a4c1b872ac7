import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { deliver, describeWithDatabase, reportRows, TestLab, type PersonName } from '@datalab/testing';

describeWithDatabase('the second wall', () => {
  let lab: TestLab;
  beforeAll(async () => {
    lab = await TestLab.open();
    await deliver(lab, { by: 'sanne', dataset: 'meldingen', rows: reportRows(12) });
    await lab.buildPicture();
  });
  afterAll(() => lab.close());

  /** What a statement gives to somebody who says to work for this organisation. */
  const ask = async (who: PersonName, sql: string, says?: 'gemeente' | 'politie'): Promise<unknown[]> => {
    const organisationId = says && lab.ids.organisation(says);
    return lab.database.query('api', { userId: lab.ids.person(who), organisationId }, sql);
  };
  const seen = async (who: PersonName, table: string, says?: 'gemeente' | 'politie'): Promise<boolean> =>
    (await ask(who, `select 1 from ${table} limit 1`, says)).length > 0;
  const OWN = `cell where tier = 'own'`;

  it('does not take the application’s word for whom somebody works for', async () => {
    for (const table of ['report', 'load', OWN]) {
      expect([table, await seen('sanne', table), await seen('sanne', table, 'politie')]).toEqual([table, true, true]);
      expect([table, await seen('pim', table), await seen('pim', table, 'gemeente')]).toEqual([table, false, false]);
    }
  });

  it('shows nothing to who left, also where a membership was forgotten', async () => {
    const joris = lab.ids.person('joris');
    expect(await seen('joris', OWN)).toBe(true);
    await lab.database.look('update person set left_at = now() where id = $1', [joris]);
    for (const table of ['report', 'load', 'cell', 'lab', 'dataset', 'organisation', 'snapshot'])
      expect([table, await seen('joris', table)]).toEqual([table, false]);
    await lab.database.look('update person set left_at = null where id = $1', [joris]);
  });

  const changed = async (who: PersonName, sql: string): Promise<number> =>
    ((await ask(who, sql)) as unknown as [unknown[], number])[1];

  it.each(['sanne', 'joris', 'fatma', 'pim', 'wilma', 'greta'] as const)(
    'lets a coordinator move a step, and not %s',
    async (who) => {
      const move = `update lab_step set state = state where step = 'prioritise'`;
      expect(await changed('marit', move)).toBe(1);
      const own = who === 'greta' ? 1 : 0; // She leads the other lab.
      expect(await changed(who, move)).toBe(own);
    },
  );

  it.each(['marit', 'joris', 'fatma', 'pim', 'wilma'] as const)(
    'lets a steward say how the own dataset is read, and not %s',
    async (who) => {
      const map = `update dataset set mapping = null where key = 'meldingen'`;
      expect(await changed('sanne', map)).toBe(1);
      expect(await changed(who, map)).toBe(0);
    },
  );

  it.each([
    ['sanne', true],
    ['joris', true],
    ['fatma', true],
    ['marit', false],
    ['wilma', false],
    ['pim', false],
  ] as const)('shows the mirror to those who work with it: %s %s', async (who, expected) => {
    expect(await seen(who, OWN)).toBe(expected);
  });

  it('lets a steward deliver, and no colleague of another role', async () => {
    const insert = (who: PersonName) =>
      lab.database.query(
        'api',
        { userId: lab.ids.person(who) },
        `insert into load (lab_id, organisation_id, dataset_id, revision, state, covers, declared_totals, content_sha256, created_by)
         values ($1, $2, $3, $4, 'receiving', '{[2024-01-01,2024-02-01)}', '{}', repeat('0', 64), $5)`,
        [
          lab.ids.lab('overlast'),
          lab.ids.organisation('gemeente'),
          lab.ids.dataset('meldingen'),
          who === 'sanne' ? 98 : 99,
          lab.ids.person(who),
        ],
      );
    await expect(insert('sanne')).resolves.toBeDefined();
    for (const who of ['marit', 'joris', 'fatma'] as const)
      await expect(insert(who)).rejects.toThrow('row-level security');
  });

  describe('is what keeps rows apart: without', () => {
    /** What pim sees of another organisation after a change of the schema, which is put back. */
    const afterwards = async (change: string, back: string): Promise<boolean> => {
      await lab.database.look(change);
      try {
        return await seen('pim', `report where organisation_id = '${lab.ids.organisation('gemeente')}'`);
      } finally {
        await lab.database.look(back);
      }
    };

    it('row-level security on the table, a partner sees it all', async () => {
      const off = 'alter table report disable row level security';
      expect(await afterwards(off, 'alter table report enable row level security')).toBe(true);
      expect(await seen('pim', 'report')).toBe(false);
    });

    it('the organisation in the policy, a partner sees it all', async () => {
      const open = `alter policy api_own on report using (lab_id = any ((select app.my_labs())::uuid[]))`;
      const back = `alter policy api_own on report
        using (organisation_id = (select app.organisation_id()) and lab_id = any ((select app.my_labs())::uuid[]))`;
      expect(await afterwards(open, back)).toBe(true);
    });

    it('a policy at all, nobody sees anything', async () => {
      await lab.database.look('alter policy api_own on report using (false)');
      expect(await seen('sanne', 'report')).toBe(false);
      await lab.database.look(
        'alter policy api_own on report using (organisation_id = (select app.organisation_id()) and lab_id = any ((select app.my_labs())::uuid[]))',
      );
      expect(await seen('sanne', 'report')).toBe(true);
    });

    it('FORCE, the owner of the tables sees it all', async () => {
      const owner = async () => (await lab.database.query('owner', {}, 'select 1 from report limit 1')).length;
      expect(await owner()).toBe(0);
      await lab.database.look('alter table report no force row level security');
      expect(await owner()).toBe(1);
      await lab.database.look('alter table report force row level security');
    });

    it('set_config, nobody sees anything', async () => {
      const api = await lab.database.as('api');
      expect(await api.source.query('select 1 from report')).toEqual([]);
    });
  });
});
