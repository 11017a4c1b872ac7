/** Part of the values still to be ordered, with the wanted positions (numbers of `wanted`) that may lie in it. */
interface Segment {
  i: number;
  j: number;
  first: number;
  last: number;
}

/** Segments up to this length are sorted outright. */
const SHORT = 10;

/** Quicksort partition of a[i…j] around the median of its ends and middle (Singleton 1969); positions from 1. */
function partition(a: Float64Array, i: number, j: number): { k: number; l: number } {
  const middle = Math.floor((i + j) / 2);
  const order = (p: number, q: number) => {
    if (a[p]! > a[q]!) [a[p], a[q]] = [a[q]!, a[p]!];
  };
  order(i, middle);
  if (a[j]! < a[middle]!) {
    order(middle, j);
    order(i, middle);
  }
  const pivot = a[middle]!;
  let k = i;
  let l = j;
  for (;;) {
    do l--;
    while (a[l]! > pivot);
    do k++;
    while (a[k]! < pivot);
    if (k > l) return { k, l };
    [a[l], a[k]] = [a[k]!, a[l]!];
  }
}

/** Splits a segment; the smaller part comes back to go on with, the other one waits with the positions that lie in it. */
function split(a: Float64Array, wanted: readonly number[], segment: Segment, waiting: Segment[]): Segment {
  const { i, j } = segment;
  const { k, l } = partition(a, i, j);
  let { first, last } = segment;
  if (l - i <= j - k) {
    while (first <= last && wanted[last]! > l) last--;
    waiting.push({ i: k, j, first: first <= last ? last + 1 : first, last: segment.last });
    return { i, j: l, first, last };
  }
  while (first <= last && wanted[first]! < k) first++;
  waiting.push({ i, j: l, first: segment.first, last: first <= last ? first - 1 : segment.last });
  return { i: k, j, first, last };
}

/**
 * Twice the median of the values as the partial sort of R's STL finds it. That sort orders only the segments that hold a wanted
 * position and expects those in ascending order, but STL asks for the two middle positions of an even number the other way round:
 * now and then the lower one stays unordered, and the robustness weights of a golden case depend on it. Exact for odd numbers.
 */
export function twiceMedianAsInStl(values: Float64Array): number {
  const n = values.length;
  const a = new Float64Array(n + 1);
  a.set(values, 1);
  const upper = Math.floor(n / 2) + 1;
  const wanted = [upper, n - upper + 1];
  const waiting: Segment[] = [{ i: 1, j: n, first: 0, last: 1 }];
  for (let segment = waiting.pop(); segment; segment = waiting.pop()) {
    while (segment.first <= segment.last) {
      const { i, j }: Segment = segment;
      if (i < j && (j - i > SHORT || i === 1)) {
        segment = split(a, wanted, segment, waiting);
        continue;
      }
      a.subarray(i, j + 1).sort();
      break;
    }
  }
  return a[wanted[0]!]! + a[wanted[1]!]!;
}
