import type { Category } from '@datalab/domain';
import { PARTNER_KEYS, type PartnerKey } from '../plan/partners.js';
import { PLANTED } from '../plan/planted.js';
import type { DemoRegion } from '../region/region.js';
import type { DemoKeys } from './demo-keys.js';
import { HOUSEHOLD_PARTIES, type HouseholdParty, type NuisanceHousehold } from './nuisance-households.js';
import type { DemoReport, ProvisionUse } from './report.js';
import { singleReporter } from './special-incidents.js';

/** What is true in this demo, as data: the choices of `PLANTED` by code and key, and the figures that the seed made of them. */
export interface PlantedTruth {
  readonly planted: typeof PLANTED;
  readonly reports: Readonly<Record<PartnerKey, number>>;
  readonly knownToAll: {
    readonly householdKeys: readonly string[];
    /** Share of the reports about households that bear a key. */
    readonly shareOfHouseholdReports: number;
  };
  readonly concentration: {
    readonly wijkCodes: readonly string[];
    readonly shareOfReports: number;
    readonly shareOfPopulation: number;
    /** Reports per address within 250 m of a care centre over those per other address, in the same wijken. */
    readonly nearCareRatio: number;
  };
  readonly serviceUseGap: {
    /** Among all planted households, reported or not: the chance of Wmo support, confused over other. */
    readonly confused: { readonly households: number; readonly withSupport: number };
    readonly other: { readonly households: number; readonly withSupport: number };
    readonly riskRatio: number;
  };
  readonly filth: Readonly<Record<PartnerKey, number>>;
  readonly overlap: {
    /** Households with a key, by how many of the four parties know them (index 0 = one party). */
    readonly knownToNParties: readonly number[];
    readonly shareSeen: Readonly<Record<HouseholdParty, number>>;
  };
  readonly hiddenPopulation: { readonly households: number; readonly knownToNobody: number };
  readonly hotspotBuurtCodes: readonly string[];
  readonly singleReporter: { readonly reporterKey: string; readonly cell: string; readonly buurtCode: string };
  readonly measure: { readonly buurtCodes: readonly string[]; readonly controlCodes: readonly string[] };
}

/** Computes the truth from what was generated. Reports without an area or of a category out of scope do not count. */
export function plantedTruth(
  region: DemoRegion,
  households: readonly NuisanceHousehold[],
  reports: readonly DemoReport[],
  used: readonly ProvisionUse[],
  keys: DemoKeys,
  reporterKey: string,
): PlantedTruth {
  const codeOf = (name: string): string => region.buurten.find((buurt) => buurt.name === name)!.code;
  const counted = reports.filter((report) => report.placement === 'in_region' && report.category !== 'out_of_scope');
  return {
    planted: PLANTED,
    reports: byParty(reports),
    knownToAll: knownToAll(households, counted, keys),
    concentration: concentration(region, counted),
    serviceUseGap: serviceUseGap(households, used),
    filth: byParty(counted.filter((report) => report.category === ('filth_neglect' satisfies Category))),
    overlap: overlap(counted),
    hiddenPopulation: {
      households: households.length,
      knownToNobody: households.filter(({ reports: seen }) => HOUSEHOLD_PARTIES.every((party) => seen[party] === 0))
        .length,
    },
    hotspotBuurtCodes: Object.keys(PLANTED.hotspot.factors).map(codeOf),
    singleReporter: {
      reporterKey,
      cell: singleReporter(region).cell,
      buurtCode: codeOf(PLANTED.singleReporter.buurt),
    },
    measure: { buurtCodes: PLANTED.measure.buurten.map(codeOf), controlCodes: PLANTED.measure.controls.map(codeOf) },
  };
}

const byParty = (reports: readonly DemoReport[]): Record<PartnerKey, number> => {
  const counts = Object.fromEntries(PARTNER_KEYS.map((party) => [party, 0])) as Record<PartnerKey, number>;
  for (const report of reports) counts[report.party]++;
  return counts;
};

/** A report about a household: subject, a dwelling, with a key. */
export const isHouseholdReport = (report: DemoReport): boolean =>
  report.role === 'subject' && report.kind === 'dwelling' && report.householdKey !== '';

function knownToAll(
  households: readonly NuisanceHousehold[],
  counted: readonly DemoReport[],
  keys: DemoKeys,
): PlantedTruth['knownToAll'] {
  const householdKeys = households.filter((each) => each.knownToAll).map((each) => keys.household(each.address));
  const about = counted.filter(isHouseholdReport);
  const known = new Set(householdKeys);
  return {
    householdKeys,
    shareOfHouseholdReports: about.filter((report) => known.has(report.householdKey)).length / about.length,
  };
}

function concentration(region: DemoRegion, counted: readonly DemoReport[]): PlantedTruth['concentration'] {
  const names = new Set<string>(PLANTED.concentration.wijken);
  const wijken = region.wijken.filter((wijk) => names.has(wijk.name.replace(/^Wijk \d+ /, '')));
  const codes = new Set(wijken.map((wijk) => wijk.code));
  const inside = (buurt: number): boolean => codes.has(region.buurten[buurt]!.parentCode!);
  const reported = counted.filter((report) => inside(report.buurt!));
  const addresses = region.addresses.filter((address) => inside(address.buurt));
  const perAddress = (nearCare: boolean): number =>
    reported.filter((report) => report.nearCare === nearCare).length /
    addresses.filter((address) => address.nearCare === nearCare).length;
  return {
    wijkCodes: [...codes],
    shareOfReports: reported.length / counted.length,
    shareOfPopulation: wijken.reduce((sum, wijk) => sum + wijk.population, 0) / region.municipality.population,
    nearCareRatio: perAddress(true) / perAddress(false),
  };
}

function serviceUseGap(
  households: readonly NuisanceHousehold[],
  used: readonly ProvisionUse[],
): PlantedTruth['serviceUseGap'] {
  const supported = new Set(used.filter((row) => row.provision === 'WMO').map((row) => row.address));
  const group = (confused: boolean): { households: number; withSupport: number } => {
    const members = households.filter(({ trouble }) => (trouble === 'confused') === confused);
    return { households: members.length, withSupport: members.filter(({ address }) => supported.has(address)).length };
  };
  const [confused, other] = [group(true), group(false)];
  return {
    confused,
    other,
    riskRatio: confused.withSupport / confused.households / (other.withSupport / other.households),
  };
}

function overlap(counted: readonly DemoReport[]): PlantedTruth['overlap'] {
  const knownBy = new Map<string, Set<PartnerKey>>();
  for (const report of counted) {
    if (!isHouseholdReport(report)) continue;
    const parties = knownBy.get(report.householdKey) ?? new Set();
    knownBy.set(report.householdKey, parties.add(report.party));
  }
  const all = [...knownBy.values()];
  return {
    knownToNParties: HOUSEHOLD_PARTIES.map((_, n) => all.filter((parties) => parties.size === n + 1).length),
    shareSeen: Object.fromEntries(
      HOUSEHOLD_PARTIES.map((party) => [party, all.filter((parties) => parties.has(party)).length / all.length]),
    ) as Record<HouseholdParty, number>,
  };
}
