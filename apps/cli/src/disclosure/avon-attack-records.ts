import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { withHouseholdKeys, type AttackRecord } from '@datalab/disclosure';
import { crosswalkOf, KNOWN_VOCABULARIES } from '@datalab/intake';
import { OUT_OF_SCOPE } from '@datalab/domain';
import { readRows } from './read-rows.js';
import { recordKeyOf } from './record-keys.js';

/** Years in which both sources delivered. */
const YEARS = ['2018', '2019', '2020'];
const crosswalk = (name: string) => crosswalkOf(KNOWN_VOCABULARIES.find((known) => known.name === name)!);
const POLICE = crosswalk('police.uk');
const FIXMYSTREET = crosswalk('fixmystreet-shef-a');

/** Metres in a degree of latitude, and of longitude where Bristol lies. */
const METRES = { latitude: 111_200, longitude: 69_400 };

/** The square of 200 m that holds a point, by a grid of our own: there is no Dutch one there. */
const squareAt = (longitude: number, latitude: number): string =>
  `E${Math.floor((longitude * METRES.longitude) / 200)}N${Math.floor((latitude * METRES.latitude) / 200)}`;

/**
 * The real reports of a police force and of FixMyStreet in one region: district ⊃ middle area ⊃ LSOA, by month. Neither
 * source knows households or reporters, so every report is a unit. The police's points are in squares of 200 m, FixMyStreet's figures
 * are not. `district` (such as `Bristol`): the part that is read.
 */
export async function avonAttackRecords(folder: string, district: string): Promise<AttackRecord[]> {
  const records: Omit<AttackRecord, 'householdKey'>[] = [];
  const areaNames = new Map<string, string>();
  const add = (source: string, lsoa: string, month: string, category: string, square?: string) => {
    const name = areaNames.get(lsoa);
    if (name === undefined || !name.startsWith(`${district} `) || !YEARS.includes(month.slice(0, 4))) return;
    if (category === OUT_OF_SCOPE) return;
    const recordKey = recordKeyOf(source, String(records.length));
    // `Bristol 023A`: LSOA A of middle area 023.
    const areas = [district, name.slice(0, -1), lsoa];
    records.push({ source, areas, square, month, category, household: null, reporter: null, recordKey });
  };
  const police = join(folder, 'police');
  for (const file of (await readdir(police)).filter((name) => name.endsWith('.csv.gz')).sort())
    for await (const row of readRows(join(police, file))) {
      const lsoa = row.get('LSOA code')!;
      if (lsoa === '') continue;
      areaNames.set(lsoa, row.get('LSOA name')!);
      const square = squareAt(Number(row.get('Longitude')), Number(row.get('Latitude')));
      add('police', lsoa, row.get('Month')!, POLICE[row.get('Crime type')!]!, square);
    }
  for await (const row of readRows(join(folder, 'fixmystreet', 'fms_lsoa_month_category.csv')))
    for (let report = 0; report < Number(row.get('reports')); report++)
      add('fixmystreet', row.get('lsoa')!, row.get('month')!, FIXMYSTREET[row.get('shef_a_code')!]!);
  return withHouseholdKeys(records);
}
