import { distribution, massAt, sumOf, type Distribution } from './distribution.js';
import type { Said } from './said.js';

/** A number that is the sum of its parts, as a reader knows it. Without parts it stands for itself. */
export interface SumNode {
  /** What its own line says. */
  said: Said;
  /**
   * How often lines like this one hold 0, 1, 2 … reports; absent where each number that is possible is as likely. With parts it is read by
   * `heldAlone` only: then they say how likely each number is.
   */
  prior?: readonly number[];
  parts: readonly SumNode[];
  /** Whether its posterior is asked for. */
  isSought: boolean;
}

/** What is held of a number by its own line and all that lies in it. */
interface Gathered {
  node: SumNode;
  inside: Distribution;
  seeks: boolean;
  parts?: Pair;
}

/** Parts summed two by two: the wide sums at the top are then few, where adding one part after another makes every sum wide. */
interface Pair {
  sum: Distribution;
  seeks: boolean;
  of: Gathered | readonly [Pair, Pair];
}

/**
 * What everything that is said in a tree of sums together tells of each number that is sought: its posterior, exactly (sum–product on a tree;
 * Pearl, Probabilistic reasoning in intelligent systems, 1988, ch. 4). A number without parts, prior and upper bound must lie in a total that
 * has a bound. Lines that contradict each other, as one that is kept from long ago may: what lies in such a total is read apart from it.
 */
export function beliefsOf(root: SumNode): Map<SumNode, Distribution> {
  const beliefs = new Map<SumNode, Distribution>();
  const apart = [root];
  for (let node = apart.pop(); node !== undefined; node = apart.pop()) {
    const whole = gather(node, Infinity, apart);
    if (whole === undefined) continue;
    const { from, mass } = whole.inside;
    tell(whole, { from, mass: new Float64Array(mass.length).fill(1) }, beliefs);
  }
  return beliefs;
}

/** What is held of a number by its own line: how often lines like it hold so many, or all that is possible up to `most`. */
export function heldAlone({ said, prior }: Pick<SumNode, 'said' | 'prior'>, most = Infinity): Distribution {
  const high = Math.min(said.high, most);
  return prior === undefined
    ? distribution(said.low, high, said.likelihood)
    : distribution(said.low, Math.min(high, prior.length - 1), (count) => said.likelihood(count) * prior[count]!);
}

/** Undefined where nothing is held of it: it has no bound, or nothing that its line allows occurs. */
function gather(node: SumNode, above: number, apart: SumNode[]): Gathered | undefined {
  const { said, parts, isSought } = node;
  const most = Math.min(said.high, above);
  if (parts.length === 0) return alone(node, most);
  const gathered = parts.map((part) => gather(part, most, apart));
  if (gathered.every((part) => part !== undefined)) {
    const pair = paired(gathered, most);
    const inside = distribution(pair.sum.from, pair.sum.from + pair.sum.mass.length - 1, (count) =>
      count < said.low || count > said.high ? 0 : massAt(pair.sum, count) * said.likelihood(count),
    );
    if (holdsSome(inside)) return { node, inside, seeks: isSought || pair.seeks, parts: pair };
  }
  // What lies over it may be what contradicts it. Of a number without parts nothing more can be told than it says itself.
  apart.push(...(most < said.high ? [node] : parts.filter((part) => part.parts.length > 0)));
  return alone({ ...node, isSought: false }, most);
}

function alone(node: SumNode, most: number): Gathered | undefined {
  if (node.prior === undefined && most === Infinity) return undefined;
  const inside = heldAlone(node, most);
  return holdsSome(inside) ? { node, inside, seeks: node.isSought } : undefined;
}

const holdsSome = ({ mass }: Distribution): boolean => mass.some((one) => one > 0);

function paired(parts: readonly Gathered[], most: number): Pair {
  let pairs: Pair[] = parts.map((of) => ({ sum: of.inside, seeks: of.seeks, of }));
  while (pairs.length > 1)
    pairs = Array.from({ length: Math.ceil(pairs.length / 2) }, (_pair, i) => {
      const [one, other] = [pairs[2 * i]!, pairs[2 * i + 1]];
      if (other === undefined) return one;
      return { sum: sumOf(one.sum, other.sum, most), seeks: one.seeks || other.seeks, of: [one, other] as const };
    });
  return pairs[0]!;
}

/** `outside`: how likely all that lies outside of it is, for every number that it may hold. */
function tell({ node, inside, seeks, parts }: Gathered, outside: Distribution, beliefs: Map<SumNode, Distribution>) {
  if (!seeks) return;
  if (node.isSought) beliefs.set(node, product(inside, outside));
  if (parts === undefined) return;
  const { low, high, likelihood } = node.said;
  const { from, mass } = parts.sum;
  const told = new Float64Array(mass.length);
  for (let i = Math.max(0, low - from); i < mass.length && from + i <= high; i++)
    if (mass[i]! > 0) told[i] = massAt(outside, from + i) * likelihood(from + i);
  pass(parts, { from, mass: told }, beliefs);
}

const product = (inside: Distribution, outside: Distribution): Distribution =>
  distribution(
    inside.from,
    inside.from + inside.mass.length - 1,
    (count) => massAt(inside, count) * massAt(outside, count),
  );

function pass({ of, seeks }: Pair, outside: Distribution, beliefs: Map<SumNode, Distribution>): void {
  if (!seeks) return;
  if ('inside' in of) return tell(of, outside, beliefs);
  const [one, other] = of;
  if (one.seeks) pass(one, besides(one.sum, other.sum, outside), beliefs);
  if (other.seeks) pass(other, besides(other.sum, one.sum, outside), beliefs);
}

/** How likely what lies outside of the sum of two is, for every number of the one: over all numbers of the other. Its largest is made 1. */
function besides(one: Distribution, other: Distribution, outside: Distribution): Distribution {
  const told = new Float64Array(one.mass.length);
  let largest = 0;
  for (let i = 0; i < told.length; i++) {
    if (one.mass[i] === 0) continue;
    const shift = one.from + i + other.from - outside.from;
    const end = Math.min(other.mass.length, outside.mass.length - shift);
    let sum = 0;
    for (let j = Math.max(0, -shift); j < end; j++) sum += other.mass[j]! * outside.mass[shift + j]!;
    told[i] = sum;
    if (sum > largest) largest = sum;
  }
  for (let i = 0; i < told.length; i++) told[i]! /= largest || 1;
  return { from: one.from, mass: told };
}
