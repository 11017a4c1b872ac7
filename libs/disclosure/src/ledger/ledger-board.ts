import { bug } from '@datalab/domain';
import { rowsFor, type LedgerLine, type Onlooker, type SumRow } from './ledger-line.js';
import type { ReleaseAudit } from './release-audit.js';
import { SumIndex } from './sum-index.js';
import { TableState, type KnownSums } from './table-state.js';
import { whatIsNew } from './what-is-new.js';

/** Everything released so far, and after the release, as somebody sees it. */
export type Moment = 'before' | 'after';

/**
 * The lines of one audit as everybody who looks shares them. Built once and asked many times, while lines of the release
 * are taken out of it one after the other: to build it anew for each of them was most of the time of an audit. Throws `Bug`
 * where the truth lies outside what is known of a line: then the interval is wrong, and the audit worthless.
 */
export class LedgerBoard {
  /** Earlier lines first, then those of the release that say anything new. */
  readonly lines: readonly LedgerLine[];
  readonly firstNew: number;
  readonly index: SumIndex;
  private readonly isOut: Uint8Array;
  private readonly known: KnownSums;
  private readonly tables = new Map<string, { state: TableState; follows: boolean }>();
  /** How many lines are left that hold each group, of all and of those for everybody. */
  private readonly held: { all: Int32Array; public: Int32Array };

  constructor(readonly audit: ReleaseAudit) {
    const { earlier, release, truth } = audit;
    this.lines = [...earlier, ...whatIsNew(earlier, release)];
    this.firstNew = earlier.length;
    this.index = new SumIndex(truth.length, this.lines);
    this.isOut = new Uint8Array(this.lines.length);
    this.known = {
      index: this.index,
      lows: Float64Array.from(this.lines, ({ known }) => known.low),
      highs: Float64Array.from(this.lines, ({ known }) => known.high),
    };
    this.held = { all: new Int32Array(truth.length), public: new Int32Array(truth.length) };
    this.lines.forEach(({ known, tier }, line) => {
      let sum = 0;
      for (const group of this.index.membersOf(line)) {
        sum += truth[group]!;
        this.held.all[group]! += 1;
        if (tier === 'public') this.held.public[group]! += 1;
      }
      if (sum < known.low || sum > known.high) throw bug('a released line does not hold what it is about');
    });
  }

  /** Whether anything of the release that is new is left. */
  get saysAnything(): boolean {
    return this.isOut.subarray(this.firstNew).includes(0);
  }

  isLeft(line: number): boolean {
    return this.isOut[line] === 0;
  }

  sees({ kind }: Onlooker, line: number): boolean {
    return this.isLeft(line) && (kind === 'participant' || this.lines[line]!.tier === 'public');
  }

  /** Whether any line that is left and that this onlooker sees holds the group. */
  isHeld(group: number, { kind }: Onlooker): boolean {
    return this.held[kind === 'participant' ? 'all' : 'public'][group]! > 0;
  }

  /** Takes lines of the release out; nobody knows anything of them any more. */
  takeOut(ids: ReadonlySet<string>): void {
    for (let line = this.firstNew; line < this.lines.length; line++) {
      const { id, tier } = this.lines[line]!;
      if (this.isOut[line] === 1 || !ids.has(id)) continue;
      this.isOut[line] = 1;
      for (const { state, follows } of this.tables.values()) if (follows) state.silence(line);
      for (const group of this.index.membersOf(line)) {
        this.held.all[group]! -= 1;
        if (tier === 'public') this.held.public[group]! -= 1;
      }
    }
  }

  /** The table as an onlooker sees it, its own base groups taken out. */
  tableOf(onlooker: Onlooker, moment: Moment): TableState {
    const own = onlooker.kind === 'participant' ? onlooker.organisation : null;
    const { owner } = this.audit;
    const hasOwn = own !== null && owner.includes(own);
    const isIn = hasOwn ? Uint8Array.from(owner, (name) => (name === own ? 0 : 1)) : undefined;
    return this.table(`${onlooker.kind} ${hasOwn ? own : ''} ${moment}`, onlooker, moment, isIn);
  }

  /** The table of one owner's base groups, for somebody who knows everything of all the others. */
  tableOfOwner(name: string, onlooker: Onlooker): TableState {
    const isIn = Uint8Array.from(this.audit.owner, (other) => (other === name ? 1 : 0));
    return this.table(`owner ${onlooker.kind} ${name}`, onlooker, 'after', isIn);
  }

  /** As rows, for the solver. */
  rowsOf(onlooker: Onlooker, moment: Moment): SumRow[] {
    const { truth, owner } = this.audit;
    const end = moment === 'before' ? this.firstNew : this.lines.length;
    const seen = this.lines.filter((_line, i) => i < end && this.isLeft(i));
    return rowsFor(onlooker, seen, truth, owner);
  }

  private table(name: string, onlooker: Onlooker, moment: Moment, isIn: Uint8Array | undefined): TableState {
    let table = this.tables.get(name);
    if (table === undefined) {
      const state = new TableState(this.audit.truth, this.known, isIn);
      for (let line = 0; line < this.lines.length; line++)
        if (!this.sees(onlooker, line) || (moment === 'before' && line >= this.firstNew)) state.silence(line);
      table = { state, follows: moment === 'after' };
      this.tables.set(name, table);
    }
    return table.state;
  }
}
