/** Deviance of a negative-binomial fit at fixed θ: 2 Σ (y log(y / mu) − (y + θ) log((y + θ) / (mu + θ))). θ may be Infinity. */
export function negativeBinomialDeviance(y: Float64Array, mu: Float64Array, theta: number): number {
  let sum = 0;
  for (let i = 0; i < y.length; i++) {
    const own = y[i]! === 0 ? 0 : y[i]! * Math.log(y[i]! / mu[i]!);
    const difference = y[i]! - mu[i]!;
    sum += own - (theta === Infinity ? difference : (y[i]! + theta) * Math.log1p(difference / (mu[i]! + theta)));
  }
  return 2 * sum;
}
