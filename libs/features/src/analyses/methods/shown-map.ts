import type { RunMapArea, RunPicture, RunTable, RunWarning, Words } from '@datalab/domain';
import type { OutcomeGate } from '../method.js';
import type { AreaCounts } from './area-counts.js';

/** What a method says of one area; `missing` is "nothing". */
export interface AreaStatistic<Klass extends string> {
  z: number;
  klass: Klass | 'missing';
}

export interface ShownMap {
  areas: RunMapArea[];
  picture: RunPicture;
  /** The areas that stand out: class and strength. */
  table: RunTable;
  /** How many areas are shown with this class. */
  having(klass: string): number;
  /** How many areas may not be shown. */
  withheld: number;
  warnings: RunWarning[];
}

/** Fewest areas of which a map says something. */
export const FEWEST_AREAS = 20;

/** A map of classes, every area through the gate on its own. `quiet`: the class that does not stand out, left out of the table. */
export function shownMap<Klass extends string>(
  { areaCodes, names, areaLevel, cells }: AreaCounts,
  statistics: readonly AreaStatistic<Klass>[],
  classes: Readonly<Record<Klass, Words>>,
  { gate, quiet }: { gate: OutcomeGate; quiet: Klass },
): ShownMap {
  const areas = cells.map((exact, i): RunMapArea => {
    const { z, klass } = statistics[i]!;
    const shown = gate.map({ z: Number.isFinite(z) ? z : null, klass }, gate.cell(exact));
    const areaCode = areaCodes[i]!;
    if (shown.state !== 'shown') return { areaCode, state: shown.state, klass: null, z: null, value: null };
    const isKnown = shown.klass !== 'missing';
    return { areaCode, state: 'shown', klass: isKnown ? shown.klass : null, z: isKnown ? shown.z : null, value: null };
  });
  const withheld = areas.filter(({ state }) => state === 'withheld' || state === 'none_or_few').length;
  const titles = classes as Readonly<Record<string, Words>>;
  return {
    areas,
    withheld,
    having: (klass) => areas.filter((area) => area.klass === klass).length,
    warnings: [
      { code: 'from_protected_counts' },
      { code: 'skewed_reporting' },
      ...(withheld > 0 ? [{ code: 'partly_withheld' as const }] : []),
    ],
    picture: {
      kind: 'map',
      level: areaLevel,
      classes: Object.entries<Words>(titles).map(([key, title]) => ({ key, title })),
      valueUnit: null,
      areas,
    },
    table: {
      key: 'areas',
      title: { nl: 'Gebieden die opvallen', en: 'Areas that stand out' },
      columns: [
        { key: 'area', title: { nl: 'Gebied', en: 'Area' }, unit: null },
        { key: 'class', title: { nl: 'Wat we zien', en: 'What we see' }, unit: null },
        { key: 'z', title: { nl: 'Hoe sterk (z)', en: 'How strongly (z)' }, unit: 'z' },
      ],
      rows: areas.flatMap(({ klass, z }, i) =>
        klass === null || klass === quiet ? [] : [{ area: names[i]!, class: titles[klass]!, z }],
      ),
    },
  };
}
