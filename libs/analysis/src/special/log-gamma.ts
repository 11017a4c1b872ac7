/** ζ(k) − 1 for k = 2, 3, … (Taylor coefficients of log Γ around 2). */
const ZETA_MINUS_ONE = [
  0.644934066848226436, 0.202056903159594285, 0.0823232337111381915, 0.0369277551433699263, 0.0173430619844491397,
  0.00834927738192282684, 0.00407735619794433938, 0.00200839282608221442, 0.000994575127818085337,
  0.000494188604119464559, 0.000246086553308048299, 0.000122713347578489147, 0.0000612481350587048293,
  0.0000305882363070204936, 0.0000152822594086518717, 7.63719763789976227e-6, 3.81729326499983986e-6,
  1.90821271655393893e-6, 9.53962033872796113e-7, 4.76932986787806463e-7, 2.3845050272773299e-7, 1.19219925965311073e-7,
  5.96081890512594796e-8, 2.98035035146522802e-8, 1.49015548283650412e-8, 7.45071178983542949e-9,
  3.72533402478845705e-9, 1.86265972351304901e-9, 9.31327432419668183e-10, 4.65662906503378407e-10,
  2.32831183367650549e-10, 1.16415501727005198e-10, 5.82077208790270089e-11, 2.91038504449709969e-11,
  1.45519218910419842e-11, 7.27595983505748101e-12, 3.63797954737865119e-12, 1.81898965030706595e-12,
];
const ONE_MINUS_EULER = 0.42278433509846713939;
const HALF_LOG_TWO_PI = 0.91893853320467274178;

/** log Γ(2 + z) for |z| ≤ ½, exact to the last bits also near its zero z = 0. */
function logGammaNearTwo(z: number): number {
  let power = -z;
  let sum = 0;
  for (let k = 2; k < 40; k++) {
    power *= -z;
    const term = (power * ZETA_MINUS_ONE[k - 2]!) / k;
    sum += term;
    if (Math.abs(term) < 1e-18 * Math.abs(sum)) break;
  }
  return z * ONE_MINUS_EULER + sum;
}

/** log Γ(1 + z) for z > −1, without loss for small z (log Γ(1 + z) ≈ −0.577 z). */
export function logGammaOnePlus(z: number): number {
  if (Math.abs(z) <= 0.5) return logGammaNearTwo(z) - Math.log1p(z);
  return logGamma(1 + z);
}

/**
 * What Stirling's formula leaves out: log Γ(n + 1) − (n + ½) log n + n − ½ log 2π, for n > 0 (about 1 / 12n).
 * Source: the asymptotic series in Abramowitz & Stegun 6.1.41, used from n = 16 on.
 */
export function stirlingError(n: number): number {
  if (n < 16) return logGammaOnePlus(n) - (n + 0.5) * Math.log(n) + n - HALF_LOG_TWO_PI;
  const r = 1 / (n * n);
  return (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - (1 / 1188 - (691 / 360360) * r) * r) * r) * r) * r) / n;
}

/**
 * Natural logarithm of Γ(x) for x > 0, relative error about 1e-15, also near the zeros at 1 and 2.
 * NaN outside the domain. Method: Taylor series around 2, recurrence up to 16, Stirling's series beyond.
 */
export function logGamma(x: number): number {
  if (!(x > 0)) return Number.NaN;
  if (x === Infinity) return Infinity;
  if (x < 0.5) return logGammaOnePlus(x) - Math.log(x);
  if (x <= 1.5) return logGammaNearTwo(x - 1) - Math.log1p(x - 1);
  if (x < 17) {
    let product = 1;
    let reduced = x;
    while (reduced > 2.5) {
      reduced -= 1;
      product *= reduced;
    }
    return logGammaNearTwo(reduced - 2) + Math.log(product);
  }
  const n = x - 1;
  return (n + 0.5) * Math.log(n) - n + HALF_LOG_TWO_PI + stirlingError(n);
}

/** log Γ(x + d) − log Γ(x) for x > 0, x + d > 0, without the loss of subtracting two large numbers when d is small. */
export function logGammaRatio(x: number, d: number): number {
  if (Math.abs(d) > 0.5 * x) return logGamma(x + d) - logGamma(x);
  let correction = 0;
  let base = x;
  while (base < 16) {
    correction -= Math.log1p(d / base);
    base += 1;
  }
  const top = base + d;
  // Stirling for both: (top − ½) log top − top − (base − ½) log base + base, written in terms of log1p(d / base).
  return (
    correction + (base - 0.5) * Math.log1p(d / base) + d * Math.log(top) - d + stirlingError(top) - stirlingError(base)
  );
}
