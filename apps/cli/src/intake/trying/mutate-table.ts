import type { Chance } from '../chance.js';
import type { BaseTable } from './base-tables.js';
import { IDENTIFIER_KINDS, inventIdentifier } from './identifiers.js';

interface Cells {
  preamble: string[];
  header: string[];
  rows: string[][];
  /** Identifiers that stand in it now. */
  planted: string[];
}

/** A table as it is worked on. */
export const workingCopy = ({ preamble, header, rows }: BaseTable): Cells => ({
  preamble: [...preamble],
  header: [...header],
  rows: rows.map((cells) => [...cells]),
  planted: [],
});

const ODD = [
  '',
  ' ',
  '\u0000',
  '\u202e\u200b',
  '"',
  '""',
  ';,\t|',
  'regel\neen\r\ntwee',
  '=1+1',
  '1e999',
  '-0',
  'NaN',
  '31-02-2024',
  '2024-13-45',
  '99999999999999999999',
  '__proto__',
  'constructor',
  '\ud83d\ude00',
  '\ud800',
  'é'.repeat(300),
  '{"a":1}',
  '[',
];

const shuffled = <T>(items: readonly T[], chance: Chance): T[] => {
  const left = [...items];
  return items.map(() => left.splice(chance.below(left.length), 1)[0]!);
};

function inSomeCells(cells: Cells, chance: Chance, change: (text: string) => string): void {
  const times = 1 + chance.below(4);
  for (let n = 0; n < times && cells.rows.length > 0; n += 1) {
    const row = chance.pick(cells.rows);
    const at = chance.below(Math.max(1, row.length));
    row[at] = change(row[at] ?? '');
  }
}

/** What goes wrong with a table before it is written: at the partner's desk, or by somebody who means harm. */
export const TABLE_MUTATIONS = {
  'odd cells': (cells, chance) => inSomeCells(cells, chance, () => chance.pick(ODD)),
  'giant cell': (cells, chance) =>
    inSomeCells(cells, chance, (text) => `${text}${'x'.repeat(chance.pick([9_000, 70_000, 1_100_000]))}`),
  'wrong codes': (cells, chance) => inSomeCells(cells, chance, (text) => `${text}?${chance.below(100)}`),
  'planted identifiers': (cells, chance) =>
    inSomeCells(cells, chance, (text) => {
      const identifier = inventIdentifier(chance.pick(IDENTIFIER_KINDS), chance);
      cells.planted.push(identifier);
      return chance.below(2) === 0 ? identifier : `${text} ${identifier}`;
    }),
  'column of identifiers': (cells, chance) => {
    const kind = chance.pick(IDENTIFIER_KINDS);
    const at = chance.below(Math.max(1, cells.header.length));
    for (const row of cells.rows) {
      const identifier = inventIdentifier(kind, chance);
      cells.planted.push(identifier);
      row[at] = identifier;
    }
  },
  'identifier above the table': (cells, chance) => {
    const identifier = inventIdentifier(chance.pick(IDENTIFIER_KINDS), chance);
    cells.planted.push(identifier);
    cells.preamble.unshift(`Export van ${identifier}`);
  },
  'identifier in the header': (cells, chance) => {
    const identifier = inventIdentifier(chance.pick(IDENTIFIER_KINDS), chance);
    cells.planted.push(identifier);
    cells.header[chance.below(Math.max(1, cells.header.length))] = identifier;
  },
  'no header': (cells) => void (cells.header = cells.rows.shift() ?? []),
  'shuffled columns': (cells, chance) => {
    const order = shuffled(
      cells.header.map((_, i) => i),
      chance,
    );
    cells.header = order.map((i) => cells.header[i]!);
    cells.rows = cells.rows.map((row) => order.map((i) => row[i] ?? ''));
  },
  'shuffled header': (cells, chance) => void (cells.header = shuffled(cells.header, chance)),
  'column twice': (cells, chance) => {
    const at = chance.below(Math.max(1, cells.header.length));
    for (const line of [cells.header, ...cells.rows]) line.push(line[at] ?? '');
  },
  'column gone': (cells, chance) => {
    const at = chance.below(Math.max(1, cells.header.length));
    for (const line of [cells.header, ...cells.rows]) line.splice(at, 1);
  },
  'ragged rows': (cells, chance) => {
    for (const row of cells.rows) if (chance.below(5) === 0) row.splice(chance.below(row.length + 1), chance.below(4));
    if (cells.rows.length > 0) chance.pick(cells.rows).push('te', 'veel');
  },
  'rows twice': (cells) => void cells.rows.push(...cells.rows.map((row) => [...row])),
  'no rows': (cells) => void (cells.rows = []),
} satisfies Record<string, (cells: Cells, chance: Chance) => void>;

export type TableMutation = keyof typeof TABLE_MUTATIONS;
