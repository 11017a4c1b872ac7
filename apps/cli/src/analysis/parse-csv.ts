import type { CaseTable } from '@datalab/analysis';

/** Splits one CSV text (RFC 4180: quotes, doubled quotes, line ends inside quotes) into rows; unquoted empty or NA is `null`. */
function cellsOf(text: string): (string | null)[][] {
  const rows: (string | null)[][] = [];
  let row: (string | null)[] = [];
  let cell = '';
  let quoted = false;
  let wasQuoted = false;
  const endCell = () => {
    row.push(!wasQuoted && (cell === '' || cell === 'NA') ? null : cell);
    cell = '';
    wasQuoted = false;
  };
  for (let i = 0; i < text.length; i++) {
    const char = text[i]!;
    if (quoted) {
      if (char !== '"') cell += char;
      else if (text[i + 1] === '"') cell += text[++i];
      else quoted = false;
    } else if (char === '"') {
      quoted = true;
      wasQuoted = true;
    } else if (char === ',') endCell();
    else if (char === '\n') {
      endCell();
      rows.push(row);
      row = [];
    } else if (char !== '\r') cell += char;
  }
  if (cell !== '' || wasQuoted || row.length > 0) {
    endCell();
    rows.push(row);
  }
  return rows;
}

/**
 * A table with a header line. A line without any cell is a missing value in a table of one column and nothing elsewhere.
 * Throws when a row has another number of cells than the header.
 */
export function parseCsv(text: string, file: string): CaseTable {
  const [header, ...lines] = cellsOf(text.replace(/^\uFEFF/, ''));
  if (!header) throw new Error(`${file} is empty`);
  const names = header.map((name) => name ?? '');
  const rows = names.length === 1 ? lines : lines.filter((line) => line.length > 1 || line[0] !== null);
  const short = rows.findIndex((line) => line.length !== names.length);
  if (short >= 0)
    throw new Error(`${file}: row ${short + 1} has ${rows[short]!.length} cells, the header ${names.length}`);
  return {
    rows: rows.length,
    columns: new Map(names.map((name, column) => [name, rows.map((line) => line[column]!)])),
  };
}
