import type { CountPanel } from './count-panel.js';

// Taken out of Number once: the look-up is slow where code runs in a sandbox, and this runs for every count.
const isGap = Number.isNaN;

/** So many years of history weigh as much as the assumption that there is no season. */
const YEARS_OF_NO_SEASON = 4;
/** A level that hardly differs from none, so that a quiet period has a logarithm. */
const SMALL_LEVEL = 0.01;
/** So many counts weigh as much as the assumption that an area has the season of all. */
const COUNTS_OF_COMMON_SEASON = 40;

/** Mean over a window of one season around u, as far as the history reaches; NaN when it is shorter than a season. */
function localMeans(values: Float64Array, length: number, season: number): Float64Array {
  const means = new Float64Array(length).fill(Number.NaN);
  if (length < season) return means;
  const sums = new Float64Array(length + 1);
  const present = new Float64Array(length + 1);
  for (let u = 0; u < length; u++) {
    const missing = isGap(values[u]!);
    sums[u + 1] = sums[u]! + (missing ? 0 : values[u]!);
    present[u + 1] = present[u]! + (missing ? 0 : 1);
  }
  for (let u = 0; u < length; u++) {
    const from = Math.max(0, Math.min(u - (season >> 1), length - season));
    const n = present[from + season]! - present[from]!;
    if (n > 0) means[u] = (sums[from + season]! - sums[from]!) / n;
  }
  return means;
}

/**
 * Level of all areas together in each of the first `length` periods: what was counted over what the areas that delivered count on
 * average, so that an area with a gap does not look like a quiet month. NaN where nobody delivered.
 */
export function commonLevels({ counts }: CountPanel, length: number): Float64Array {
  const seen = new Float64Array(length);
  const usual = new Float64Array(length);
  for (const row of counts) {
    let sum = 0;
    let n = 0;
    for (let u = 0; u < length; u++) {
      if (isGap(row[u]!)) continue;
      sum += row[u]!;
      n++;
    }
    for (let u = 0; u < length; u++) {
      if (isGap(row[u]!)) continue;
      seen[u]! += row[u]!;
      usual[u]! += sum / n;
    }
  }
  return seen.map((value, u) => (usual[u]! > 0 ? value / usual[u]! : Number.NaN));
}

/**
 * Factors of the seasons, about 1 on average, from the common levels: mean log ratio to the level around, drawn towards none by short
 * history. All 1 while there is no whole season.
 */
export function pooledSeason(levels: Float64Array, season: number): Float64Array {
  const sums = new Float64Array(season);
  const years = new Float64Array(season);
  const around = localMeans(levels, levels.length, season);
  levels.forEach((level, u) => {
    if (season === 1 || !(around[u]! > 0) || isGap(level)) return;
    sums[u % season]! += Math.log((level + SMALL_LEVEL) / (around[u]! + SMALL_LEVEL));
    years[u % season]! += 1;
  });
  const means = sums.map((sum, place) => (years[place]! > 0 ? sum / years[place]! : 0));
  const centre = means.reduce((sum, value) => sum + value, 0) / season;
  return means.map((mean, p) => Math.exp(((mean - centre) * years[p]!) / (years[p]! + YEARS_OF_NO_SEASON)));
}

/** The factors of one area: its own, drawn towards those of all by few counts and by few years. */
export function ownSeason(row: Float64Array, length: number, pooled: Float64Array): Float64Array {
  const season = pooled.length;
  const around = localMeans(row, length, season);
  const seen = new Float64Array(season);
  const expected = new Float64Array(season);
  const years = new Float64Array(season);
  for (let u = 0; u < length; u++) {
    if (isGap(around[u]!) || isGap(row[u]!)) continue;
    seen[u % season]! += row[u]!;
    expected[u % season]! += around[u]! * pooled[u % season]!;
    years[u % season]! += 1;
  }
  return pooled.map((factor, p) => {
    const ratio = (seen[p]! + COUNTS_OF_COMMON_SEASON) / (expected[p]! + COUNTS_OF_COMMON_SEASON);
    return factor * ratio ** (years[p]! / (years[p]! + YEARS_OF_NO_SEASON));
  });
}
