import { existsSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { bredaAttackRecords } from './breda-attack-records.js';

const folder = new URL('../../../../../shared/data/nl-breda-police-overlast/', import.meta.url);

(existsSync(folder) ? describe : describe.skip)('the figures of Breda as reports', () => {
  it('add up to both published tables of 2022', async () => {
    const records = await bredaAttackRecords(folder.pathname, 1);
    const of2022 = records.filter(({ month }) => month.startsWith('2022'));
    expect(of2022).toHaveLength(5_672);
    expect(of2022.filter(({ areas }) => areas[2] === 'buurt Valkenberg')).toHaveLength(121);
    expect(of2022.filter(({ category }) => category === 'confused_behaviour')).toHaveLength(1_800);
    expect(new Set(records.map(({ areas }) => areas[2])).size).toBeLessThanOrEqual(56);
  });
});
