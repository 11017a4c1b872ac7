import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';
import type { LoadTotals } from '@datalab/data';
import { boundsOf, grainOf, type CoveredRange, type DatasetKind, type Grain } from '@datalab/domain';
import {
  CanonicalScreener,
  canonicalValidator,
  IssueSummary,
  MAX_LINE_LENGTH,
  unanswered,
  type AnsweredFinding,
  type CanonicalCount,
  type CanonicalRow,
  type Finding,
  type KnownAreas,
} from '@datalab/intake';
import { isCovered } from './coverage.js';
import { LoadKeys, type KeyFault, type StoredKeys } from './keys/sealed-keys.js';
import { noTotals, placed } from './placed.js';
import { countLine, provisionUseLine, reportLine } from './row-encoding.js';

export interface LoadFile {
  path: string;
  kind: DatasetKind;
  covers: readonly CoveredRange[];
  areas: KnownAreas;
  /** How the dataset's earlier loads count, where it holds counts: its level, and one of its periods. */
  countedSoFar?: { level: string; period: string };
  /** Last day that is not in the future. */
  today: string;
  /** Findings of the screening that the steward answered, by canonical field. */
  answered: readonly AnsweredFinding[];
}

const NOT_COVERED = {
  code: 'coverage.outside',
  message: 'De datum valt buiten de periode waarvoor deze levering geldt.',
};
const KEY_MISSING = {
  code: 'key.missing',
  message: 'Zonder adressleutel kan dit gebruik niet worden meegeteld.',
};
const MIXED_LEVELS = {
  code: 'area.mixed-levels',
  message: 'De aantallen staan op een ander gebiedsniveau dan de andere van deze gegevensset; lever één niveau.',
};
const MIXED_GRAINS = {
  code: 'period.mixed-grains',
  message: 'De aantallen gaan over een andere lengte van periode dan de andere van deze gegevensset; lever één lengte.',
};

/**
 * Reads an uploaded load once: every line is validated and screened again (the platform does not trust the client that made it), counted and given on
 * as a COPY line. Lines of a load with issues are still counted, so that the steward hears of all of them at once. Keys come sealed in lines of
 * their own and are given on encrypted. Memory does not grow with the file.
 */
export class LoadReader {
  readonly issues = new IssueSummary();
  readonly totals: LoadTotals = noTotals();
  private readonly hash = createHash('sha256');
  private readonly screener: CanonicalScreener;
  private level: string | undefined;
  private grain: Grain | undefined;

  constructor(
    private readonly file: LoadFile,
    private readonly keys: LoadKeys,
  ) {
    this.screener = new CanonicalScreener(file.kind);
    this.level = file.countedSoFar?.level;
    this.grain = file.countedSoFar && grainOf(file.countedSoFar.period);
  }

  get kind(): DatasetKind {
    return this.file.kind;
  }

  /** SHA-256 of what was read; asked for after the last line. */
  get sha256(): string {
    return this.hash.copy().digest('hex');
  }

  /** Personal data in what was read that the steward did not answer for; asked for after the last line. */
  findings(): Finding[] {
    return unanswered(this.screener.findings(), this.file.answered);
  }

  /** COPY lines, in pieces of a few thousand rows. `onProgress` hears how many rows were read after each piece. */
  async *copyLines(onProgress: (rows: number) => Promise<void>): AsyncGenerator<string> {
    const validate = canonicalValidator(this.file.kind, this.file.areas, this.file.today);
    for await (const lines of this.pieces()) {
      let piece = '';
      for (const line of lines) {
        if (LoadKeys.isSealed(line)) {
          this.keyFault(this.keys.take(line));
          continue;
        }
        this.totals.rows += 1;
        const stored = this.keys.next();
        const { ok, issues } = validate(line, this.totals.rows);
        if (ok === undefined) issues!.forEach((issue) => this.issues.add(issue));
        else piece += this.accept(ok, stored);
      }
      await onProgress(this.totals.rows);
      if (piece !== '') yield piece;
    }
    this.keyFault(this.keys.end());
  }

  private keyFault(fault: KeyFault | undefined): void {
    if (fault !== undefined) this.fault(fault.column, fault);
  }

  private accept(row: CanonicalRow, keys: StoredKeys): string {
    this.screener.add(row, this.totals.rows);
    placed(this.totals, row);
    if ('period' in row) {
      this.checkCount(row);
      return countLine(row);
    }
    if ('month' in row) {
      const { from, to } = boundsOf(row.month);
      if (!isCovered(this.file.covers, from, to)) this.fault('month', NOT_COVERED);
      if (keys.household_key === undefined) this.fault('household_key', KEY_MISSING);
      return provisionUseLine(row, keys);
    }
    if (!isCovered(this.file.covers, row.occurred_on, row.occurred_on)) this.fault('occurred_on', NOT_COVERED);
    return reportLine(row, keys);
  }

  /** Counts of one dataset are of one level and one length of period: otherwise adding them up would count twice, or show false zeros. */
  private checkCount(row: CanonicalCount): void {
    const { from, to } = boundsOf(row.period);
    if (!isCovered(this.file.covers, from, to)) this.fault('period', NOT_COVERED);
    const grain = grainOf(row.period);
    this.grain ??= grain;
    if (grain !== this.grain) this.fault('period', MIXED_GRAINS);
    const level = row.area_code === undefined ? undefined : this.file.areas.areaCodes.get(row.area_code);
    if (level === undefined) return;
    this.level ??= level;
    if (level !== this.level) this.fault('area_code', MIXED_LEVELS);
  }

  private fault(column: string, { code, message }: { code: string; message: string }): void {
    this.issues.add({ row: this.totals.rows, column, code, message });
  }

  /** The lines of the file, a chunk at a time. A line without end is cut where the validator refuses it, so it cannot fill the memory. */
  private async *pieces(): AsyncGenerator<string[]> {
    const decoder = new StringDecoder('utf8');
    let rest = '';
    for await (const chunk of createReadStream(this.file.path, { highWaterMark: 1 << 19 })) {
      this.hash.update(chunk as Buffer);
      const lines = (rest + decoder.write(chunk as Buffer)).split('\n');
      rest = lines.pop()!;
      const longest = LoadKeys.longestLine(rest, MAX_LINE_LENGTH);
      if (rest.length > 2 * longest) rest = rest.slice(0, longest + 1);
      yield lines;
    }
    rest += decoder.end();
    if (rest !== '') yield [rest];
  }
}
