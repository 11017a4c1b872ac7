import { describe, expect, it } from '@jest/globals';
import { readRegion } from '@datalab/region';
import { diceOf } from '../chance/dice.js';
import type { Point, Ring } from '../geometry/point.js';
import { isClearOf, polygonHolds, ringArea } from '../geometry/polygon.js';
import { demoRegion } from './demo-region.js';
import { drawAreas } from './draw-areas.js';
import { regionFiles } from './region-files.js';
import { cellOf } from './settle-addresses.js';

const region = demoRegion(1);
const files = regionFiles(region);

interface Feature {
  properties: { code: string; name: string; parent: string | null; population: number; households: number };
  geometry: { type: 'Polygon'; coordinates: Point[][] };
}
const featuresOf = (path: string): Feature[] => (JSON.parse(files[path]!) as { features: Feature[] }).features;
const outerRings = (path: string): Ring[] => featuresOf(path).map((f) => f.geometry.coordinates[0]!);
const edgesOf = (rings: readonly Ring[]): string[] =>
  rings.flatMap((ring) => ring.slice(1).map((to, i) => `${ring[i]!.join(' ')}>${to.join(' ')}`));
const reversed = (edge: string): string => edge.split('>').reverse().join('>');

/** Border pieces that only one of the areas has, seen from inside: together the outline of all. */
function openEdges(path: string): string[] {
  const edges = new Set(edgesOf(featuresOf(path).flatMap((f) => f.geometry.coordinates)));
  return [...edges].filter((edge) => !edges.has(reversed(edge))).sort();
}

describe('demoRegion', () => {
  it('is the same for the same seed and another for another', () => {
    expect(regionFiles(demoRegion(1))).toEqual(files);
    expect(regionFiles(demoRegion(2))['buurt.geojson']).not.toEqual(files['buurt.geojson']);
  });

  it('has the size of a Dutch town', () => {
    expect(region.municipality.population).toBeGreaterThan(60_000);
    expect(region.municipality.population).toBeLessThan(80_000);
    expect(region.wijken).toHaveLength(8);
    expect(region.buurten).toHaveLength(49);
    const squareKm = ringArea(region.municipality.rings[0]!) / 1e6;
    expect(squareKm).toBeGreaterThan(30);
    expect(squareKm).toBeLessThan(50);
  });

  it('adds up over the levels', () => {
    for (const figure of ['population', 'households'] as const) {
      for (const wijk of region.wijken) {
        const members = region.buurten.filter((buurt) => buurt.parentCode === wijk.code);
        expect(members.reduce((sum, buurt) => sum + buurt[figure], 0)).toBe(wijk[figure]);
      }
      expect(region.wijken.reduce((sum, wijk) => sum + wijk[figure], 0)).toBe(region.municipality[figure]);
    }
  });

  it.each([2, 3, 4])('tiles without a hole or an overlap, on every level (seed %i)', (seed) => {
    const drawn = drawAreas(diceOf(seed, 'tiling'));
    const area = (rings: readonly Ring[]): number => rings.reduce((sum, ring) => sum + ringArea(ring), 0);
    const whole = area(drawn.outline);
    for (const level of [drawn.wijken, drawn.buurten.map((buurt) => buurt.rings)]) {
      const sum = level.reduce((total, rings) => total + area(rings), 0);
      expect(Math.abs(sum - whole)).toBeLessThan(0.01);
      for (const rings of level) {
        expect(rings).toHaveLength(1);
        expect(area(rings)).toBeGreaterThan(50_000);
      }
    }
  });

  it('shares every border point between neighbours and between levels', () => {
    for (const path of ['buurt.geojson', 'wijk.geojson']) {
      const edges = edgesOf(outerRings(path));
      expect(new Set(edges).size).toBe(edges.length);
    }
    const outline = edgesOf(outerRings('gemeente.geojson')).sort();
    expect(openEdges('buurt.geojson')).toEqual(outline);
    expect(openEdges('wijk.geojson')).toEqual(outline);
  });

  it('draws borders that never cross each other', () => {
    const once = new Map<string, [Point, Point]>();
    for (const ring of outerRings('buurt.geojson'))
      ring.slice(1).forEach((to, i) => once.set([ring[i]!.join(), to.join()].sort().join('>'), [ring[i]!, to]));
    expect(crossingsAmong([...once.values()])).toEqual([]);
  });

  it('lies in open water of the Netherlands and runs its rings counter-clockwise', () => {
    for (const ring of outerRings('buurt.geojson')) {
      expect(ring.at(-1)).toEqual(ring[0]);
      expect(ringArea(ring)).toBeGreaterThan(0);
      for (const [longitude, latitude] of ring) {
        expect(longitude).toBeGreaterThan(5.36);
        expect(longitude).toBeLessThan(5.54);
        expect(latitude).toBeGreaterThan(52.7);
        expect(latitude).toBeLessThan(52.82);
      }
    }
  });

  it('puts every address in its own buurt, clear of borders and water, and in its cell', () => {
    const wrong = region.addresses.filter(
      ({ point, buurt, cell }) =>
        !polygonHolds(region.buurten[buurt]!.rings, point) ||
        !isClearOf(region.buurten[buurt]!.rings, point, 2) ||
        region.water.some((ring) => polygonHolds([ring], point)) ||
        cellOf(point) !== cell,
    );
    expect(wrong).toEqual([]);
  });

  it('gives every address its own number, and every postcode one buurt', () => {
    const written = region.addresses.map((a) => [a.postcode, a.number, a.letter, a.addition].join('|'));
    expect(new Set(written).size).toBe(region.addresses.length);
    const places = new Set(region.addresses.map((a) => `${a.postcode} ${a.buurt}`));
    expect(places.size).toBe(files['postcodes.csv']!.trim().split('\n').length - 1);
    expect(region.addresses.every((a) => /^89\d\d[A-Z]{2}$/.test(a.postcode))).toBe(true);
  });

  it('has more dwellings than households in every buurt', () => {
    for (const [index, buurt] of region.buurten.entries())
      expect(region.addresses.filter((a) => a.buurt === index && a.kind === 'dwelling').length).toBeGreaterThanOrEqual(
        buurt.households,
      );
  });

  it('is imported as a region folder without a fault', () => {
    const { region: read, faults } = readRegion(new Map(Object.entries(files)));
    expect(faults).toEqual([]);
    expect(read!.areas).toHaveLength(1 + region.wijken.length + region.buurten.length);
    expect(read!.addresses).toHaveLength(region.addresses.length);
  });

  it('has names that occur once', () => {
    const names = [...region.buurten, ...region.wijken, region.municipality].map((area) => area.name);
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(region.streets.map((street) => street.name)).size).toBe(region.streets.length);
  });
});

/** Pairs of segments that properly cross; neighbours in a sorted sweep over x are enough to compare. */
function crossingsAmong(segments: readonly (readonly [Point, Point])[]): (readonly [Point, Point])[] {
  const side = (a: Point, b: Point, p: Point): number =>
    Math.sign((b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0]));
  const west = (s: readonly [Point, Point]): number => Math.min(s[0][0], s[1][0]);
  const east = (s: readonly [Point, Point]): number => Math.max(s[0][0], s[1][0]);
  const sorted = [...segments].sort((a, b) => west(a) - west(b));
  return sorted.filter(([a, b], i) => {
    for (let k = i + 1; k < sorted.length && west(sorted[k]!) <= east(sorted[i]!); k++) {
      const [c, d] = sorted[k]!;
      if (side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0) return true;
    }
    return false;
  });
}
