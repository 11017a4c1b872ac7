import { neighboursFromLinks, type Hhh4Data, type Neighbours } from '@datalab/analysis';
import { columnOf, readNumbers } from './anchor-data.js';

/** Rates of 14,000 areas with their neighbours. */
export async function readAreas(): Promise<{ rate: Float64Array; neighbours: Neighbours }> {
  const areas = await readNumbers('areas14k.csv');
  const links = await readNumbers('areas14k_neighbours.csv');
  const [from, to] = ['from', 'to'].map((name) => columnOf(links, name).map((id) => id - 1));
  const rate = columnOf(areas, 'rate');
  return { rate, neighbours: neighboursFromLinks(rate.length, from!, to!) };
}

/** Cases in the first `areas` areas: in all, or per week of a year. */
export async function readScan(weekly: boolean, areas: number) {
  const table = await readNumbers('scan1000.csv');
  const first = (name: string) => columnOf(table, name).slice(0, areas);
  const periods = weekly ? 52 : 1;
  let cases: ArrayLike<number> = first('cases');
  if (weekly) {
    const rows = await readNumbers('scan1000_weekly.csv');
    const [id, t, count] = ['id', 't', 'count'].map((name) => columnOf(rows, name)) as [
      Float64Array,
      Float64Array,
      Float64Array,
    ];
    const filled = new Int32Array(areas * periods);
    id.forEach((area, k) => {
      if (area <= areas) filled[(area - 1) * periods + t[k]! - 1] = count[k]!;
    });
    cases = filled;
  }
  return { x: first('x'), y: first('y'), population: first('population'), cases, periods };
}

/** Weekly counts of 100 areas over ten years. */
export async function readEpidemic(): Promise<Hhh4Data> {
  const counts = Array.from((await readNumbers('hhh4_counts.csv')).values()).slice(1);
  const near = Array.from((await readNumbers('hhh4_neighbours.csv')).values());
  const fraction = columnOf(await readNumbers('hhh4_population.csv'), 'population_fraction');
  const weeks = counts[0]!.length;
  return {
    counts: Array.from({ length: weeks }, (_, t) => Float64Array.from(counts, (area) => area[t]!)),
    population: Array.from({ length: weeks }, () => fraction),
    // Neighbours of a neighbour are not used by this model: any order above 1 stands for "no neighbour".
    orders: near.map((column, i) => column.map((isNear, j) => (i === j ? 0 : isNear === 1 ? 1 : 2))),
  };
}
