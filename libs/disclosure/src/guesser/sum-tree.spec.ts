import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { massAt } from './distribution.js';
import { sureOf } from './guess-tree.js';
import { beliefsOf, type SumNode } from './sum-tree.js';

const MOST = 4;
const weights = (length: number) => fc.array(fc.integer({ min: 1, max: 9 }), { minLength: length, maxLength: length });

/** A number from 0 to 4 without parts, of which any of these values is as likely as its weight. */
const leaf = weights(MOST + 1).map((prior): SumNode => ({
  said: { low: 0, high: Infinity, likelihood: () => 1 },
  prior,
  parts: [],
  isSought: true,
}));

/** A total of such, or of totals of such, with what is said of it: anything from `low` on, each value as likely as its weight. */
const total = (part: fc.Arbitrary<SumNode>, most: number) =>
  fc
    .tuple(fc.array(part, { minLength: 1, maxLength: 3 }), fc.nat(2), weights(most + 1), fc.boolean())
    .map(([parts, low, likely, isSought]): SumNode => ({
      said: { low, high: most, likelihood: (count) => (count < low ? 0 : likely[count]!) },
      parts,
      isSought,
    }));
const wijk = total(leaf, 3 * MOST);
const town = total(fc.oneof(leaf, wijk), 9 * MOST);

const leavesIn = (node: SumNode): SumNode[] => (node.parts.length === 0 ? [node] : node.parts.flatMap(leavesIn));
const nodesIn = (node: SumNode): SumNode[] => [node, ...node.parts.flatMap(nodesIn)];

/** The posterior of every number by going through all that may be the case. */
function enumerated(root: SumNode): Map<SumNode, number[]> {
  const leaves = leavesIn(root);
  const found = new Map(nodesIn(root).map((node) => [node, [] as number[]]));
  const values = new Map<SumNode, number>();
  const valueOf = (node: SumNode): number =>
    node.parts.length === 0 ? values.get(node)! : node.parts.reduce((sum, part) => sum + valueOf(part), 0);
  for (let world = 0; world < (MOST + 1) ** leaves.length; world++) {
    leaves.forEach((one, i) => values.set(one, Math.floor(world / (MOST + 1) ** i) % (MOST + 1)));
    let weight = 1;
    for (const node of found.keys())
      weight *= node.parts.length === 0 ? node.prior![valueOf(node)]! : node.said.likelihood(valueOf(node));
    if (weight > 0) for (const [node, of] of found) of[valueOf(node)] = (of[valueOf(node)] ?? 0) + weight;
  }
  return found;
}

describe('a tree of sums', () => {
  it('gives the posteriors that going through everything gives', () => {
    fc.assert(
      fc.property(town, (root) => {
        fc.pre(leavesIn(root).length <= 6);
        const all = enumerated(root);
        const beliefs = beliefsOf(root);
        const whole = all.get(root)!.reduce((sum, one) => sum + one, 0);
        fc.pre(whole > 0);
        for (const node of nodesIn(root).filter(({ isSought }) => isSought)) {
          const belief = beliefs.get(node)!;
          for (let count = 0; count <= 9 * MOST; count++)
            expect(massAt(belief, count)).toBeCloseTo((all.get(node)![count] ?? 0) / whole, 10);
        }
      }),
      { numRuns: 60, seed: 5 },
    );
  });

  it('is sure over two steps of what no single total tells', () => {
    const said = (low: number, high: number) => ({ low, high, likelihood: () => 1 });
    const hidden = (parts: SumNode[] = []): SumNode => ({
      said: said(1, Infinity),
      prior: [0, 5, 3, 2],
      parts,
      isSought: true,
    });
    const shown = (low: number, high: number, parts: SumNode[]): SumNode => ({
      said: said(low, high),
      parts,
      isSought: false,
    });
    // Four quarters without a number, of which one has three months that each hold something, and a year of at most six.
    const months = [hidden(), hidden(), hidden()];
    const quarters = [hidden(months), hidden(), hidden(), hidden()];
    const known = sureOf(shown(4, 6, quarters));
    expect([...months, ...quarters].map((node) => known.get(node))).toEqual([1, 1, 1, 3, 1, 1, 1]);
    expect(
      sureOf(
        shown(
          4,
          6,
          quarters.map(() => hidden()),
        ),
      ),
    ).toEqual(new Map());
  });

  it('reads what lies in a total apart from it, where the two contradict each other', () => {
    const exactly = (count: number, parts: SumNode[] = []): SumNode => ({ said: { low: count, high: count, likelihood: () => 1 }, parts, isSought: false }); // prettier-ignore
    const hidden = (): SumNode => ({ said: { low: 1, high: Infinity, likelihood: () => 1 }, prior: [0, 1, 1, 1, 1], parts: [], isSought: true }); // prettier-ignore
    const parts = [hidden(), hidden()];
    const contradicted = exactly(3, [exactly(9, parts), exactly(1)]);
    // Nine cannot lie in three; nor can two numbers of at most four be nine. What is left tells nothing.
    expect(sureOf(contradicted)).toEqual(new Map());
    const two = [hidden(), hidden()];
    expect([...sureOf(exactly(1, [exactly(2, two)])).entries()]).toEqual(two.map((node) => [node, 1]));
    // Nor is anything known of a number without a bound, or of one that holds what such lines never hold.
    const endless: SumNode = { said: { low: 0, high: Infinity, likelihood: () => 1 }, parts: [], isSought: true };
    const never = { ...hidden(), prior: [1] };
    expect(sureOf({ ...endless, parts: [never, exactly(1), exactly(2, [hidden(), hidden()])] }).size).toBe(2);
  });
});
