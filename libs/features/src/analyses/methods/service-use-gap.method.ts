import { mantelHaenszelRisk } from '@datalab/analysis';
import type { RunRows } from '../data/run-rows.js';
import { defineMethod } from '../method.js';
import { serviceUseGapParams, type ServiceUseGapData, type ServiceUseGapParams } from './service-use-gap.data.js';
import { presentServiceUseGap } from './service-use-gap.present.js';
import { strataOf } from './use-strata.js';

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
  params: serviceUseGapParams,
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
