const CHANCE = 1 / 11;

/** The chance that of `numbers` random ones at least `passing` pass: below 0.1 % they are BSNs and no accident. */
export function chanceOfPassing(passing: number, numbers: number): number {
  if (passing === 0) return 1;
  if (numbers > 1_000) return passing / numbers > 0.15 ? 0 : 1;
  let chance = (1 - CHANCE) ** numbers;
  let below = 0;
  for (let k = 0; k < passing; k += 1) {
    below += chance;
    chance *= ((numbers - k) / (k + 1)) * (CHANCE / (1 - CHANCE));
  }
  return Math.max(0, 1 - below);
}
