import { ALL_CATEGORIES } from '@datalab/domain';
import { TREE_AXES, type TreeAxis } from '../guesser/axes.js';
import { sureOf } from '../guesser/guess-tree.js';
import type { SumNode } from '../guesser/sum-tree.js';
import { saidOf } from '../guesser/said.js';
import type { AttackResult } from './attack-record.js';
import { ALL_SOURCES, nameOf } from './exact-tables.js';
import { isHidden, isSilent, partsOf } from './families.js';
import { periodsOf } from './frame.js';
import type { PriorOf } from './hidden-priors.js';
import { lineRules, lineSaid } from './line-said.js';
import type { PublishedLine, PublishedTables } from './published-tables.js';

/**
 * The best guesser on whole trees: an area with everything that lies in it (one period, category and source), and all years with every shorter
 * period (one area, category and source). Recovered as in `guessFamilies`: at least 0.8 on the right number from all lines of the tree together,
 * where the line alone gave it less. What was not published is the sum of its parts all the same.
 */
export const treeAttacks = (tables: PublishedTables, priorOf: PriorOf): AttackResult[] =>
  TREE_AXES.map((axis) => new TreeAttack(tables, axis, priorOf).run());

class TreeAttack {
  private readonly parts = new Map<string, readonly PublishedLine[]>();

  constructor(
    private readonly tables: PublishedTables,
    private readonly axis: TreeAxis,
    private readonly priorOf: PriorOf,
  ) {}

  run(): AttackResult {
    const { frame } = this.tables;
    const result = { attack: `maximum likelihood over whole trees of ${this.axis}`, tried: 0, recovered: 0 };
    const [areas, periods] = [[...frame.level.keys()], periodsOf(frame)];
    const tops = { areas: frame.children.get('')!.flatMap((area) => periods.map((period) => ({ area, period }))), periods: areas.map((area) => ({ area, period: periods[0]! })) }; // prettier-ignore
    for (const place of tops[this.axis])
      for (const category of [ALL_CATEGORIES, ...frame.categories])
        for (const source of [ALL_SOURCES, ...frame.sources])
          for (const root of this.trees(this.tables.line({ ...place, category, source }))) {
            const lines = new Map<SumNode, PublishedLine>();
            const tree = this.nodeOf(root, lines);
            const sure = sureOf(tree);
            for (const [node, line] of lines) {
              if (!node.isSought) continue;
              result.tried += 1;
              if (sure.get(node) === line.exact.reports) result.recovered += 1;
            }
          }
    return result;
  }

  /** The totals that a tree can begin with, under this one or itself. */
  private *trees(line: PublishedLine): Generator<PublishedLine> {
    if (line.exact.reports === 0) return;
    if (!isSilent(line) && this.readParts(line).length > 0) yield line;
    else for (const part of this.inside(line)) yield* this.trees(part);
  }

  private nodeOf(line: PublishedLine, lines: Map<SumNode, PublishedLine>): SumNode {
    const said = saidOf(lineSaid(line), lineRules(this.tables));
    const parts = this.readParts(line).map((part) => this.nodeOf(part, lines));
    const node: SumNode = isHidden(line)
      ? { said, prior: this.priorOf(line), parts, isSought: true }
      : { said, parts, isSought: false };
    lines.set(node, line);
    return node;
  }

  /** The parts of a line, where all of them tell something; of a number with a part of which nothing is known little follows for the others. */
  private readParts(line: PublishedLine): readonly PublishedLine[] {
    if (line.exact.reports === 0) return [];
    const parts = this.inside(line);
    return parts.every((part) => !isSilent(part) || this.readParts(part).length > 0) ? parts : [];
  }

  private inside(line: PublishedLine): readonly PublishedLine[] {
    const name = nameOf(line);
    let parts = this.parts.get(name);
    if (parts === undefined) {
      parts = partsOf(line, this.axis, this.tables).map(this.tables.line);
      this.parts.set(name, parts);
    }
    return parts;
  }
}
