import type { AddressKind } from '@datalab/domain';
import type { Dice } from '../chance/dice.js';
import { weighted, type WeightedDraw } from '../chance/weighted.js';
import type { Point } from '../geometry/point.js';
import { PARTNER_CODES, PARTNER_KEYS, type PartnerCode, type PartnerKey } from '../plan/partners.js';
import { PLANTED } from '../plan/planted.js';
import { SHEET } from '../plan/sheet.js';
import type { DemoRegion } from '../region/region.js';
import { daysAfter } from './calendar.js';
import type { DemoKeys } from './demo-keys.js';
import type { DemoReport, Incident } from './report.js';
import { reportersOf } from './reporters.js';

/** Days between what happened and its registration: share on the same day, mean of the others, share that is months late. */
const DELAYS: Readonly<Record<PartnerKey, { sameDay: number; mean: number; veryLate: number }>> = {
  municipality: { sameDay: 0.72, mean: 2.5, veryLate: 0.004 },
  police: { sameDay: 0.9, mean: 1.5, veryLate: 0.002 },
  ggd: { sameDay: 0.3, mean: 4, veryLate: 0.02 },
  corporation: { sameDay: 0.25, mean: 6, veryLate: 0.04 },
  fire_brigade: { sameDay: 1, mean: 0, veryLate: 0 },
  wijkteam: { sameDay: 0.1, mean: 16, veryLate: 0.05 },
};
const CHANNELS: Readonly<Record<PartnerKey, readonly string[]>> = {
  municipality: ['App', 'Website', 'Telefoon', 'Balie'],
  police: ['0900', '112', 'Wijkagent'],
  ggd: ['Meldpunt', 'Zorgpartner', 'Politie'],
  corporation: ['Telefoon', 'Huismeester', 'E-mail'],
  fire_brigade: ['Meldkamer'],
  wijkteam: ['Inloop', 'Huisbezoek', 'Doorverwijzing'],
};

type Draft = Omit<DemoReport, 'id'>;

/** Turns what happened into what the party wrote down: code, delay, address as far as known, keys, reporter, status. */
export function registrar(
  region: DemoRegion,
  isNuisance: (address: number) => boolean,
  keys: DemoKeys,
  dice: Dice,
): (incident: Incident) => Draft {
  const codeFor = codeChooser();
  const reporterOf = reportersOf(region, keys);
  return (incident) => {
    const { party, category, day, role } = incident;
    const code = codeFor(party, category, role === 'subject' ? 'home' : 'street', dice);
    const registeredOn = registrationDay(party, day.iso, dice);
    const place = writtenPlace(region, isNuisance, incident, dice);
    const reporter =
      incident.reporterKey === undefined
        ? reporterOf(party, place.address, dice)
        : ({ type: 'citizen', key: incident.reporterKey } as const);
    const listed = place.address === null ? undefined : region.addresses[place.address]!;
    const known = place.addressComplete && place.address !== null && party !== 'fire_brigade' && party !== 'wijkteam';
    const keepsPersons = party === 'ggd' || (party === 'police' && category === 'confused_behaviour');
    const closes = party === 'municipality' || party === 'corporation';
    const closedOn =
      closes && dice.chance(0.93) ? daysAfter(registeredOn, 1 + Math.floor(-Math.log(1 - dice.next()) * 8)) : '';
    return {
      party,
      occurredOn: party === 'wijkteam' ? `${day.iso.slice(0, 7)}-01` : day.iso,
      precision: party === 'wijkteam' ? 'month' : 'day',
      hour: incident.hour,
      registeredOn,
      closedOn,
      code,
      category: code.category,
      ...place,
      buurt: place.placement === 'in_region' ? listed!.buurt : null,
      role,
      kind: writtenKind(incident, place, listed?.kind),
      householdKey: known ? keys.household(place.address!) : '',
      bsn: known && role === 'subject' && keepsPersons ? keys.bsn(place.address!, 0) : '',
      reporterKey: reporter.key,
      reporterType: reporter.type,
      confused: party === 'police' || party === 'ggd' ? code.category === 'confused_behaviour' : null,
      nearCare: listed?.nearCare ?? false,
      channel: dice.pick(CHANNELS[party]),
      status: closedOn !== '' ? (dice.chance(0.96) ? 'Afgehandeld' : 'Geannuleerd') : closes ? 'In behandeling' : '',
    };
  };
}

function codeChooser(): (party: PartnerKey, category: string, setting: 'home' | 'street', dice: Dice) => PartnerCode {
  const lists = new Map<string, { codes: PartnerCode[]; draw: WeightedDraw }>();
  for (const party of PARTNER_KEYS) {
    for (const setting of ['home', 'street'] as const) {
      for (const category of new Set(PARTNER_CODES[party].map((code) => code.category))) {
        const ofCategory = PARTNER_CODES[party].filter((code) => code.category === category);
        const fitting = ofCategory.filter((code) => code.setting === setting || code.setting === 'both');
        const codes = fitting.length > 0 ? fitting : ofCategory;
        lists.set(`${party} ${setting} ${category}`, { codes, draw: weighted(codes.map((code) => code.weight)) });
      }
    }
  }
  return (party, category, setting, dice) => {
    const list = lists.get(`${party} ${setting} ${category}`);
    if (list === undefined) throw new Error(`${party} has no code for ${category}`);
    return list.codes[list.draw.draw(dice)]!;
  };
}

function registrationDay(party: PartnerKey, occurredOn: string, dice: Dice): string {
  const { backlog } = PLANTED;
  if (party === backlog.party && occurredOn >= backlog.from && occurredOn <= backlog.to) return backlog.registeredOn;
  const delay = DELAYS[party];
  if (dice.chance(delay.sameDay)) return occurredOn;
  if (dice.chance(delay.veryLate)) return daysAfter(occurredOn, 60 + dice.below(120));
  return daysAfter(occurredOn, 1 + Math.floor(-Math.log(1 - dice.next()) * delay.mean));
}

/** A complete address can be looked up; the police also notes what kind of place it is. */
function writtenKind({ party, role }: Incident, place: Written, kind: AddressKind | undefined): AddressKind {
  const noted = party === 'police' && role === 'subject';
  const found = place.addressComplete && party !== 'fire_brigade' && party !== 'wijkteam';
  return kind !== undefined && (found || noted) ? kind : 'unknown';
}

type Written = Pick<DemoReport, 'placement' | 'address' | 'addressComplete' | 'point'>;

/** The place as it was written down: complete, with the postcode alone, with the number of a neighbour, elsewhere, or not at all. */
function writtenPlace(
  region: DemoRegion,
  isNuisance: (address: number) => boolean,
  incident: Incident,
  dice: Dice,
): Written {
  const { party, role } = incident;
  if (incident.address === null) return { placement: 'no_area', address: null, addressComplete: false, point: null };
  if (incident.elsewhere === true) {
    // West of the sheet there is only water: outside the municipality for sure.
    const point: Point = [SHEET.origin[0] - 500 - dice.below(2500) + 0.5, SHEET.origin[1] + dice.below(6000) + 0.5];
    return { placement: 'outside_region', address: null, addressComplete: false, point };
  }
  const isHouseholdParty = party in PLANTED.keyCoverage;
  const coverage = isHouseholdParty ? PLANTED.keyCoverage[party as keyof typeof PLANTED.keyCoverage] : 0;
  const mistyped = isHouseholdParty ? PLANTED.mistypedKeys[party as keyof typeof PLANTED.mistypedKeys] : 0;
  // Of a place in public space the number next to it is noted less than half of the time.
  const addressComplete = dice.chance(
    role === 'subject' ? coverage : party === 'corporation' ? coverage : coverage * 0.45,
  );
  const typed =
    role === 'subject' && dice.chance(mistyped) ? neighbourOf(region, isNuisance, incident.address) : incident.address;
  const [x, y] = region.addresses[typed]!.point;
  // Half metres: never on the line between two cells of the grid.
  const point: Point = [Math.floor(x) + 0.5, Math.floor(y) + 0.5];
  return { placement: 'in_region', address: typed, addressComplete, point };
}

/** The next dwelling in the same buurt, or one close to it: a household that nothing else is known of, as the typing error has it. */
function neighbourOf(region: DemoRegion, isNuisance: (address: number) => boolean, address: number): number {
  const { buurt } = region.addresses[address]!;
  for (const step of [1, -1, 2, -2, 3, -3]) {
    const other = region.addresses[address + step];
    if (other?.buurt === buurt && other.kind === 'dwelling' && !isNuisance(address + step)) return address + step;
  }
  return address;
}
