import {
  captureCells,
  concentration,
  exactCountInterval,
  fitLoglinearModels,
  hierarchicalModels,
  hotspots,
  interventionEffect,
  modelRange,
  poissonMoments,
  queenNeighbours,
  riskComparison,
  topShare,
} from '@datalab/analysis';
import { DEMO_SEED, demoRegion, demoReports, isHouseholdReport, PLANTED, type DemoReport } from '@datalab/demo';
import { percent, type Check } from './check.js';

const LISTS = ['municipality', 'police', 'ggd', 'corporation'];
const monthsFrom = (date: string): number => (Number(date.slice(0, 4)) - 2023) * 12 + Number(date.slice(5, 7)) - 1;
const MONTHS = 36;

interface Demo {
  region: ReturnType<typeof demoRegion>;
  reports: readonly DemoReport[];
  /** By key: who knows the household, and how many reports there are about it. */
  households: ReadonlyMap<string, { parties: Set<string>; reports: number; confused: boolean; supported: boolean }>;
  truth: ReturnType<typeof demoReports>['truth'];
}

function makeDemo(): Demo {
  const region = demoRegion(DEMO_SEED);
  const made = demoReports(region, DEMO_SEED);
  const reports = made.reports.filter(
    ({ placement, category, buurt }) => placement === 'in_region' && category !== 'out_of_scope' && buurt !== null,
  );
  const supported = new Set(
    made.provisionUse.filter(({ provision }) => provision === 'WMO').map((row) => row.householdKey),
  );
  const households = new Map<
    string,
    { parties: Set<string>; reports: number; confused: boolean; supported: boolean }
  >();
  for (const report of reports) {
    if (!isHouseholdReport(report)) continue;
    const key = report.householdKey;
    let one = households.get(key);
    if (one === undefined) {
      one = { parties: new Set(), reports: 0, confused: false, supported: supported.has(key) };
      households.set(key, one);
    }
    one.parties.add(report.party);
    one.reports += 1;
    one.confused ||= report.category === 'confused_behaviour';
  }
  return { region, reports, households, truth: made.truth };
}

/** The five findings, and what else is planted in the demo region, found by the methods from what the partners registered. */
export function plantedTruth(): Check[] {
  const demo = makeDemo();
  return [
    ...knownToAll(demo),
    ...threeWijken(demo),
    serviceUseGap(demo),
    filth(demo),
    ...overlap(demo),
    cluster(demo),
    measure(demo),
  ];
}

function knownToAll({ households, truth }: Demo): Check[] {
  const all = [...households.values()];
  const known = all.filter(({ parties }) => LISTS.every((party) => parties.has(party)));
  const spread = concentration(all.map((household) => household.reports));
  // Some households come to be known to all by chance; the planted ones are those with by far the most reports.
  const ten = topShare(spread, PLANTED.knownToAll.households);
  const share = truth.knownToAll.shareOfHouseholdReports;
  return [
    {
      name: '(a) households known to all four parties',
      found: String(known.length),
      expected: String(PLANTED.knownToAll.households),
      holds: known.length === PLANTED.knownToAll.households,
    },
    {
      name: '(a) their share of the reports about households',
      found: percent(ten.share),
      expected: percent(share),
      holds: Math.abs(ten.share - share) < 1e-9,
    },
  ];
}

function threeWijken({ region, reports, truth }: Demo): Check[] {
  const counts = new Map(region.wijken.map(({ code }) => [code, 0]));
  for (const { buurt } of reports) {
    const wijk = region.buurten[buurt!]!.parentCode!;
    counts.set(wijk, counts.get(wijk)! + 1);
  }
  const ranked = [...counts].sort((a, b) => b[1] - a[1]).map(([code]) => code);
  const planted = new Set(truth.concentration.wijkCodes);
  const inside = (nearCare: boolean) => ({
    reports: reports.filter((report) => report.nearCare === nearCare && inPlanted(report)).length,
    addresses: region.addresses.filter(
      (address) => address.nearCare === nearCare && planted.has(region.buurten[address.buurt]!.parentCode!),
    ).length,
  });
  const inPlanted = (report: DemoReport) => planted.has(region.buurten[report.buurt!]!.parentCode!);
  const [near, far] = [inside(true), inside(false)];
  const [low] = rateRatioInterval(near, far);
  return [
    {
      name: '(b) the three wijken with most reports',
      found: ranked.slice(0, 3).sort().join(', '),
      expected: [...planted].sort().join(', '),
      holds: ranked.slice(0, 3).every((code) => planted.has(code)),
    },
    {
      name: '(b) reports per address near care centres, over those of other addresses there (lower bound)',
      found: low.toFixed(2),
      expected: 'above 1',
      holds: low > 1,
    },
  ];
}

/** From the exact Poisson intervals of both counts: wider than needed, never too narrow. */
function rateRatioInterval(
  one: { reports: number; addresses: number },
  other: { reports: number; addresses: number },
): [number, number] {
  const [a, b] = [exactCountInterval(one.reports), exactCountInterval(other.reports)];
  const scale = other.addresses / one.addresses;
  return [(a.low / b.high) * scale, (a.high / b.low) * scale];
}

function serviceUseGap({ households }: Demo): Check {
  const group = (confused: boolean) => [...households.values()].filter((household) => household.confused === confused);
  const cases = (members: readonly { supported: boolean }[]) => members.filter(({ supported }) => supported).length;
  const [confused, other] = [group(true), group(false)];
  const { ratio } = riskComparison({
    exposedCases: cases(confused),
    exposedNoncases: confused.length - cases(confused),
    unexposedCases: cases(other),
    unexposedNoncases: other.length - cases(other),
  });
  const planted = PLANTED.serviceUseGap.riskRatio;
  return {
    name: '(c) Wmo support of households with confused behaviour over others (risk ratio)',
    found: `${ratio.estimate.toFixed(2)} (${ratio.low.toFixed(2)}–${ratio.high.toFixed(2)})`,
    expected: `${planted}, below 1`,
    holds: ratio.low <= planted && planted <= ratio.high && ratio.high < 1,
  };
}

function filth({ reports }: Demo): Check {
  const counts = new Map<string, number>();
  for (const { category, party } of reports)
    if (category === 'filth_neglect') counts.set(party, (counts.get(party) ?? 0) + 1);
  const fire = counts.get('fire_brigade') ?? 0;
  const least = Math.min(...[...counts].filter(([party]) => party !== 'fire_brigade').map(([, count]) => count));
  return {
    name: '(d) reports of filth to the fire brigade, and the fewest to any other party that has it',
    found: `${fire} and ${least}`,
    expected: `${PLANTED.fireBrigadeFilth}, far below the others`,
    holds: fire === PLANTED.fireBrigadeFilth && exactCountInterval(fire).high < exactCountInterval(least).low,
  };
}

function overlap({ households, truth }: Demo): Check[] {
  const all = [...households.values()];
  const shares = LISTS.map((party) => all.filter(({ parties }) => parties.has(party)).length / all.length);
  const cells = captureCells(
    LISTS,
    all.map(({ parties }) => ({
      pattern: LISTS.reduce((bits, party, i) => (parties.has(party) ? bits | (1 << i) : bits), 0),
      count: 1,
    })),
  );
  const range = modelRange(fitLoglinearModels(cells, hierarchicalModels(LISTS.length)));
  const hidden = truth.hiddenPopulation.households;
  return [
    {
      name: '(e) the largest share of the known households that one party sees',
      found: percent(Math.max(...shares)),
      expected: 'well under all',
      holds: Math.max(...shares) < 0.75,
    },
    {
      name: 'all households with nuisance, seen or not (range over log-linear models)',
      found: range === undefined ? 'not estimable' : `${Math.round(range.lowest)}–${Math.round(range.highest)}`,
      expected: String(hidden),
      holds: range !== undefined && range.lowest <= hidden && hidden <= range.highest,
    },
  ];
}

function cluster({ region, reports, truth }: Demo): Check {
  const year = reports.filter(({ occurredOn, party }) => occurredOn.startsWith('2025') && party === 'municipality');
  const counts = region.buurten.map((_buurt, i) => year.filter(({ buurt }) => buurt === i).length);
  const people = region.buurten.map(({ population }) => population);
  const present = new Uint8Array(counts.length);
  const rates = counts.map((count, i) => count / people[i]!);
  const neighbours = queenNeighbours(
    region.buurten.map(({ rings }) => ({
      type: 'Polygon',
      coordinates: rings.map((ring) => ring.map(([x, y]) => [x, y])),
    })),
  );
  const chance = poissonMoments(counts, people, present);
  const { klass } = hotspots(rates, present, neighbours, { level: 0.05, chance });
  const hot = region.buurten.filter((_buurt, i) => klass[i] === 'hot').map(({ code }) => code);
  const planted = new Set(truth.hotspotBuurtCodes);
  return {
    name: 'hot spots in the municipality’s reports of 2025',
    found: hot.sort().join(', '),
    expected: `all of ${[...planted].sort().join(', ')}, and not ${truth.singleReporter.buurtCode} (one reporter)`,
    holds: [...planted].every((code) => hot.includes(code)) && !hot.includes(truth.singleReporter.buurtCode),
  };
}

function measure({ region, reports, truth }: Demo): Check {
  const treated = new Set(truth.measure.buurtCodes);
  const counts = new Float64Array(MONTHS);
  for (const { category, buurt, occurredOn } of reports)
    if (category === PLANTED.measure.category && treated.has(region.buurten[buurt!]!.code))
      counts[monthsFrom(occurredOn)]! += 1;
  const interventionAt = monthsFrom(PLANTED.measure.from);
  const time = Float64Array.from({ length: MONTHS }, (_month, i) => i);
  const after = time.map((month) => Number(month >= interventionAt));
  const { ratio, low, high } = interventionEffect(time, after, counts, { period: 12, harmonics: 1, interventionAt });
  return {
    name: 'effect of the measure on youth nuisance (interrupted time series)',
    found: `${ratio.toFixed(2)} (${low.toFixed(2)}–${high.toFixed(2)})`,
    expected: String(PLANTED.measure.factor),
    holds: low <= PLANTED.measure.factor && PLANTED.measure.factor <= high,
  };
}
