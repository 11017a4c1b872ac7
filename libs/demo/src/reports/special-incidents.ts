import type { Category } from '@datalab/domain';
import type { Dice } from '../chance/dice.js';
import { PLANTED } from '../plan/planted.js';
import type { PartnerKey } from '../plan/partners.js';
import type { DemoRegion } from '../region/region.js';
import type { Scene } from './incidents.js';
import { buurtIndex } from './nuisance-weights.js';
import type { Incident } from './report.js';

const addressesIn = (region: DemoRegion, buurten: readonly string[]): number[] => {
  const wanted = new Set(buurten.map(buurtIndex));
  return region.addresses.flatMap((a, i) => (wanted.has(a.buurt) ? [i] : []));
};

/** The cell and the home of the planted single reporter: the fullest cell of the planted buurt. */
export function singleReporter(region: DemoRegion): { cell: string; home: number; addresses: readonly number[] } {
  const cells = new Map<string, number[]>();
  for (const i of addressesIn(region, [PLANTED.singleReporter.buurt])) {
    const { cell } = region.addresses[i]!;
    cells.set(cell, [...(cells.get(cell) ?? []), i]);
  }
  const [cell, addresses] = [...cells].sort((a, b) => b[1].length - a[1].length)[0]!;
  return { cell, home: addresses[0]!, addresses };
}

/** One person who reports nearly every day what happens around the house. */
export function* singleReporterIncidents(scene: Scene, reporterKey: string, dice: Dice): Generator<Incident> {
  const { addresses } = singleReporter(scene.region);
  const near = addresses.slice(0, 8);
  for (let k = 0; k < Math.round(PLANTED.singleReporter.reports * scene.span); k++) {
    const category = dice.pick(['parking', 'parking', 'noise', 'animals'] as const);
    yield {
      ...scene.moment(category, dice),
      party: 'municipality',
      category,
      address: dice.pick(near),
      role: 'location',
      reporterKey,
    };
  }
}

/** Reports about care centres and shared housing. */
export function* institutionIncidents(scene: Scene, dice: Dice): Generator<Incident> {
  const { region } = scene;
  const centres = region.careCentres.map((centre) => centre.address);
  const shared = region.addresses.flatMap((a, i) => (a.kind === 'institution_or_shared' ? [i] : []));
  const kinds: readonly (readonly [PartnerKey, Category])[] = [
    ['police', 'confused_behaviour'],
    ['police', 'confused_behaviour'],
    ['police', 'aggression_threat'],
    ['ggd', 'confused_behaviour'],
    ['municipality', 'confused_behaviour'],
    ['municipality', 'noise'],
    ['municipality', 'other'],
  ];
  for (let k = 0; k < Math.round(PLANTED.institutions.reports * scene.span); k++) {
    const [party, category] = dice.pick(kinds);
    const address = dice.chance(0.7) ? dice.pick(centres) : dice.pick(shared);
    yield { ...scene.moment(category, dice), party, category, address, role: 'subject' };
  }
}

/** The festival: a few days on which a few streets are loud and full. Nothing where the period does not hold it. */
export function* eventIncidents(scene: Scene, dice: Dice): Generator<Incident> {
  const { event } = PLANTED;
  const days = scene.days.filter((day) => day.iso >= event.from && day.iso <= event.to);
  if (days.length === 0) return;
  const places = addressesIn(scene.region, event.buurten);
  const kinds: readonly (readonly [PartnerKey, Category])[] = [
    ['police', 'noise'],
    ['police', 'drugs_alcohol'],
    ['police', 'aggression_threat'],
    ['municipality', 'noise'],
    ['municipality', 'noise'],
    ['municipality', 'parking'],
    ['municipality', 'filth_neglect'],
  ];
  for (let k = 0; k < event.reports; k++) {
    const [party, category] = dice.pick(kinds);
    const hour = (16 + dice.below(11)) % 24;
    yield { day: dice.pick(days), hour, party, category, address: dice.pick(places), role: 'location' };
  }
}

/** The little filth that the fire brigade does hear of. */
export function* fireBrigadeFilth(scene: Scene, dice: Dice): Generator<Incident> {
  const places = addressesIn(scene.region, ['Componistenbuurt', 'Tuindorp', 'Zeilmakerij']);
  for (let k = 0; k < Math.round(PLANTED.fireBrigadeFilth * scene.span); k++)
    yield {
      ...scene.moment('filth_neglect', dice),
      party: 'fire_brigade',
      category: 'filth_neglect',
      address: dice.pick(places),
      role: 'location',
    };
}
