import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  clearRow,
  deliver,
  describeWithDatabase,
  linesOf,
  pseudonymOf,
  reportRow,
  reportRows,
  sealedText,
  TestLab,
  type Delivery,
  type TestReport,
} from '@datalab/testing';
import { decryptPseudonyms } from './aes-siv.js';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

describeWithDatabase('keys that come sealed', () => {
  let lab: TestLab;
  beforeAll(async () => {
    lab = await TestLab.open();
  });
  afterAll(() => lab.close());

  const storedOf = async (loadId: string) =>
    lab.database.look<{ hash: string; household: Buffer | null; person: Buffer | null; reporter: Buffer | null }>(
      `select record_hash as hash, household_key as household, person_key as person, reporter_key as reporter
       from report where load_id = $1 order by household_key nulls last`,
      [loadId],
    );
  const codesOf = async (delivery: Delivery) => {
    const load = await deliver(lab, delivery);
    return [load.state, ...load.issues.map(({ code, column }) => `${code} ${column}`)];
  };
  const keyOf = async (dataset: 'meldingen' | 'incidenten') =>
    (await lab.sourceKeys.find(lab.ids.dataset(dataset)))!.key;

  it('are stored encrypted per source: equal in one, different in the next, and the same pseudonym for the worker alone', async () => {
    const same = [reportRow({ household_key: 'home', person_key: 'one' }), reportRow({ household_key: 'home' })];
    const mine = await deliver(lab, { by: 'sanne', dataset: 'meldingen', rows: [...same, reportRow()] });
    const theirs = await deliver(lab, {
      by: 'pim',
      dataset: 'incidenten',
      rows: [reportRow({ household_key: 'home' })],
    });
    expect([mine.state, theirs.state]).toEqual(['accepted', 'accepted']);
    const [own, others] = [await storedOf(mine.id), await storedOf(theirs.id)];
    const households = new Set(own.map(({ household }) => hex(household!)));
    expect(households.size).toBe(2);
    expect(own.filter(({ person }) => person !== null)).toHaveLength(1);
    const elsewhere = others[0]!.household!;
    expect(households).not.toContain(hex(elsewhere));
    const pseudonyms = await Promise.all(
      own.map(async ({ household }) => hex(decryptPseudonyms(await keyOf('meldingen'), household!))),
    );
    expect(pseudonyms.filter((pseudonym) => pseudonym === hex(pseudonymOf('home')))).toHaveLength(2);
    expect(hex(decryptPseudonyms(await keyOf('incidenten'), elsewhere))).toBe(hex(pseudonymOf('home')));
    const wrongKey = await keyOf('incidenten');
    expect(() => decryptPseudonyms(wrongKey, own[0]!.household!)).toThrow('does not open');
  });

  it('are out of reach of the api, and no pseudonym stands in any table', async () => {
    const ctx = await lab.as('sanne');
    const context = { userId: ctx.actor.personId, organisationId: ctx.actor.organisationId };
    await expect(lab.database.query('api', context, 'select household_key from report')).rejects.toThrow('permission');
    await expect(lab.database.query('api', context, 'select * from source_key')).rejects.toThrow('permission');
    const rows = await lab.database.look<{ text: string }>('select report::text as text from report');
    const text = rows.map((row) => row.text).join('\n');
    expect(text).toMatch(/\\x[0-9a-f]{160}/);
    expect(text).not.toContain(hex(pseudonymOf('home')));
  });

  it('in the same file give the same load again', async () => {
    const rows = reportRows(3, { household_key: 'again' });
    await deliver(lab, { by: 'sanne', dataset: 'meldingen', rows });
    expect(await deliver(lab, { by: 'sanne', dataset: 'meldingen', rows })).toMatchObject({
      state: 'accepted',
      unchanged: true,
    });
  });

  describe('are refused', () => {
    const rows = reportRows(4);
    const dataset = () => lab.ids.dataset('meldingen');
    const lines = () => sealedText(dataset(), rows).split('\n');
    const delivery = (text: string, declared: readonly TestReport[] = rows): Delivery => ({
      by: 'sanne',
      dataset: 'meldingen',
      rows: declared,
      text,
    });

    it('in the clear', async () => {
      const text = rows.map((row) => `${JSON.stringify({ ...clearRow(row), household_key: 'abc' })}\n`).join('');
      expect(await codesOf(delivery(text))).toEqual([
        'refused',
        'key.not-sealed household_key',
        'totals.differ inRegion',
      ]);
    });

    it('sealed to another key, for another dataset, or changed', async () => {
      const other = sealedText(dataset(), rows, new Uint8Array(32).fill(9));
      const elsewhere = sealedText(lab.ids.dataset('incidenten'), rows);
      const [box, ...rest] = lines();
      const changed = [box!.replace(/.{4}"}$/, 'AAAA"}'), ...rest].join('\n');
      for (const text of [other, elsewhere, changed])
        expect(await codesOf(delivery(text))).toEqual(['refused', 'key.refused household_key']);
    });

    it('without their rows, twice, out of order, or behind them', async () => {
      const [box, ...clear] = lines();
      const short = sealedText(dataset(), rows.slice(0, 3)).split('\n')[0]!;
      for (const [text, declared] of [
        [[box, ...clear.slice(1)].join('\n'), rows.slice(1)],
        [[box, box, ...clear].join('\n'), rows],
        [[box!.replace('"part":0', '"part":1'), ...clear].join('\n'), rows],
        [[clear[0], clear[1], box, ...clear.slice(2)].join('\n'), rows],
        [[box!.replace('"rows":4', '"rows":3'), ...clear].join('\n'), rows],
        [[short, ...clear.slice(0, 2), box, ...clear.slice(2)].join('\n'), rows],
      ] as const) {
        const [state, ...codes] = await codesOf(delivery(text, declared));
        expect([state, codes.every((code) => code.startsWith('key.misplaced'))]).toEqual(['refused', true]);
        expect(codes.length).toBeGreaterThan(0);
      }
    });

    it('in a line that is not one of keys', async () => {
      for (const line of [
        '{"sealed":',
        '{"sealed":"name","part":0,"rows":1,"box":"AAAA"}',
        '{"sealed":"household_key"}',
      ])
        expect(await codesOf(delivery(`${line}\n${linesOf(rows)}`))).toEqual(['refused', 'key.malformed (sleutels)']);
    });

    it('once the key of their source is destroyed; what was stored opens for nobody any more', async () => {
      const before = await deliver(lab, { by: 'greta', dataset: 'signalen', rows: reportRows(2) });
      expect(before.state).toBe('accepted');
      await lab.sourceKeys.destroy(lab.ids.dataset('signalen'));
      expect(await codesOf({ by: 'greta', dataset: 'signalen', rows: reportRows(2) })).toEqual([
        'refused',
        'key.source-key-gone household_key',
      ]);
      const keyless = reportRows(2, { household_key: undefined });
      expect(await codesOf({ by: 'greta', dataset: 'signalen', rows: keyless })).toEqual(['accepted']);
      expect(await lab.sourceKeys.find(lab.ids.dataset('signalen'))).toBeUndefined();
    });

    it('when the folder of keys was replaced by another', async () => {
      const folder = dirname(lab.uploads.fileOf('x'));
      await rm(`${folder}/source-keys/${lab.ids.dataset('incidenten')}.key`);
      await lab.sourceKeys.make(lab.ids.dataset('incidenten'));
      expect(await codesOf({ by: 'pim', dataset: 'incidenten', rows: reportRows(1) })).toEqual([
        'refused',
        'key.source-key-gone household_key',
      ]);
    });
  });
});
