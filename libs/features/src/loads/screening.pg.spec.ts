import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isBsn } from '@datalab/intake';
import {
  clearRow,
  deliver,
  describeWithDatabase,
  provisionUseRow,
  reportRow,
  reportRows,
  TestLab,
} from '@datalab/testing';

const REASON = 'Dit is het algemene postvak van het meldpunt.';
const NUMBERS = Array.from({ length: 300 }, (_, i) => String(123_456_000 + i)).filter(isBsn);

/** The platform does not trust the client that made the rows: what must not leave the partner is looked for here again. */
describeWithDatabase('a load that the worker screens', () => {
  let lab: TestLab;
  beforeAll(async () => {
    lab = await TestLab.open();
  });
  afterAll(() => lab.close());

  const answersInAudit = (loadId: string) =>
    lab.database.look<{ detail: object }>(
      `select detail from audit_event where action = 'load.answer-finding' and object_id = $1`,
      [loadId],
    );
  const mailed = () => [...reportRows(3), reportRow({ channel: 'meldpunt@gemeente.nl' })];

  it('is refused with field, kind and row, and never with the value', async () => {
    const load = await deliver(lab, { by: 'sanne', dataset: 'meldingen', rows: mailed() });
    expect(load.state).toBe('refused');
    expect(load.issues).toMatchObject([{ code: 'screening.email', column: 'channel', count: 1, firstRows: [4] }]);
    expect(JSON.stringify(load)).not.toContain('meldpunt');
    expect(await lab.database.look('select 1 from report where load_id = $1', [load.id])).toEqual([]);
  });

  it.each([
    ['screening.phone', 'status', { status: 'bel 06-12345678' }],
    ['screening.address', 'source_category', { source_category: 'overlast 1234 AB 12' }],
    ['screening.iban', 'persons_band', { persons_band: 'NL91ABNA0417164300' }],
  ])('is refused for %s in %s', async (code, column, change) => {
    const load = await deliver(lab, { by: 'sanne', dataset: 'meldingen', rows: [...reportRows(2), reportRow(change)] });
    expect(load.issues).toMatchObject([{ code, column, firstRows: [3] }]);
  });

  it('is refused for a BSN in the place of a key, whether it is answered or not: keys never stand in a row', async () => {
    const rows = reportRows(NUMBERS.length);
    const text = rows.map((row, i) => `${JSON.stringify({ ...clearRow(row), person_key: NUMBERS[i] })}\n`).join('');
    const load = await deliver(lab, { by: 'sanne', dataset: 'meldingen', rows, text });
    expect(load.issues).toMatchObject([{ code: 'key.not-sealed', column: 'person_key' }, { code: 'totals.differ' }]);
    expect(JSON.stringify(load)).not.toContain(NUMBERS[0]);
  });

  it('of provision use is refused without a household key, sealed as it is', async () => {
    const rows = [provisionUseRow(), provisionUseRow({ household_key: undefined })];
    const load = await deliver(lab, { by: 'sanne', dataset: 'voorzieningen', rows });
    expect(load.issues).toMatchObject([{ code: 'key.missing', column: 'household_key', firstRows: [2] }]);
  });

  it('is accepted where its steward answered the finding; the answer is kept and audited', async () => {
    const answers = [{ column: 'Kanaal', field: 'channel', kind: 'email', reason: `  ${REASON} ` }];
    const load = await deliver(lab, { by: 'sanne', dataset: 'meldingen', rows: mailed(), answers });
    expect(load).toMatchObject({ state: 'accepted', answers: [{ ...answers[0], reason: REASON }] });
    // What the steward wrote stays with the load; the log takes no free text.
    expect(await answersInAudit(load.id)).toEqual([{ detail: { field: 'channel', kind: 'email' } }]);
  });

  it('is refused all the same where another field or another kind was answered', async () => {
    for (const answer of [
      { column: 'Kanaal', field: null, kind: 'email', reason: REASON },
      { column: 'Status', field: 'status', kind: 'email', reason: REASON },
      { column: 'Kanaal', field: 'channel', kind: 'phone', reason: REASON },
    ])
      expect(
        await deliver(lab, { by: 'sanne', dataset: 'meldingen', rows: mailed(), answers: [answer] }),
      ).toMatchObject({ state: 'refused', issues: [{ code: 'screening.email' }] });
  });

  describe('an answer', () => {
    const open = (change: object) =>
      deliver(lab, {
        by: 'sanne',
        dataset: 'meldingen',
        rows: mailed(),
        answers: [{ column: 'Kanaal', field: 'channel', kind: 'email', reason: REASON, ...change }],
      });

    it.each([
      ['answer.not-answerable', 'a proven kind', { kind: 'bsn' }],
      ['answer.not-answerable', 'a proven kind', { kind: 'iban' }],
      ['answer.unknown-kind', 'no kind', { kind: 'anything' }],
      ['answer.unknown-field', 'no field', { field: 'provision' }],
      ['answer.reason-length', 'no reason', { reason: ' nee ' }],
      ['answer.identifies', 'a reason with a number', { reason: `het is de burger met nummer ${NUMBERS[0]!}` }],
      ['answer.identifies', 'a reason with a telephone number', { reason: 'bel het meldpunt op 06-12345678' }],
      ['answer.identifies', 'a column with an address', { column: 'Dorpsstraat 12' }],
    ])('is refused (%s) for %s', async (code, _, change) => {
      const before = await lab.database.look('select 1 from load');
      await expect(open(change)).rejects.toMatchObject({ kind: 'InvalidInput', code });
      expect(await lab.database.look('select 1 from load')).toEqual(before);
    });
  });
});

/** Provision use is used in analyses alone. */
describeWithDatabase('a load of provision use', () => {
  let lab: TestLab;
  beforeAll(async () => {
    lab = await TestLab.open();
  });
  afterAll(() => lab.close());

  it('is accepted with its totals, is frozen for analyses and changes no picture, and shows the api no key', async () => {
    const { labId, actorId } = { labId: lab.ids.lab('overlast'), actorId: lab.ids.person('sanne') };
    await deliver(lab, { by: 'sanne', dataset: 'meldingen', rows: reportRows(8) });
    const pictures = await lab.database.look(`select 1 from outbox where job = 'factual-picture'`);
    const rows = [
      ...Array.from({ length: 6 }, () => provisionUseRow()),
      provisionUseRow({ placement: 'outside_region', area_code: undefined }),
    ];
    const load = await deliver(lab, { by: 'sanne', dataset: 'voorzieningen', rows });
    expect(load).toMatchObject({ state: 'accepted', totals: { rows: 7, inRegion: 6, outsideRegion: 1 } });
    expect(await lab.database.look(`select 1 from outbox where job = 'factual-picture'`)).toHaveLength(
      pictures.length + 1,
    );
    await lab.builder.execute({ labId, actorId, requestId: 'picture' });
    type Sources = Record<'sources' | 'provisionUse', { datasetId: string }[]>;
    const [snapshot] = await lab.database.look<{ manifest: Sources }>('select manifest from snapshot');
    expect(snapshot!.manifest.sources.map(({ datasetId }) => datasetId)).toEqual([lab.ids.dataset('meldingen')]);
    expect(snapshot!.manifest.provisionUse).toMatchObject([{ datasetId: lab.ids.dataset('voorzieningen') }]);
    const sanne = { userId: actorId, organisationId: lab.ids.organisation('gemeente') };
    const seen = await lab.database.query('api', sanne, 'select month, provision from provision_use_row');
    expect(seen).toHaveLength(7);
    const pim = { userId: lab.ids.person('pim'), organisationId: lab.ids.organisation('politie') };
    expect(await lab.database.query('api', pim, 'select month from provision_use_row')).toEqual([]);
    await expect(lab.database.query('api', sanne, 'select household_key from provision_use_row')).rejects.toThrow(
      'permission denied',
    );
    const withdrawn = await lab.loads.withdraw(await lab.as('sanne'), load.id, 'verkeerde maand');
    expect(withdrawn.state).toBe('withdrawn');
  });

  it('is refused where a month is not covered', async () => {
    const load = await deliver(lab, {
      by: 'sanne',
      dataset: 'voorzieningen',
      rows: [provisionUseRow(), provisionUseRow({ month: '2024-02' })],
      covers: [{ from: '2024-01-01', to: '2024-02-20' }],
    });
    expect(load.issues).toMatchObject([{ code: 'coverage.outside', column: 'month', firstRows: [2] }]);
  });
});
