import type { DemoArea, DemoRegion } from './region.js';

/** Year of the demo's public figures: the one before its last. */
export const DEMO_INDICATOR_YEAR = 2024;

/**
 * Public figures of the invented municipality in the layout of `datalab indicators import`, counted from its own address list and population: nothing is
 * drawn, so equal regions give equal files. Shares are per cents; a buurt without dwellings has no share.
 */
export function indicatorsFile({ municipality, wijken, buurten, addresses }: DemoRegion): string {
  const lines = [municipality, ...wijken, ...buurten].map(({ code, level, population, households }) => {
    const within = addresses.filter(({ buurt }) => liesIn(buurten[buurt]!, code, municipality.code));
    const dwellings = within.filter(({ kind }) => kind === 'dwelling');
    const share = (part: number, of: number) => (of === 0 ? '.' : ((100 * part) / of).toFixed(1));
    const size = households === 0 ? '.' : (population / households).toFixed(2);
    const corporation = share(dwellings.filter((address) => address.corporation).length, dwellings.length);
    const nearCare = share(within.filter((address) => address.nearCare).length, within.length);
    return [code, level, population, households, size, corporation, nearCare].join(',');
  });
  return ['area_code,soort_regio,a_inw,a_hh,g_hhgro,p_wcorpw,p_bij_zorg', ...lines, ''].join('\n');
}

/** A buurt is itself, or lies in its wijk, or in the municipality. */
const liesIn = (buurt: DemoArea, code: string, municipality: string): boolean =>
  code === buurt.code || code === buurt.parentCode || code === municipality;
