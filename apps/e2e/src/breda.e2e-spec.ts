import { readFileSync } from 'node:fs';
import { beforeAll, expect, it } from '@jest/globals';
import type { PlatformSession } from '@datalab/client';
import { datasetNamed, deliverRealFile } from './deliver-real-file.js';
import { bredaInstallation } from './installations/breda.js';
import { install } from './installations/install.js';
import { isGated, sheet, trend, waitForPicture } from './picture.js';
import { signIn } from './platform-under-test.js';
import { describeWithRealData, realFile } from './real-data.js';

const MONTHS = 'nl-breda-police-overlast/overlast_maand_gemeente_2012-2023.csv';
const BUURTEN = 'nl-breda-police-overlast/statline_overlast_buurt_2022.csv';

const cellsOf = (file: string, separator: string): string[][] =>
  readFileSync(realFile(file), 'utf8')
    .replace(/^\uFEFF/, '')
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(separator).map((cell) => cell.replaceAll('"', '').trim()));

const DUTCH_MONTHS = [
  'januari',
  'februari',
  'maart',
  'april',
  'mei',
  'juni',
  'juli',
  'augustus',
  'september',
  'oktober',
  'november',
  'december',
];

describeWithRealData('the nuisance exports of Breda, on its 56 buurten', () => {
  let labId: string;
  let police: PlatformSession;
  let council: PlatformSession;

  beforeAll(async () => {
    labId = await install(bredaInstallation());
    police = await signIn('breda-police-steward');
    council = await signIn('breda-council-coordinator');
    const months = await deliverRealFile(police, labId, 'Overlast per maand', realFile(MONTHS));
    expect(months.load).toMatchObject({ state: 'accepted', totals: { rows: 8 * 136 } });
    const buurten = await deliverRealFile(police, labId, 'Overlast per buurt', realFile(BUURTEN));
    expect(buurten.load).toMatchObject({ state: 'accepted', totals: { rows: 8 * 56 } });
    await waitForPicture(police, labId, 'Overlast per maand', 'Overlast per buurt');
  });

  it('shows 136 months of the gemeente as the total row of the file has them', async () => {
    const [header, total] = cellsOf(MONTHS, ',');
    const file = header!.flatMap((name, i) => {
      const [year, month] = name.split(' ');
      const number = DUTCH_MONTHS.indexOf(month ?? '') + 1;
      return number > 0 ? [[`${year}-${String(number).padStart(2, '0')}`, Number(total![i])] as const] : [];
    });
    const datasetId = await datasetNamed(police, labId, 'Overlast per maand');
    const points = await trend(police, {
      labId,
      view: 'mirror',
      datasetId,
      areaCode: 'GM0758',
      category: 'all',
      grain: 'month',
    });
    expect(points.map(({ period, reports }) => [period, reports])).toEqual(file);
    expect(points).toHaveLength(136);
  });

  it('joins 56 buurten, also where a wijk bears the same name, and puts them behind the gate', async () => {
    const datasetId = await datasetNamed(police, labId, 'Overlast per buurt');
    const map = { labId, datasetId, level: 'buurt', period: '2022', category: 'all' };
    const { areas } = await sheet(police, { ...map, view: 'mirror' });
    const whole = areas.reduce((sum, { reports }) => sum + reports!, 0);
    // 5,672 in the gemeente, of which the file could place 5,629 or so in a buurt: what it says itself, its total rows of buurten.
    expect(areas).toHaveLength(56);
    expect(whole).toBe(totalOfBuurten());
    const exact = new Map(areas.map(({ areaCode, reports }) => [areaCode, reports!]));
    const { areas: shared } = await sheet(council, { ...map, view: 'lab' });
    for (const { areaCode, state, reports } of shared)
      expect([areaCode, state, isGated({ state, reports }, exact.get(areaCode)!)]).toEqual([areaCode, state, true]);
    expect(shared.filter(({ state }) => state === 'coarser').length).toBeLessThan(shared.length / 4);
  });

  it('does not give months where the source knows years', async () => {
    const datasetId = await datasetNamed(police, labId, 'Overlast per buurt');
    const { delivered, areas } = await sheet(council, {
      labId,
      view: 'lab',
      datasetId,
      level: 'buurt',
      period: '2022-03',
      category: 'all',
    });
    expect([delivered, areas]).toEqual(['none', []]);
  });
});

/** The totals of the 56 buurten: of a name that a wijk bears too, the second row, for a wijk stands before its buurten. */
function totalOfBuurten(): number {
  const names = new Set(
    (
      JSON.parse(readFileSync(realFile('nl-breda-police-overlast/breda_buurten.geojson'), 'utf8')) as {
        features: { properties: { BUURT: string } }[];
      }
    ).features.map(({ properties }) => properties.BUURT),
  );
  const last = new Map<string, number>();
  for (const [type, , name, count] of cellsOf(BUURTEN, ';'))
    if (type === 'Totaal registraties overlast' && names.has(name!)) last.set(name!, Number(count));
  return [...last.values()].reduce((sum, count) => sum + count, 0);
}
