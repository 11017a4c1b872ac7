/** ζ(k) − 1 for k = 2, 3, … (Taylor coefficients of log Γ around 2). */
const ZETA_MINUS_ONE = [
  0.6449340668482264, 0.2020569031595943, 0.08232323371113819, 0.03692775514336993, 0.01734306198444914,
  0.008349277381922827, 0.00407735619794434, 0.0020083928260822143, 0.0009945751278180853, 0.0004941886041194645,
  0.0002460865533080483, 0.00012271334757848915, 0.00006124813505870483, 0.00003058823630702049, 0.00001528225940865187,
  0.000007637197637899763, 0.00000381729326499984, 0.000001908212716553939, 9.539620338727962e-7, 4.769329867878064e-7,
  2.38450502727733e-7, 1.1921992596531106e-7, 5.960818905125948e-8, 2.980350351465228e-8, 1.4901554828365043e-8,
  7.45071178983543e-9, 3.725334024788457e-9, 1.862659723513049e-9, 9.313274324196682e-10, 4.656629065033784e-10,
  2.3283118336765053e-10, 1.164155017270052e-10, 5.820772087902701e-11, 2.9103850444971e-11, 1.4551921891041985e-11,
  7.275959835057482e-12, 3.637979547378651e-12, 1.818989650307066e-12,
];
const ONE_MINUS_EULER = 0.42278433509846713;
const HALF_LOG_TWO_PI = 0.9189385332046728;

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
