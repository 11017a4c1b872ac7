/** Rule 11. What everybody sees of overlap and concentration: the band a number lies in, never the number. */
export const PUBLIC_BANDS = [
  { from: 5, to: 9, label: '5–9' },
  { from: 10, to: 19, label: '10–19' },
  { from: 20, to: 49, label: '20–49' },
  { from: 50, to: null, label: '50+' },
] as const;
export type PublicBand = (typeof PUBLIC_BANDS)[number]['label'];

/**
 * The band of a number that passed the gate, or null under the lowest band. The first band can only occur where the
 * number counts something else than reports or households, which have a public floor of 10.
 */
export function publicBand(count: number): PublicBand | null {
  return PUBLIC_BANDS.findLast((band) => count >= band.from)?.label ?? null;
}

/**
 * A share (0 … 1) to the nearest 5 %, but never 0 % or 100 % of what is neither: those two are facts about each one.
 */
export function publicShare(share: number): number {
  if (share <= 0 || share >= 1) return Math.min(1, Math.max(0, share));
  return Math.min(95, Math.max(5, Math.round(share * 20) * 5)) / 100;
}
