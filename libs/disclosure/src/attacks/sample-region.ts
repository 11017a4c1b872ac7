import { KEY_SPACE } from '../noise/build-perturbation-table.js';
import type { AttackRecord } from './attack-record.js';
import { withHouseholdKeys } from './household-keys.js';

const SOURCES = ['corporation', 'ggd', 'police'] as const;
const CATEGORIES = ['confused_behaviour', 'drugs_alcohol', 'filth_neglect', 'neighbour_dispute', 'noise'] as const;
const HOUSEHOLDS = 60;
const YEARS = ['2017', '2018'] as const;

export interface RegionSize {
  wijken: number;
  buurtenPerWijk: number;
  /** Mean number of reports of a buurt over the two years. */
  perBuurt: number;
}

/**
 * An invented town for the attack suite: one gemeente with wijken of equally many buurten, two years, three sources. As
 * in real registrations a few buurten have most reports, a few households come back again and again, a third of the
 * reports concerns a place, and one person in five reports is the same reporter of the buurt. Leefgebieden of four
 * buurten cross the wijken; squares lie in a buurt or in two, and one report in ten has none. The corporation knows no hours. `random`: uniform on [0, 1), passed in.
 */
export function sampleRegion(random: () => number, size: RegionSize): AttackRecord[] {
  const { wijken, buurtenPerWijk, perBuurt } = size;
  const key = () => Math.floor(random() * KEY_SPACE);
  const records: Omit<AttackRecord, 'householdKey'>[] = [];
  for (let buurt = 0; buurt < wijken * buurtenPerWijk; buurt++) {
    const area = `B${String(buurt + 1).padStart(2, '0')}`;
    // Crosses into the next buurt at its far side.
    const squareOf = (side: number) => `S${buurt * 3 + Math.floor(4 * side ** 2)}`;
    const wijk = `W${Math.floor(buurt / buurtenPerWijk) + 1}`;
    const count = Math.round(perBuurt * 3 * random() ** 2);
    for (let i = 0; i < count; i++) {
      const household = Math.floor(HOUSEHOLDS * random() ** 2);
      const concernsNone = random() < 0.33;
      const isPlaced = random() < 0.9;
      const side = random();
      const month = 1 + Math.floor(random() * 12);
      records.push({
        source: SOURCES[Math.floor(SOURCES.length * random() ** 1.5)]!,
        areas: ['G', wijk, area],
        overlapArea: `L${Math.floor((buurt + 2) / 4)}`,
        ...(isPlaced && { square: squareOf(side) }),
        month: `${YEARS[Math.floor(random() * YEARS.length)]!}-${String(month).padStart(2, '0')}`,
        category: CATEGORIES[Math.floor(CATEGORIES.length * random() ** 0.7)]!,
        household: concernsNone ? null : `${area}-${household}`,
        reporter: random() < 0.2 ? `${area}-always` : `${area}-${i}`,
        recordKey: key(),
      });
    }
  }
  return withHouseholdKeys(records).map((record) =>
    record.source === 'corporation' ? record : { ...record, weekHour: eveningHour(record.recordKey) },
  );
}

/** An hour of the week drawn from a key: nights are quiet and evenings are not. */
const eveningHour = (key: number): number => 24 * (1 + (key % 7)) + Math.floor(24 * ((key % 10_007) / 10_007) ** 0.25);
