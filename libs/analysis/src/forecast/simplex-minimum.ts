/** The lowest point found, with the value there. */
export interface Minimum {
  readonly at: Float64Array;
  readonly value: number;
}

interface Vertex {
  at: Float64Array;
  value: number;
}

/**
 * Nelder–Mead from `start` with edges of length `size`: for smooth functions of a few variables whose derivatives are a nuisance.
 * `f` answers Infinity outside its domain. Stops when values and edges agree to 1e-11, or after `maximum` evaluations.
 */
export function simplexMinimum(
  f: (x: Float64Array) => number,
  start: Float64Array,
  size: number,
  maximum = 2000,
): Minimum {
  const p = start.length;
  let evaluations = 0;
  const vertex = (at: Float64Array): Vertex => {
    evaluations++;
    return { at, value: f(at) };
  };
  const vertices = [vertex(Float64Array.from(start))];
  for (let j = 0; j < p; j++) vertices.push(vertex(start.map((x, i) => (i === j ? x + size : x))));
  const byValue = (a: Vertex, b: Vertex) => (a.value === b.value ? 0 : a.value - b.value);
  while (evaluations < maximum) {
    vertices.sort(byValue);
    const best = vertices[0]!;
    const worst = vertices[p]!;
    const edge = worst.at.reduce((most, x, i) => Math.max(most, Math.abs(x - best.at[i]!)), 0);
    if (worst.value - best.value <= 1e-11 * (Math.abs(best.value) + 1e-11) && edge < 1e-6) break;
    const centre = best.at.map((_, i) => vertices.slice(0, p).reduce((sum, v) => sum + v.at[i]!, 0) / p);
    const along = (step: number) => vertex(centre.map((c, i) => c + step * (worst.at[i]! - c)));
    const mirrored = along(-1);
    if (mirrored.value < best.value) {
      const further = along(-2);
      vertices[p] = further.value < mirrored.value ? further : mirrored;
    } else if (mirrored.value < vertices[p - 1]!.value) {
      vertices[p] = mirrored;
    } else {
      const inward = mirrored.value < worst.value ? along(-0.5) : along(0.5);
      if (inward.value < Math.min(worst.value, mirrored.value)) vertices[p] = inward;
      else for (let k = 1; k <= p; k++) vertices[k] = vertex(vertices[k]!.at.map((x, i) => (x + best.at[i]!) / 2));
    }
  }
  vertices.sort(byValue);
  return vertices[0]!;
}
