import { Sha256 } from '../key/sha-256.js';
import { clearPrivateFolder, privateFolder } from './private-folder.js';
import { hexOf } from '../key/hex.js';

/** Where canonical rows are put while they are made: on disk where the browser has a private file system, else in pieces of a Blob. */
interface RowStore {
  append(bytes: Uint8Array<ArrayBuffer>): void;
  finish(): Promise<Blob>;
  discard(): Promise<void>;
}

/** Writing at once, which only a worker may do; the window's types do not know it. */
interface SyncAccess {
  write(bytes: Uint8Array<ArrayBuffer>): number;
  flush(): void;
  close(): void;
}
type WorkerFile = FileSystemFileHandle & { createSyncAccessHandle(): Promise<SyncAccess> };

const PIECE = 4_000_000;

async function privateFile(): Promise<RowStore> {
  await clearPrivateFolder();
  const folder = await privateFolder();
  const name = `${crypto.randomUUID()}.ndjson`;
  const handle = (await folder.getFileHandle(name, { create: true })) as WorkerFile;
  const access = await handle.createSyncAccessHandle();
  let isOpen = true;
  const close = () => {
    if (isOpen) access.close();
    isOpen = false;
  };
  return {
    append: (bytes) => void access.write(bytes),
    finish: async () => {
      access.flush();
      close();
      return handle.getFile();
    },
    discard: async () => {
      close();
      await folder.removeEntry(name);
    },
  };
}

function blobPieces(): RowStore {
  let pieces: Blob[] = [];
  return {
    append: (bytes) => void pieces.push(new Blob([bytes])),
    finish: async () => new Blob(pieces, { type: 'application/x-ndjson' }),
    discard: async () => {
      pieces = [];
    },
  };
}

/** Writes canonical rows as NDJSON in memory that does not grow with the file, and digests what it writes. */
export class CanonicalFile {
  readonly #digest = new Sha256();
  readonly #encoder = new TextEncoder();
  #pending: string[] = [];
  #pendingLength = 0;

  private constructor(private readonly store: RowStore) {}

  static async create(): Promise<CanonicalFile> {
    try {
      return new CanonicalFile(await privateFile());
    } catch {
      // No private file system (an older browser, a private window): the browser keeps the pieces of a Blob instead.
      return new CanonicalFile(blobPieces());
    }
  }

  add(rows: readonly object[]): void {
    for (const row of rows) {
      const line = JSON.stringify(row);
      this.#pending.push(line);
      this.#pendingLength += line.length + 1;
    }
    if (this.#pendingLength >= PIECE) this.#flush();
  }

  async finish(): Promise<{ blob: Blob; sha256: string }> {
    this.#flush();
    return { blob: await this.store.finish(), sha256: hexOf(this.#digest.digest()) };
  }

  discard(): Promise<void> {
    return this.store.discard();
  }

  #flush(): void {
    if (this.#pending.length === 0) return;
    const bytes = this.#encoder.encode(`${this.#pending.join('\n')}\n`);
    this.#digest.update(bytes);
    this.store.append(bytes);
    this.#pending = [];
    this.#pendingLength = 0;
  }
}
