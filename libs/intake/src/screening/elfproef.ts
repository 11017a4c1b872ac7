/**
 * The *elfproef* of a BSN: nine digits, Σ weight · digit with weights 9…2 and −1 divisible by eleven, not all zero. One in eleven
 * random numbers passes.
 */
export function passesElfproef(digits: string): boolean {
  if (!/^\d{9}$/.test(digits) || digits === '000000000') return false;
  let sum = -Number(digits[8]);
  for (let i = 0; i < 8; i += 1) sum += (9 - i) * Number(digits[i]);
  return sum % 11 === 0;
}

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
