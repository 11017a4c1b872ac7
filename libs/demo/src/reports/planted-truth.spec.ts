import { getisOrdGi, queenNeighbours } from '@datalab/analysis';
import { describe, expect, it } from '@jest/globals';
import { PARTNER_KEYS, type PartnerKey } from '../plan/partners.js';
import { PLANTED } from '../plan/planted.js';
import { demoRegion } from '../region/demo-region.js';
import { demoReports } from './demo-reports.js';
import { HOUSEHOLD_PARTIES } from './nuisance-households.js';
import type { DemoReport } from './report.js';

const region = demoRegion(1);
const demo = demoReports(region, 1);
const { truth, reports } = demo;
const counted = reports.filter((report) => report.placement === 'in_region' && report.category !== 'out_of_scope');
const aboutHouseholds = counted.filter(
  ({ role, kind, householdKey }) => role === 'subject' && kind === 'dwelling' && householdKey !== '',
);
const codeOf = (report: DemoReport): string => region.buurten[report.buurt!]!.code;
const share = (part: number, whole: number): number => part / whole;

/** Who knows which household, from the reports alone. */
const knownBy = new Map<string, Set<PartnerKey>>();
for (const report of aboutHouseholds)
  knownBy.set(report.householdKey, (knownBy.get(report.householdKey) ?? new Set()).add(report.party));

describe('the reports as a whole', () => {
  it('are about 60,000 of six parties over three years', () => {
    expect(reports.length).toBeGreaterThan(55_000);
    expect(reports.length).toBeLessThan(65_000);
    expect(PARTNER_KEYS.map((party) => truth.reports[party] > 2000)).toEqual(PARTNER_KEYS.map(() => true));
    const days = reports.map((report) => report.occurredOn).sort();
    expect([days[0]!.slice(0, 7), days.at(-1)!.slice(0, 7)]).toEqual(['2023-01', '2025-12']);
  });

  it('have numbers that occur once, and are registered on or after the day', () => {
    const ids = reports.filter((report) => report.id !== '').map((report) => report.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(reports.filter((report) => report.registeredOn < report.occurredOn)).toEqual([]);
  });

  it('name a reporter in more than 80 % of the rows of every party', () => {
    for (const party of PARTNER_KEYS) {
      const own = reports.filter((report) => report.party === party);
      expect(share(own.filter((report) => report.reporterKey !== '').length, own.length)).toBeGreaterThan(0.8);
    }
  });

  it('follow season, weekday and hour', () => {
    const inMonths = (category: string, months: string[]): number =>
      counted.filter((r) => r.category === category && months.includes(r.occurredOn.slice(5, 7))).length;
    expect(inMonths('noise', ['06', '07', '08'])).toBeGreaterThan(1.6 * inMonths('noise', ['12', '01', '02']));
    expect(inMonths('fireworks', ['12', '01'])).toBeGreaterThan(
      3 * inMonths('fireworks', ['03', '04', '05', '06', '07', '08']),
    );
    const atNight = (category: string): number => {
      const own = counted.filter((report) => report.category === category);
      return share(own.filter((report) => report.hour >= 22 || report.hour < 4).length, own.length);
    };
    expect(atNight('noise')).toBeGreaterThan(0.35);
    expect(atNight('parking')).toBeLessThan(0.1);
  });

  it('hold the backlog, late registrations and rows that cannot be placed', () => {
    const backlog = reports.filter(
      (r) => r.party === 'corporation' && r.occurredOn >= PLANTED.backlog.from && r.occurredOn <= PLANTED.backlog.to,
    );
    expect(backlog.length).toBeGreaterThan(100);
    expect(new Set(backlog.map((report) => report.registeredOn))).toEqual(new Set([PLANTED.backlog.registeredOn]));
    expect(
      reports.filter((report) => report.registeredOn.slice(0, 7) > report.occurredOn.slice(0, 7)).length,
    ).toBeGreaterThan(1000);
    expect(reports.filter((report) => report.placement === 'no_area').length).toBeGreaterThan(100);
    expect(reports.filter((report) => report.placement === 'outside_region').length).toBeGreaterThan(100);
    expect(reports.filter((r) => r.role === 'subject' && r.kind === 'institution_or_shared').length).toBeGreaterThan(
      500,
    );
  });
});

describe('the five findings', () => {
  it('(a) ten households known to all four make a large share of the reports about households', () => {
    const all = [...knownBy].filter(([, parties]) => parties.size === HOUSEHOLD_PARTIES.length).map(([key]) => key);
    expect(all.sort()).toEqual([...truth.knownToAll.householdKeys].sort());
    expect(all).toHaveLength(10);
    const theirs = aboutHouseholds.filter((report) => all.includes(report.householdKey)).length;
    expect(share(theirs, aboutHouseholds.length)).toBeCloseTo(truth.knownToAll.shareOfHouseholdReports, 12);
    expect(truth.knownToAll.shareOfHouseholdReports).toBeGreaterThan(0.2);
  });

  it('(b) three wijken and the surroundings of care centres concentrate them', () => {
    const perWijk = region.wijken.map((wijk) => {
      const own = counted.filter((report) => region.buurten[report.buurt!]!.parentCode === wijk.code);
      return { code: wijk.code, rate: own.length / wijk.population, count: own.length };
    });
    const top = [...perWijk].sort((a, b) => b.rate - a.rate).slice(0, 3);
    expect(top.map(({ code }) => code).sort()).toEqual([...truth.concentration.wijkCodes].sort());
    const inTop = top.reduce((sum, { count }) => sum + count, 0);
    expect(share(inTop, counted.length)).toBeCloseTo(truth.concentration.shareOfReports, 12);
    expect(truth.concentration.shareOfReports).toBeGreaterThan(1.6 * truth.concentration.shareOfPopulation);
    expect(truth.concentration.nearCareRatio).toBeGreaterThan(1.7);
  });

  it('(c) people with confused behaviour use Wmo support half as often as other reported households', () => {
    expect(truth.serviceUseGap.riskRatio).toBeGreaterThan(0.45);
    expect(truth.serviceUseGap.riskRatio).toBeLessThan(0.55);
    // The same seen through the reports, as the platform has to: households with a report of confused behaviour against the others.
    const confused = new Set(aboutHouseholds.filter((report) => report.confused === true).map((r) => r.householdKey));
    const supported = new Set(
      demo.provisionUse.filter((row) => row.provision === 'WMO').map((row) => row.householdKey),
    );
    const risk = (keys: string[]): number => share(keys.filter((key) => supported.has(key)).length, keys.length);
    const seen = risk([...confused]) / risk([...knownBy.keys()].filter((key) => !confused.has(key)));
    expect(confused.size).toBeGreaterThan(300);
    expect(seen).toBeGreaterThan(0.4);
    expect(seen).toBeLessThan(0.68);
  });

  it('(d) filth reaches every party but the fire brigade', () => {
    const filth = (party: PartnerKey): number =>
      counted.filter((report) => report.party === party && report.category === 'filth_neglect').length;
    for (const party of PARTNER_KEYS) expect(filth(party)).toBe(truth.filth[party]);
    expect(filth('fire_brigade')).toBe(PLANTED.fireBrigadeFilth);
    for (const party of PARTNER_KEYS.filter((each) => each !== 'fire_brigade'))
      expect(filth(party)).toBeGreaterThan(200);
  });

  it('(e) no party sees more than a part of the households', () => {
    for (const party of HOUSEHOLD_PARTIES) {
      const seen = [...knownBy.values()].filter((parties) => parties.has(party)).length;
      expect(share(seen, knownBy.size)).toBeCloseTo(truth.overlap.shareSeen[party], 12);
      expect(truth.overlap.shareSeen[party]).toBeLessThan(0.6);
    }
    expect(truth.overlap.knownToNParties[0]).toBeGreaterThan(1500);
  });
});

describe('what else is planted', () => {
  it.each([1, 2])('a cluster of buurten that Gi* finds, whole (seed %i)', (seed) => {
    const there = seed === 1 ? region : demoRegion(seed);
    const made = seed === 1 ? demo : demoReports(there, seed);
    const counts = new Float64Array(there.buurten.length);
    for (const { placement, category, buurt } of made.reports)
      if (placement === 'in_region' && category !== 'out_of_scope') counts[buurt!]!++;
    const rates = counts.map((count, i) => count / there.buurten[i]!.population);
    const neighbours = queenNeighbours(
      there.buurten.map((buurt) => ({ type: 'Polygon' as const, coordinates: buurt.rings })),
      { unit: 'metres' },
    );
    const { z } = getisOrdGi(rates, neighbours);
    const cluster = there.buurten.flatMap(({ code }, i) =>
      made.truth.hotspotBuurtCodes.includes(code) ? [z[i]!] : [],
    );
    expect(cluster).toHaveLength(5);
    expect(Math.min(...cluster)).toBeGreaterThan(2.6);
  });

  it('one reporter who makes nearly all reports of a cell, in a buurt that no other finding touches', () => {
    const { cell, buurtCode, reporterKey } = truth.singleReporter;
    const inBuurt = counted.filter((report) => codeOf(report) === buurtCode);
    const inCell = inBuurt.filter((report) => region.addresses[report.address!]!.cell === cell);
    const by = (list: DemoReport[]): number => list.filter((report) => report.reporterKey === reporterKey).length;
    expect(by(inCell)).toBeGreaterThanOrEqual(PLANTED.singleReporter.reports);
    expect(share(by(inCell), inCell.length)).toBeGreaterThan(0.95);
    expect(share(by(inBuurt), inBuurt.length)).toBeGreaterThan(0.85);
  });

  it('a population of which two independent registers give the true size (Chapman)', () => {
    const seen = (party: PartnerKey): string[] => [...knownBy].flatMap(([key, by]) => (by.has(party) ? [key] : []));
    const [first, second] = [seen('municipality'), seen('corporation')];
    const both = first.filter((key) => second.includes(key)).length;
    const estimate = ((first.length + 1) * (second.length + 1)) / (both + 1) - 1;
    expect(truth.hiddenPopulation.households).toBe(PLANTED.hiddenPopulation.households);
    expect(Math.abs(estimate - truth.hiddenPopulation.households)).toBeLessThan(800);
    // Police and ggd depend on each other, so together they find too few.
    const ggd = seen('ggd');
    const police = seen('police');
    const shared = police.filter((key) => ggd.includes(key)).length;
    expect(((police.length + 1) * (ggd.length + 1)) / (shared + 1) - 1).toBeLessThan(estimate);
  });

  it('a measure with its effect, and buurten without it to compare with', () => {
    const { measure } = PLANTED;
    const perDay = (codes: readonly string[], after: boolean): number => {
      const days = after ? 487 : 609;
      return (
        counted.filter(
          (r) =>
            r.category === measure.category &&
            r.occurredOn >= measure.from === after &&
            r.role === 'location' &&
            codes.includes(codeOf(r)),
        ).length / days
      );
    };
    const change = (codes: readonly string[]): number => perDay(codes, true) / perDay(codes, false);
    const effect = change(truth.measure.buurtCodes) / change(truth.measure.controlCodes);
    expect(effect).toBeGreaterThan(0.4);
    expect(effect).toBeLessThan(0.75);
  });

  it('a change in registering that lifts two categories of one party', () => {
    const { from, categories } = PLANTED.registrationChange;
    const perYear = (party: PartnerKey, year: string): number =>
      counted.filter(
        (r) =>
          r.party === party && (categories as readonly string[]).includes(r.category) && r.occurredOn.startsWith(year),
      ).length;
    expect(from).toBe('2024-04-01');
    expect(perYear('municipality', '2025') / perYear('municipality', '2023')).toBeGreaterThan(1.2);
    expect(perYear('corporation', '2025') / perYear('corporation', '2023')).toBeLessThan(1.2);
  });

  it('a festival that stands out in its days', () => {
    const { event } = PLANTED;
    const codes = region.buurten
      .filter(({ name }) => (event.buurten as readonly string[]).includes(name))
      .map(({ code }) => code);
    const there = counted.filter((report) => report.precision === 'day' && codes.includes(codeOf(report)));
    const during = there.filter((report) => report.occurredOn >= event.from && report.occurredOn <= event.to).length;
    expect(during / 3).toBeGreaterThan(20 * (there.length / 1096));
  });
});
