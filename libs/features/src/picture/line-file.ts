import { once } from 'node:events';
import { createReadStream, createWriteStream, type WriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import type { Readable } from 'node:stream';

/** Lines kept in a file until they are read back once, so that a large table does not have to fit in memory. */
export class LineFile {
  private readonly stream: WriteStream;

  constructor(private readonly path: string) {
    this.stream = createWriteStream(path);
  }

  async write(line: string): Promise<void> {
    if (!this.stream.write(line)) await once(this.stream, 'drain');
  }

  /** Closes the file and gives all that was written. */
  async read(): Promise<Readable> {
    this.stream.end();
    await finished(this.stream);
    return createReadStream(this.path);
  }
}
