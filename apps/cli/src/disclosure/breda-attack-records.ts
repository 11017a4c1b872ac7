import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { randomStream, shuffle } from '@datalab/analysis';
import { withHouseholdKeys, type AttackRecord } from '@datalab/disclosure';
import type { AreaGeometry } from '@datalab/domain';
import { parsePeriodLabel } from '@datalab/intake';
import { drawnSquares } from './drawn-squares.js';
import { readRows } from './read-rows.js';
import { recordKeyOf } from './record-keys.js';

/** The two tables name the same kinds in two languages. */
const KINDS: readonly { months: string; buurten: string; category: string }[] = [
  { months: 'Nuisance by confused person', buurten: 'Overlast door verward persoon', category: 'confused_behaviour' },
  { months: 'Youth nuisance report', buurten: 'Melding overlast jeugd', category: 'youth' },
  { months: 'Nuisance due to alcohol/drugs', buurten: 'Overlast ivm alcohol/ drugs', category: 'drugs_alcohol' },
  { months: 'Nuisance drifters', buurten: 'Overlast zwervers', category: 'homelessness' },
  { months: 'Public intoxication', buurten: 'Openbare dronkenschap', category: 'public_intoxication' },
  { months: 'Noise nuisance catering', buurten: 'Geluidshinder horeca', category: 'noise_catering' },
  { months: 'Noise nuisance event', buurten: 'Geluidshinder evenement', category: 'noise_event' },
  { months: 'Other noise nuisance', buurten: 'Geluidshinder overig', category: 'noise' },
];
const YEARS = ['2021', '2022'];

/**
 * The police's real figures of Breda: kind × month for the municipality and kind × buurt for 2022. Each is exact in 2022;
 * which month goes with which buurt is drawn (nobody published it), where in its buurt a report lies as well, and 2021 is spread over
 * the buurten as 2022 was.
 * Equal seeds give equal records.
 */
export async function bredaAttackRecords(folder: string, seed: number): Promise<AttackRecord[]> {
  const shapes = await buurten(join(folder, 'breda_buurten.geojson'));
  const wijkOf = new Map(shapes.map(({ properties }) => [properties.BUURT, properties.GOUW]));
  const byMonth = await monthTotals(join(folder, 'overlast_maand_gemeente_2012-2023.csv'));
  const byBuurt = await buurtTotals(join(folder, 'statline_overlast_buurt_2022.csv'), wijkOf);
  const random = randomStream(seed);
  const squareIn = drawnSquares(shapes, randomStream(seed + 1));
  const records: Omit<AttackRecord, 'householdKey'>[] = [];
  for (const { months, buurten, category } of KINDS) {
    const places = repeated(byBuurt.get(buurten)!);
    for (const year of YEARS) {
      const times = repeated(byMonth.get(months)!.filter(([month]) => month.startsWith(year)));
      const drawn = shuffle(
        places.map((_place, i) => i),
        random,
      );
      times.forEach((month, i) => {
        const buurt = places[drawn[i % drawn.length]!]!;
        const recordKey = recordKeyOf('police', String(records.length));
        // Four buurten bear the name of their wijk.
        const areas = ['Breda', `wijk ${wijkOf.get(buurt)!}`, `buurt ${buurt}`];
        const square = squareIn(buurt);
        records.push({ source: 'police', areas, square, month, category, household: null, reporter: null, recordKey });
      });
    }
  }
  return withHouseholdKeys(records);
}

interface BuurtShape {
  properties: { BUURT: string; GOUW: string };
  geometry: AreaGeometry;
}

type Counts = (readonly [string, number])[];

async function buurten(path: string): Promise<BuurtShape[]> {
  return (JSON.parse(await readFile(path, 'utf8')) as { features: BuurtShape[] }).features;
}

async function monthTotals(path: string): Promise<ReadonlyMap<string, Counts>> {
  const totals = new Map<string, Counts>();
  for await (const row of readRows(path)) {
    const months = [...row].flatMap(([column, value]): Counts => {
      const period = parsePeriodLabel(column);
      return period !== undefined && /^\d{4}-\d{2}$/.test(period) ? [[period, Number(value)]] : [];
    });
    totals.set(row.get('Overlast')!, months);
  }
  return totals;
}

/** Four names are of a wijk and of a buurt; the buurt's row comes after the wijk's. */
async function buurtTotals(path: string, wijkOf: ReadonlyMap<string, string>): Promise<ReadonlyMap<string, Counts>> {
  const totals = new Map<string, Map<string, number>>();
  for await (const row of readRows(path)) {
    const buurt = row.get('Wijken en buurten')!;
    if (!wijkOf.has(buurt)) continue;
    const kind = row.get('Overlast')!;
    totals.set(
      kind,
      (totals.get(kind) ?? new Map<string, number>()).set(buurt, Number(row.get('Geregistreerde overlast (aantal)'))),
    );
  }
  return new Map([...totals].map(([kind, counts]) => [kind, [...counts]]));
}

const repeated = (counts: Counts): string[] =>
  counts.flatMap(([name, count]) => Array.from({ length: count }, () => name));
