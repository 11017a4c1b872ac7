import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { countRow, deliver, describeWithDatabase, reportRows, TestLab } from '@datalab/testing';

describeWithDatabase('what stands in the database', () => {
  let lab: TestLab;
  beforeAll(async () => {
    lab = await TestLab.open();
    await deliver(lab, { by: 'sanne', dataset: 'meldingen', rows: reportRows(12) });
    await deliver(lab, { by: 'pim', dataset: 'tellingen', rows: [countRow()] });
    await deliver(lab, { by: 'greta', dataset: 'signalen', rows: reportRows(12) });
    for (const key of ['overlast', 'rust'] as const) await lab.buildPicture(key);
  });
  afterAll(() => lab.close());

  const rowsIn = async (table: string): Promise<number> => {
    const rows = await lab.database.look<{ n: number }>(`select count(*)::int as n from ${table}`);
    return rows[0]!.n;
  };

  it('is no less kept after somebody else used the connection', async () => {
    const api = await lab.database.as('api');
    const sanne = { userId: lab.ids.person('sanne'), organisationId: lab.ids.organisation('gemeente') };
    const count = 'select count(*)::int as n, min(pg_backend_pid()) as pid from report';
    const during = await lab.database.query<{ n: number; pid: number }>('api', sanne, count);
    const failing = api.inTransaction(sanne, (tx) => tx.query('select 1 / 0'));
    await expect(failing).rejects.toThrow('division by zero');
    // Outside a transaction too, on a connection that the pool gives back.
    const after: { n: number; context: string }[] = await api.source.query(
      `select count(*)::int as n, coalesce(current_setting('app.user_id', true), '') as context from report`,
    );
    expect([during[0]!.n, after]).toEqual([12, [{ n: 0, context: '' }]]);
  });

  describe('of one lab', () => {
    it('is out of reach of the worker that works for another', async () => {
      const others: Record<string, number> = {};
      for (const table of ['lab', 'dataset', 'load', 'report', 'snapshot', 'cell', 'membership'])
        others[table] = (
          await lab.database.query<{ n: number }>(
            'worker',
            { labId: lab.ids.lab('rust') },
            `select count(*)::int as n from ${table} where ${table === 'lab' ? 'id' : 'lab_id'} = $1`,
            [lab.ids.lab('overlast')],
          )
        )[0]!.n;
      expect(new Set(Object.values(others))).toEqual(new Set([0]));
    });

    it('cannot be written by the worker that works for another', async () => {
      const overlast = lab.ids.lab('overlast');
      const rust = { labId: lab.ids.lab('rust') };
      const insert = lab.database.query(
        'worker',
        rust,
        `insert into snapshot (lab_id, digest, manifest) values ($1, 'x', '{}')`,
        [overlast],
      );
      await expect(insert).rejects.toThrow('violates row-level security policy');
      const before = await rowsIn('report');
      await lab.database.query('worker', rust, 'delete from report where lab_id = $1', [overlast]);
      expect(await rowsIn('report')).toBe(before);
    });
  });

  describe('of one organisation', () => {
    const pim = () => ({ userId: lab.ids.person('pim'), organisationId: lab.ids.organisation('politie') });
    const gemeente = () => lab.ids.organisation('gemeente');

    it('is out of reach of its partner in the same lab', async () => {
      const loads = 'select organisation_id as "organisationId" from load';
      expect(await lab.database.query('api', pim(), loads)).toEqual([{ organisationId: pim().organisationId }]);
      expect(await lab.database.query('api', pim(), 'select record_hash from report')).toEqual([]);
      expect(
        await lab.database.query('api', pim(), `select 1 from cell where tier = 'own' and organisation_id = $1`, [
          gemeente(),
        ]),
      ).toEqual([]);
    });

    it('cannot be written in its name, nor by somebody who says to work for it and does not', async () => {
      const insert = `insert into load (lab_id, organisation_id, dataset_id, revision, state, covers, declared_totals, content_sha256, created_by)
        values ($1, $2, $3, 99, 'receiving', '{[2024-01-01,2024-02-01)}', '{}', repeat('0', 64), $4)`;
      const values = [lab.ids.lab('overlast'), gemeente(), lab.ids.dataset('meldingen'), pim().userId];
      await expect(lab.database.query('api', pim(), insert, values)).rejects.toThrow('row-level security');
      const stranger = { userId: lab.ids.person('greta'), organisationId: gemeente() };
      await expect(lab.database.query('api', stranger, insert, values)).rejects.toThrow('row-level security');
    });

    it('is asked for by its own people in its own lab alone', async () => {
      const counted = async (userId: string) =>
        (
          await lab.database.query<{ n: number }>(
            'api',
            { userId, organisationId: gemeente() },
            'select count(*)::int as n from report',
          )
        )[0]!.n;
      expect(await counted(lab.ids.person('sanne'))).toBe(12);
      // Paul works for the police in the other lab: an organisation alone opens nothing.
      expect(await counted(lab.ids.person('paul'))).toBe(0);
    });
  });
});
