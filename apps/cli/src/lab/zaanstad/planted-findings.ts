import type { DemoReports, DemoRegion, PartnerKey } from '@datalab/demo';
import { demoSetup } from '@datalab/demo';
import type { ReleaseDocument, ReleaseValue } from '@datalab/domain';

/** What was released, by the title of its output shell. */
export type Released = ReadonlyMap<string, ReleaseDocument>;

/** What was planted, in full: the region, its reports, and the truth in them. */
export interface Planted {
  region: DemoRegion;
  reports: DemoReports;
}

/** One thing that was planted, and whether what was released says it: the planted value inside what was given, its rank and its sign right. */
export interface Judged {
  what: string;
  found: boolean;
}

type Row = Readonly<Record<string, ReleaseValue>>;

/** The rows of a table of a release, by the keys of its columns; none where it was not released or has no such table. */
export function rowsOf(document: ReleaseDocument | undefined, key: string): Row[] {
  const table = document?.tables.find((one) => one.key === key);
  if (table === undefined) return [];
  return table.rows.map((row) => Object.fromEntries(table.columns.map((column, i) => [column.key, row[i] ?? null])));
}

/** Half a unit of the last digit of a number that was rounded to two digits. */
const halfDigit = (rounded: number): number =>
  rounded === 0 ? 0.005 : 10 ** (Math.floor(Math.log10(Math.abs(rounded))) - 1) / 2;

/** Whether a value lies in an interval of which the ends were rounded to two digits. */
const isWithin = (value: number, { low, high }: { low: number; high: number }): boolean =>
  value >= low - halfDigit(low) && value <= high + halfDigit(high);

const number = (value: ReleaseValue | undefined): number => (typeof value === 'number' ? value : Number.NaN);
const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
const nameOf = (party: string): string => demoSetup.organisations.find(({ key }) => key === party)!.name;

/** (a) Ten households known to all parties make a large share of the reports. Numbers of addresses are given in tens, shares in whole per cents. */
export function knownToAll(document: ReleaseDocument | undefined, { reports: { truth } }: Planted): Judged[] {
  const all = rowsOf(document, 'known-to').at(-1);
  const { households, parties } = truth.planted.knownToAll;
  const share = truth.knownToAll.shareOfHouseholdReports;
  const [addresses, ofAddresses, given, from, to] = [
    'addresses',
    'addressShare',
    'reportShare',
    'reportShareFrom',
    'reportShareTo',
  ].map((key) => number(all?.[key])) as [number, number, number, number, number];
  return [
    {
      what: `addresses known to all ${parties.length}: ${addresses} given, ${households} planted`,
      found: all?.['organisations'] === parties.length && Math.abs(addresses - households) <= 5,
    },
    {
      what: `their share of the reports: ${percent(given)}, ${percent(from)} to ${percent(to)} given, ${percent(share)} planted; of the addresses ${percent(ofAddresses)}`,
      found: share >= from && share <= to && given > 5 * ofAddresses + 0.05,
    },
  ];
}

/** Which of the parties the picture of a lab is about: those who deliver to it, without the signals of the wijkteams. */
const NUISANCE: readonly PartnerKey[] = ['municipality', 'police', 'ggd', 'corporation', 'fire_brigade'];

const inPicture = (reports: DemoReports['reports']) =>
  reports.filter(
    ({ placement, category, party }) =>
      placement === 'in_region' && category !== 'out_of_scope' && NUISANCE.includes(party),
  );

/** (b) Three wijken concentrate the reports. */
export function wijken(
  document: ReleaseDocument | undefined,
  { region, reports: { reports, truth } }: Planted,
): Judged[] {
  const rows = rowsOf(document, 'areas');
  const counted = inPicture(reports);
  const planted = region.wijken.map(({ code, name, population }) => {
    const count = counted.filter(({ buurt }) => region.buurten[buurt!]!.parentCode === code).length;
    return { code, name, rate: (1_000 * count) / population };
  });
  const chosen = planted
    .filter(({ code }) => truth.concentration.wijkCodes.includes(code))
    .toSorted((a, b) => b.rate - a.rate);
  const given = rows
    .filter(({ rate }) => typeof rate === 'number')
    .toSorted((a, b) => number(b['rate']) - number(a['rate']));
  const names = given.slice(0, chosen.length).map(({ area }) => String(area));
  return [
    {
      what: `the wijken with most reports per inhabitant: ${names.join(', ')} given, ${chosen.map(({ name }) => name).join(', ')} planted`,
      found: names.length > 0 && names.every((name, i) => name === chosen[i]!.name),
    },
    ...chosen.map(({ name, rate }) => {
      const row = given.find(({ area }) => area === name);
      const [low, high] = [number(row?.['low']), number(row?.['high'])];
      return {
        what: `reports per 1,000 inhabitants of ${name}: ${low} to ${high} given, ${Math.round(rate)} planted`,
        found: isWithin(rate, { low, high }),
      };
    }),
  ];
}

/** Whether what this party delivered says if a report lies near care: the police writes it down, of the others the address tells. */
const saysNearCare = ({ party, address, addressComplete }: DemoReports['reports'][number]): boolean =>
  party === 'police' || (party !== 'fire_brigade' && address !== null && addressComplete);

/** (b) In those wijken it is busier within 250 metres of a care centre than elsewhere, per address. */
export function nearCare(
  document: ReleaseDocument | undefined,
  { region, reports: { reports, truth } }: Planted,
): Judged[] {
  const rows = rowsOf(document, 'near-care');
  const counted = inPicture(reports).filter(saysNearCare);
  return region.wijken
    .filter(({ code }) => truth.concentration.wijkCodes.includes(code))
    .map(({ code, name }) => {
      const isInside = ({ buurt }: { buurt: number | null }) => region.buurten[buurt!]!.parentCode === code;
      const [told, addresses] = [counted.filter(isInside), region.addresses.filter(isInside)];
      const perAddress = (near: boolean): number =>
        told.filter((report) => report.nearCare === near).length /
        addresses.filter((address) => address.nearCare === near).length;
      const planted = perAddress(true) / perAddress(false);
      const row = rows.find(({ area }) => area === name);
      const [low, ratio, high] = ['low', 'ratio', 'high'].map((key) => number(row?.[key])) as [number, number, number];
      return {
        what: `reports per address near care in ${name}: ${ratio}, ${low} to ${high} times those elsewhere given, ${planted.toFixed(2)} planted`,
        found: isWithin(planted, { low, high }) && ratio > 1,
      };
    });
}

/** (c) Households with confused behaviour use Wmo support less than others that are reported, in comparable circumstances. */
export function serviceUseGap(document: ReleaseDocument | undefined, { reports: { truth } }: Planted): Judged[] {
  const { riskRatio } = truth.planted.serviceUseGap;
  const rows = rowsOf(document, 'ratios');
  const alike = rows.at(-1);
  const [low, ratio, high] = ['low', 'ratio', 'high'].map((key) => number(alike?.[key])) as [number, number, number];
  const [group, others] = rowsOf(document, 'use').map(({ share }) => number(share));
  return [
    {
      what: `use of Wmo support with confused behaviour over that of others (${String(alike?.['what'] ?? '–')}): ${ratio}, ${low} to ${high} given, ${riskRatio} planted`,
      found: rows.length > 1 && isWithin(riskRatio, { low, high }),
    },
    {
      what: `it is less, and clearly so: ${percent(group ?? Number.NaN)} of these addresses, ${percent(others ?? Number.NaN)} of the others`,
      found: high < 1 && group! < others!,
    },
  ];
}

/** (d) Filth is reported to all but the fire brigade. */
export function filth(document: ReleaseDocument | undefined, { reports: { reports, truth } }: Planted): Judged[] {
  const rows = rowsOf(document, 'gap').filter(({ category }) => category === 'filth_neglect');
  const counted = inPicture(reports);
  const share = (party: PartnerKey): number =>
    counted.filter((report) => report.party === party).length / counted.length;
  const all = NUISANCE.reduce((sum, party) => sum + truth.filth[party], 0);
  const ratios = NUISANCE.map((party) => {
    const row = rows.find(({ source }) => source === nameOf(party));
    const [low, ratio, high] = ['low', 'ratio', 'high'].map((key) => number(row?.[key])) as [number, number, number];
    return { party, low, ratio, high, planted: truth.filth[party] / (share(party) * all) };
  });
  const brigade = ratios.find(({ party }) => party === 'fire_brigade')!;
  return [
    {
      what: `filth told to the fire brigade, against what the mix of all makes one expect: ${brigade.low} to ${brigade.high} times given, ${brigade.planted.toFixed(3)} planted`,
      found: isWithin(brigade.planted, brigade) && brigade.high < 1,
    },
    {
      what: `the fire brigade hears least of it: ${ratios.map(({ party, ratio }) => `${nameOf(party)} ${ratio}`).join(', ')}`,
      found: ratios.every(({ party, low }) => party === 'fire_brigade' || low > brigade.high),
    },
  ];
}

interface Overlap {
  sets: { key: string; title: string }[];
  parts: { sets: string[]; units: number | string | null }[];
}

/** (e) The overlap shows that no party sees more than a part. Numbers of addresses are given in tens. */
export function parts(document: ReleaseDocument | undefined, { reports: { truth } }: Planted): Judged[] {
  const picture = document?.picture as Overlap | undefined;
  const sum = (of: Overlap['parts'], by: number): number =>
    of.reduce((total, { units }) => total + Math.max(0, number(units as ReleaseValue) + by), 0);
  const all = picture?.parts ?? [];
  const seen = Object.entries(truth.overlap.shareSeen).map(([party, planted]) => {
    const key = picture?.sets.find(({ title }) => title === nameOf(party))?.key;
    const own = all.filter(({ sets }) => key !== undefined && sets.includes(key));
    const others = all.filter(({ sets }) => key === undefined || !sets.includes(key));
    // The least share: all that it sees five lower, all that it does not see five higher; and the other way about.
    const low = sum(own, -5) / (sum(own, -5) + sum(others, 5));
    const high = sum(own, 5) / (sum(own, 5) + sum(others, -5));
    return { party, planted, low, high, middle: sum(own, 0) / sum(all, 0) };
  });
  const order = (of: (one: (typeof seen)[number]) => number) =>
    seen.toSorted((a, b) => of(b) - of(a)).map(({ party }) => nameOf(party));
  const [given, planted] = [order(({ middle }) => middle), order((one) => one.planted)];
  return [
    ...seen.map(({ party, planted: share, low, high }) => ({
      what: `part of the known addresses that ${nameOf(party)} sees: ${percent(low)} to ${percent(high)} given, ${percent(share)} planted`,
      found: share >= low && share <= high && high < 1,
    })),
    { what: `who sees most: ${given.join(', ')}`, found: given.join() === planted.join() },
  ];
}
