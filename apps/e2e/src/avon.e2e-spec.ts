import { readFileSync } from 'node:fs';
import { beforeAll, expect, it } from '@jest/globals';
import type { PlatformSession } from '@datalab/client';
import { datasetNamed, deliverRealFile, type Delivery } from './deliver-real-file.js';
import { avonInstallation } from './installations/avon.js';
import { install } from './installations/install.js';
import { isGated, sheet, trend, waitForPicture, type SheetInput } from './picture.js';
import { signIn } from './platform-under-test.js';
import { describeWithRealData, realFile } from './real-data.js';

const POLICE_FILE = 'uk-avon-asb-fms/raw-months/2018-01-avon-and-somerset-street.csv';
const FMS_FILE = 'uk-avon-asb-fms/fixmystreet/fms_lsoa_month_category.csv';

const rowsOf = (file: string): Record<string, string>[] => {
  const [header, ...lines] = readFileSync(realFile(file), 'utf8').trim().split(/\r?\n/);
  const names = header!.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, i) => [names[i]!, cell])));
};

const tally = (keys: readonly string[], amounts: readonly number[] = []): Map<string, number> => {
  const counts = new Map<string, number>();
  keys.forEach((key, i) => counts.set(key, (counts.get(key) ?? 0) + (amounts[i] ?? 1)));
  return counts;
};

describeWithRealData('a real police month and real counts of a second partner, on 678 real areas', () => {
  let labId: string;
  let police: PlatformSession;
  let council: PlatformSession;
  let delivered: Delivery;
  let counts: Delivery;
  let policeMap: Omit<SheetInput, 'view'>;

  beforeAll(async () => {
    labId = await install(avonInstallation());
    police = await signIn('avon-police-steward');
    council = await signIn('avon-council-steward');
    delivered = await deliverRealFile(police, labId, 'Street crime', realFile(POLICE_FILE));
    counts = await deliverRealFile(council, labId, 'FixMyStreet', realFile(FMS_FILE));
    expect(counts.load).toMatchObject({ state: 'accepted', totals: { rows: 66_061, inRegion: 66_061 } });
    await waitForPicture(police, labId, 'Street crime', 'FixMyStreet');
    const datasetId = await datasetNamed(police, labId, 'Street crime');
    policeMap = { labId, datasetId, level: 'lsoa', period: '2018-01', category: 'all' };
  });

  it('accepts every row and says where it went', () => {
    expect(delivered.load).toMatchObject({
      state: 'accepted',
      totals: { rows: 13_566, inRegion: 8_724, outsideRegion: 3_225, noArea: 1_617 },
    });
  });

  const isInScope = ({ mapping }: Delivery, code: string): boolean => {
    if (mapping.kind === 'provision_use') throw new Error('a nuisance file holds records or counts');
    return mapping.categories.codes[code] !== 'out_of_scope';
  };

  /** What the file says of each area, read without anything of the platform but the steward's choice of categories. */
  const expected = (): Map<string, number> =>
    tally(
      rowsOf(POLICE_FILE)
        .filter((row) => isInScope(delivered, row['Crime type']!))
        .map((row) => row['LSOA code']!),
    );

  it('shows the police exactly what the file says, identical rows included', async () => {
    const file = expected();
    const { areas, delivered: howMuch, testedAreas } = await sheet(police, { ...policeMap, view: 'mirror' });
    expect(howMuch).toBe('full');
    expect(testedAreas).toBe(678);
    expect(areas.length).toBeGreaterThan(500);
    for (const { areaCode, reports } of areas) expect([areaCode, reports]).toEqual([areaCode, file.get(areaCode)]);
  });

  it('shows the lab the same counts behind the gate, cell for cell', async () => {
    const file = expected();
    const { areas } = await sheet(council, { ...policeMap, view: 'lab' });
    expect(areas.length).toBeGreaterThan(500);
    for (const { areaCode, state, reports } of areas)
      expect([areaCode, state, isGated({ state, reports }, file.get(areaCode)!)]).toEqual([areaCode, state, true]);
    expect(areas.some(({ state }) => state === 'withheld')).toBe(true);
    expect(areas.filter(({ state }) => state === 'coarser').length).toBeLessThan(areas.length / 4);
    expect(
      areas.filter(({ state }) => state === 'withheld').every(({ z, hotspot }) => z === null && hotspot === null),
    ).toBe(true);
  });

  it('finds hotspots and states the statistic to one decimal only', async () => {
    const { areas } = await sheet(council, { ...policeMap, view: 'lab' });
    const hot = areas.filter(({ hotspot }) => hotspot === 'hot');
    expect(hot.length).toBeGreaterThan(5);
    for (const { z } of hot) expect(Math.round(z! * 10) / 10).toBeCloseTo(z!, 5);
  });

  it('keeps the mirror of one partner from the other', async () => {
    await expect(sheet(council, { ...policeMap, view: 'mirror' })).rejects.toMatchObject({ code: 'Forbidden' });
  });

  it('adds the counts of the second partner up as its file does', async () => {
    const datasetId = await datasetNamed(council, labId, 'FixMyStreet');
    const rows = rowsOf(FMS_FILE).filter(
      ({ month, shef_a_code: code }) => month === '2019-03' && isInScope(counts, code!),
    );
    const file = tally(
      rows.map(({ lsoa }) => lsoa!),
      rows.map(({ reports }) => Number(reports)),
    );
    const map = { labId, datasetId, level: 'lsoa', period: '2019-03', category: 'all' };
    const { areas } = await sheet(council, { ...map, view: 'mirror' });
    expect(new Map(areas.map(({ areaCode, reports }) => [areaCode, reports]))).toEqual(file);
    const { areas: shared } = await sheet(police, { ...map, view: 'lab' });
    for (const { areaCode, state, reports } of shared)
      expect([areaCode, state, isGated({ state, reports }, file.get(areaCode)!, true)]).toEqual([
        areaCode,
        state,
        true,
      ]);
  });

  it('shows a month that was not delivered as a gap, and never as zero', async () => {
    const { datasetId } = policeMap;
    const second = await deliverRealFile(
      police,
      labId,
      'Street crime',
      realFile('uk-avon-asb-fms/raw-months/2020-04-avon-and-somerset-street.csv'),
    );
    expect(second.load.state).toBe('accepted');
    await waitForPicture(police, labId, 'Street crime');
    const district = 'E06000023';
    const points = await trend(police, {
      labId,
      view: 'mirror',
      datasetId,
      areaCode: district,
      category: 'all',
      grain: 'month',
    });
    expect(points[0]).toMatchObject({ period: '2018-01', delivered: 'full', state: 'shown' });
    expect(points.at(-1)).toMatchObject({ period: '2020-04', delivered: 'full', state: 'shown' });
    expect(points.slice(1, -1).every(({ delivered: d, state }) => d === 'none' && state === null)).toBe(true);
  });

  it('changes nothing when the same file comes twice', async () => {
    const again = await deliverRealFile(police, labId, 'Street crime', realFile(POLICE_FILE));
    expect(again.load).toMatchObject({ state: 'accepted', unchanged: true });
  });
});
