import { findSourceKey, keepSourceKey, type Transaction } from '@datalab/data';
import { DomainError } from '@datalab/domain';
import { isSealedLine, LONGEST_SEALED_LINE, parseSealedLine, type KeyColumn } from '@datalab/intake';
import { openColumn, type SealingKeyPair } from '@datalab/pseudonym';
import { ENCRYPTED_BYTES, encryptPseudonyms, PSEUDONYM_BYTES } from './aes-siv.js';
import type { SourceKeyFolder } from './source-key-folder.js';

/** What is wrong with the keys of a load. Never says which key, or of whom. */
export interface KeyFault {
  column: string;
  code: string;
  message: string;
}

/** The stored keys of one row: pseudonyms encrypted under the key of their source, in hexadecimal. */
export type StoredKeys = Partial<Record<KeyColumn, string>>;

const MALFORMED = 'De verzegelde sleutels in dit bestand zijn niet goed gevormd.';
const MISPLACED = 'Verzegelde sleutels staan niet bij hun rijen.';
const REFUSED =
  'Verzegelde sleutels gaan niet open: ze zijn veranderd, of niet voor deze gegevensset of dit platform verzegeld.';

/** Opens sealed keys for loads. Holds the private half of the sealing key and the way to the keys of the sources: the worker alone has one. */
export class KeyOpener {
  constructor(
    private readonly sealing: SealingKeyPair,
    private readonly sources: SourceKeyFolder,
  ) {}

  /**
   * The keys of one load. In the transaction in which the check begins, because the database remembers which key a source has: where the
   * folder lost it, later loads would quietly not match earlier ones, so then the keys are refused instead.
   */
  async forLoad(tx: Transaction, labId: string, datasetId: string): Promise<LoadKeys> {
    const known = await findSourceKey(tx, datasetId);
    const key =
      (await this.sources.find(datasetId)) ?? (known === undefined ? await this.sources.make(datasetId) : undefined);
    if (key !== undefined && known === undefined)
      await keepSourceKey(tx, { labId, datasetId, fingerprint: key.fingerprint });
    const isSame = key !== undefined && (known === undefined || known.fingerprint === key.fingerprint);
    return new LoadKeys(datasetId, this.sealing, isSame ? key.key : undefined);
  }
}

const SOURCE_KEY_GONE: Omit<KeyFault, 'column'> = {
  code: 'key.source-key-gone',
  message: 'De sleutel van deze gegevensset is vernietigd of zoek: sleutels kunnen niet meer worden opgeslagen.',
};

/**
 * Follows the sealed lines of one file: opens the part that they hold and gives each following row its keys, encrypted. Memory: one part.
 * Tells what is wrong; the caller decides. A fault leaves the rows of that part without keys, so that reading goes on and finds the rest.
 */
export class LoadKeys {
  private columns = new Map<KeyColumn, (string | undefined)[]>();
  private part = -1;
  private left = 0;
  private row = 0;

  constructor(
    private readonly datasetId: string,
    private readonly sealing: SealingKeyPair,
    private readonly sourceKey: Uint8Array | undefined,
  ) {}

  /** Whether a line holds keys instead of a row. */
  static isSealed(line: string): boolean {
    return isSealedLine(line);
  }

  /** How long a line may become before it is cut: one with keys is far longer than a row. */
  static longestLine(start: string, otherwise: number): number {
    return isSealedLine(start) ? LONGEST_SEALED_LINE : otherwise;
  }

  /** Takes a line with keys; the fault, where it is none, stands at the wrong place or does not open. */
  take(line: string): KeyFault | undefined {
    const parsed = parseSealedLine(line);
    if (parsed === undefined) return { column: '(sleutels)', code: 'key.malformed', message: MALFORMED };
    const { sealed, part, rows, box } = parsed;
    const begins = this.row === this.left && part === this.part + 1;
    const goesOn = this.row === 0 && part === this.part && rows === this.left && !this.columns.has(sealed);
    if (!begins && !goesOn) return { column: sealed, code: 'key.misplaced', message: MISPLACED };
    if (begins) {
      this.columns = new Map();
      this.part = part;
      this.left = rows;
      this.row = 0;
    }
    this.columns.set(sealed, []);
    if (this.sourceKey === undefined) return { column: sealed, ...SOURCE_KEY_GONE };
    return this.open(sealed, part, rows, box);
  }

  /** The keys of the next row. */
  next(): StoredKeys {
    const keys: StoredKeys = {};
    if (this.row >= this.left) return keys;
    for (const [column, values] of this.columns) {
      const value = values[this.row];
      if (value !== undefined) keys[column] = value;
    }
    this.row += 1;
    return keys;
  }

  /** After the last line: the fault where keys were announced for rows that are not there. */
  end(): KeyFault | undefined {
    return this.row === this.left ? undefined : { column: '(sleutels)', code: 'key.misplaced', message: MISPLACED };
  }

  private open(column: KeyColumn, part: number, rows: number, box: string): KeyFault | undefined {
    try {
      const place = { load: this.datasetId, column, part };
      const pseudonyms = openColumn(new Uint8Array(Buffer.from(box, 'base64')), place, this.sealing);
      if (pseudonyms.length !== rows) return { column, code: 'key.misplaced', message: MISPLACED };
      this.columns.set(column, this.encrypted(pseudonyms));
      return undefined;
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return { column, code: 'key.refused', message: REFUSED };
    }
  }

  private encrypted(pseudonyms: readonly (Uint8Array | undefined)[]): (string | undefined)[] {
    const present = pseudonyms.filter((pseudonym) => pseudonym !== undefined);
    const plain = Buffer.allocUnsafe(present.length * PSEUDONYM_BYTES);
    present.forEach((pseudonym, i) => plain.set(pseudonym, i * PSEUDONYM_BYTES));
    const encrypted = encryptPseudonyms(this.sourceKey!, plain);
    plain.fill(0);
    let at = 0;
    return pseudonyms.map((pseudonym) => {
      if (pseudonym === undefined) return undefined;
      at += ENCRYPTED_BYTES;
      return encrypted.toString('hex', at - ENCRYPTED_BYTES, at);
    });
  }
}
