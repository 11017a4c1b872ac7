import { describe, expect, it } from '@jest/globals';
import { demoRegion, DEMO_SEED } from './demo-region.js';
import { indicatorsFile } from './indicators-file.js';

describe('the public figures of the demo', () => {
  const region = demoRegion(DEMO_SEED);
  const [header, ...lines] = indicatorsFile(region).trim().split('\n');

  it('tell of every area, once', () => {
    expect(header).toBe('area_code,soort_regio,a_inw,a_hh,g_hhgro,p_wcorpw,p_bij_zorg');
    const codes = lines.map((line) => line.split(',')[0]);
    const all = [region.municipality, ...region.wijken, ...region.buurten].map(({ code }) => code);
    expect(codes).toEqual(all);
  });

  it('count the same dwellings in a wijk as in its buurten', () => {
    const corporation = region.addresses.filter(({ kind, corporation: is }) => kind === 'dwelling' && is).length;
    const dwellings = region.addresses.filter(({ kind }) => kind === 'dwelling').length;
    const share = Number(lines[0]!.split(',')[5]);
    expect(share).toBeCloseTo((100 * corporation) / dwellings, 0);
  });
});
