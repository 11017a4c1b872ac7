/** What the terminal shows while things start: one calm line per step, a second one only for a step that takes long. */
export class Progress {
  /** @param {(line: string) => void} write */
  constructor(write = console.log) {
    this.write = write;
  }

  /**
   * Runs one step and says that it is done and how long it took.
   *
   * @template T
   * @param {string} name
   * @param {(say: (detail: string) => void) => Promise<T>} work `say` puts a remark under the step
   * @returns {Promise<T>}
   */
  async step(name, work) {
    const started = Date.now();
    const remarks = [];
    const slow = setTimeout(() => this.write(`  … ${name}`), 2000);
    try {
      const result = await work((remark) => remarks.push(remark));
      this.write(`  ✓ ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
      return result;
    } finally {
      clearTimeout(slow);
      for (const remark of remarks) this.write(`      ${remark}`);
    }
  }

  /** A remark that cannot wait until its step is done. */
  say(text) {
    this.write(`      ${text}`);
  }
}

/** Rows as aligned text, the first row being the heading. */
export function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => String(row[column]).length)));
  const line = (row) =>
    row
      .map((cell, column) => String(cell).padEnd(widths[column]))
      .join('  ')
      .trimEnd();
  return [line(rows[0]), line(widths.map((width) => '─'.repeat(width))), ...rows.slice(1).map(line)].join('\n');
}
