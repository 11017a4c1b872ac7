import { mantelHaenszelRisk, type TwoByTwo } from '@datalab/analysis';
import { z } from 'zod';
import type { ExactGroup } from '../data/exact-cells.js';
import type { RunRows } from '../data/run-rows.js';
import { defineMethod } from '../method.js';
import { option } from '../run-option.js';
import { presentServiceUseGap } from './service-use-gap.present.js';
import { strataOf } from './use-strata.js';

const params = z.strictObject({
  /** The category that makes an address one of the group: it has at least one report of it. The others are compared with. */
  category: option(z.string().min(1).max(60).default('confused_behaviour'), {
    words: {
      nl: 'Soort melding die een adres in de groep brengt',
      en: 'Kind of report that puts an address in the group',
    },
    of: 'category',
  }),
  /** Codes of provisions, as their source writes them; the use of any of them counts. */
  provisions: option(z.array(z.string().min(1).max(40)).min(1).max(20).default(['WMO']), {
    words: { nl: 'Codes van voorzieningen', en: 'Codes of provisions' },
    of: 'provision',
  }),
  /** What addresses must have in common to be compared with each other: the area, or how many organisations know them. */
  comparable: option(z.enum(['area', 'organisations']).default('area'), {
    words: { nl: 'Vergelijkbaar zijn adressen', en: 'Addresses are comparable' },
    values: {
      area: { nl: 'in hetzelfde gebied', en: 'in the same area' },
      organisations: { nl: 'die evenveel organisaties kennen', en: 'that as many organisations know' },
    },
  }),
});
export type ServiceUseGapParams = z.infer<typeof params>;

export interface ServiceUseGapData {
  /** Addresses in and outside the group that use a provision, and that do not: exact, for the gate. */
  cells: Record<'groupUses' | 'groupNot' | 'othersUse' | 'othersNot', ExactGroup>;
  /** Reports that should name their address and do not: they cannot be looked up. */
  unlinked: { group: ExactGroup; others: ExactGroup };
  /** A table for each set of comparable addresses; those with few addresses are taken together. */
  strata: readonly TwoByTwo[];
  linked: boolean;
  sources: number;
  useSources: number;
  keyCoverage: number | null;
  /** Every month was delivered by every source of provision use. */
  isWhole: boolean;
}

/** Do addresses with reports of one kind use a provision less than other reported addresses in comparable circumstances? */
export const serviceUseGapMethod = defineMethod<
  ServiceUseGapParams,
  ServiceUseGapData,
  ReturnType<typeof mantelHaenszelRisk>,
  ReturnType<typeof mantelHaenszelRisk>
>({
  name: 'service-use-gap',
  version: 1,
  kind: 'diagnostic',
  label: 'association',
  title: { nl: 'Bereikt de ondersteuning deze adressen?', en: 'Does support reach these addresses?' },
  explanation: {
    nl: 'We vergelijken hoe vaak een voorziening (zoals Wmo-ondersteuning) gebruikt wordt op adressen met één soort melding en op andere gemelde adressen. We vergelijken ook binnen hetzelfde gebied. Adressen zonder sleutel tellen niet mee als “geen ondersteuning”.',
    en: 'We compare how often a provision (such as Wmo support) is used at addresses with one kind of report and at other reported addresses. We compare within the same area as well. Addresses without a key do not count as “no support”.',
  },
  units: ['address'],
  params,
  use: () => ({
    fields: [
      'occurred_on',
      'category',
      'area_code',
      'household_key',
      'household_role',
      'address_kind',
      'month',
      'provision',
    ],
    linksBy: 'household_key',
  }),
  read,
  parts: () => 1,
  run: ({ strata }) => mantelHaenszelRisk(strata),
  merge: ([risk]) => risk!,
  present: presentServiceUseGap,
});

async function read(rows: RunRows, _: unknown, options: ServiceUseGapParams): Promise<ServiceUseGapData> {
  const text = (value: string) => `'${value.replaceAll("'", "''")}'`;
  const isGroup = `case when category = ${text(options.category)} then 1 else 0 end`;
  const of = (value: string) => `${value} over (partition by concerns_household, household)`;
  const as = {
    in_group: of(`max(${isGroup})`),
    uses_it: `case when household in (select household from uses where provision in (${options.provisions.map(text).join(', ')})) then 1 else 0 end`,
    alike: options.comparable === 'area' ? of('min(area_code)') : `(${of('count(distinct organisation_id)')})::integer`,
  };
  const found = await rows.householdCells(['in_group', 'uses_it'], as);
  const cell = (inGroup: number, uses: number) =>
    found.find(({ group }) => group['in_group'] === inGroup && group['uses_it'] === uses) ??
    rows.emptyCell({ in_group: inGroup, uses_it: uses });
  const keyless = await rows.cells(['keyless', 'of_group'], {
    keyless: `case when concerns_household = 1 and household = 0 then 1 else 0 end`,
    of_group: isGroup,
  });
  const without = (inGroup: number) =>
    keyless.find(({ group }) => group['keyless'] === 1 && group['of_group'] === inGroup) ??
    rows.emptyCell({ keyless: 1, of_group: inGroup });
  const coverages = rows.sources.flatMap(({ keyCoverage }) => keyCoverage ?? []);
  const months = monthsOf(rows);
  return {
    cells: { groupUses: cell(1, 1), groupNot: cell(1, 0), othersUse: cell(0, 1), othersNot: cell(0, 0) },
    unlinked: { group: without(1), others: without(0) },
    strata: strataOf(await rows.householdCells(['in_group', 'uses_it', 'alike'], as)),
    linked: rows.linked,
    sources: rows.sources.length,
    useSources: rows.useSources.length,
    keyCoverage: coverages.length === 0 ? null : Math.min(...coverages),
    isWhole: rows.useSources.every(({ delivered }) => months.every((month) => delivered.get(month) === 'full')),
  };
}

/** Months from the first to the last day of the run. */
function monthsOf({ scope: { from, to } }: RunRows): string[] {
  const months: string[] = [];
  for (let at = Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7)) - 1; ; at += 1) {
    const month = `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
    if (month > to.slice(0, 7)) return months;
    months.push(month);
  }
}
