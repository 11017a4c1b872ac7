import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { REPORT_TARGET, stageRows } from '@datalab/data';
import {
  deliver,
  describeWithDatabase,
  recordHash,
  reportRow,
  reportRows,
  TestLab,
  uploadLoad,
} from '@datalab/testing';
import { copyLine } from './row-encoding.js';

describeWithDatabase('a row of a load that was accepted keeps what it says', () => {
  let lab: TestLab;
  beforeAll(async () => {
    lab = await TestLab.open();
  });
  afterAll(() => lab.close());

  it('to the letter, also over the pieces in which a large file is read', async () => {
    const codes = ['E33\\N', '\\.', 'a\\tb', `d'Or "x"`, 'Geluid – café ☕ 𝕏', '\\\\', '{}', 'NULL'];
    const rows = Array.from({ length: 4_000 }, (_, n) => reportRow({ source_category: codes[n % codes.length]! }));
    const load = await deliver(lab, { by: 'sanne', dataset: 'meldingen', rows });
    expect(load).toMatchObject({ state: 'accepted', rowsProcessed: 4_000 });
    const stored = await lab.database.look(
      `select source_category as code, count(*)::int as n from report where load_id = $1 group by 1`,
      [load.id],
    );
    expect(new Set(stored.map(({ code, n }) => `${String(n)} ${String(code)}`))).toEqual(
      new Set(codes.map((code) => `500 ${code}`)),
    );
  });

  it('and what it leaves out stays unknown', async () => {
    const row = reportRow({ household_key: undefined, occurred_hour: 0, confused_behaviour: false });
    const load = await deliver(lab, { by: 'sanne', dataset: 'meldingen', rows: [row] });
    expect(
      await lab.database.look(
        'select household_key, occurred_hour, confused_behaviour, reporter_type, closed_on from report where load_id = $1',
        [load.id],
      ),
    ).toEqual([
      { household_key: null, occurred_hour: 0, confused_behaviour: false, reporter_type: null, closed_on: null },
    ]);
  });

  it('through tabs, line ends and backslashes, should the validator ever let them pass', async () => {
    const strange = 'tab\there\nline\r\nback\\slash \\N \\. end\\';
    const loadId = (await uploadLoad(lab, { by: 'sanne', dataset: 'meldingen', rows: reportRows(1) })).id;
    const labId = lab.ids.lab('overlast');
    const key = { labId, organisationId: lab.ids.organisation('gemeente'), datasetId: lab.ids.dataset('meldingen') };
    const row: Record<string, string> = {
      record_hash: recordHash('strange'),
      occurred_on: '2024-01-01',
      occurred_precision: 'day',
      source_category: strange,
      category: 'noise',
      placement: 'no_area',
      household_role: 'unknown',
      address_kind: 'unknown',
      channel: '',
    };
    const lines = Readable.from([copyLine(REPORT_TARGET.columns.map((column) => row[column]))]);
    const worker = await lab.database.as('worker');
    await stageRows(worker, { labId }, REPORT_TARGET, { ...key, loadId }, lines, () => Promise.resolve('keep'));
    expect(
      await lab.database.look('select source_category, channel, status from report where load_id = $1', [loadId]),
    ).toEqual([{ source_category: strange, channel: '', status: null }]);
  });
});
