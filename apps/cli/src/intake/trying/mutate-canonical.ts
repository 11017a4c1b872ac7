import { BYTE_MUTATIONS } from './mutate-bytes.js';
import { inventIdentifier, IDENTIFIER_KINDS } from './identifiers.js';
import type { Chance } from '../chance.js';

interface Lines {
  lines: string[];
  planted: string[];
}

const ODD_VALUES: readonly unknown[] = [
  null,
  true,
  -1,
  1e308,
  '',
  '\u0000',
  '\\N',
  'a\tb',
  '\ud800',
  [],
  {},
  '2024-02-30',
  '9'.repeat(40),
];

function changeRow({ lines }: Lines, chance: Chance, change: (row: Record<string, unknown>) => void): void {
  const rows = lines.flatMap((line, i) => (line.startsWith('{"record_hash"') ? [i] : []));
  if (rows.length === 0) return;
  const at = chance.pick(rows);
  const row = JSON.parse(lines[at]!) as Record<string, unknown>;
  change(row);
  lines[at] = JSON.stringify(row);
}

function changeSealed({ lines }: Lines, chance: Chance, change: (line: Record<string, unknown>) => void): void {
  const sealed = lines.flatMap((line, i) => (line.startsWith('{"sealed"') ? [i] : []));
  if (sealed.length === 0) return;
  const at = chance.pick(sealed);
  const line = JSON.parse(lines[at]!) as Record<string, unknown>;
  change(line);
  lines[at] = JSON.stringify(line);
}

/** What a client that is broken, or is no client of ours, may send in place of a good canonical file. */
const LINE_MUTATIONS: readonly ((file: Lines, chance: Chance) => void)[] = [
  ({ lines }, chance) => void lines.splice(chance.below(lines.length), 1),
  ({ lines }, chance) => void lines.push(chance.pick(lines)),
  ({ lines }) => void lines.reverse(),
  ({ lines }, chance) => void lines.splice(chance.below(lines.length), 0, ''),
  ({ lines }, chance) => void lines.splice(chance.below(lines.length), 0, 'x'.repeat(chance.pick([9_000, 1_000_000]))),
  ({ lines }, chance) => void lines.splice(chance.below(lines.length), 0, '['.repeat(5_000)),
  (file, chance) =>
    changeRow(file, chance, (row) => void (row[chance.pick(Object.keys(row))] = chance.pick(ODD_VALUES))),
  (file, chance) => changeRow(file, chance, (row) => delete row[chance.pick(Object.keys(row))]),
  (file, chance) => {
    const identifier = inventIdentifier(chance.pick(IDENTIFIER_KINDS), chance);
    file.planted.push(identifier);
    changeRow(file, chance, (row) => {
      if (chance.below(3) === 0) row[identifier] = 'x';
      else row[chance.pick([...Object.keys(row), 'naam'])] = identifier;
    });
  },
  (file, chance) => changeSealed(file, chance, (line) => void (line['rows'] = chance.pick([0, 1, 65_536, 1e9]))),
  (file, chance) => changeSealed(file, chance, (line) => void (line['part'] = chance.below(4))),
  (file, chance) => changeSealed(file, chance, (line) => void (line['sealed'] = 'reporter_key')),
  (file, chance) =>
    changeSealed(file, chance, (line) => {
      const box = Buffer.from(String(line['box']), 'base64');
      line['box'] = Buffer.from(
        BYTE_MUTATIONS[chance.pick(['flipped bits', 'truncated'] as const)](box, chance),
      ).toString('base64');
    }),
];

/** A good canonical file after one to three mutations, of its lines or its bytes, with the identifiers that were planted in it. */
export function mutateCanonical(text: string, chance: Chance): { bytes: Uint8Array; planted: readonly string[] } {
  const file: Lines = { lines: text.trimEnd().split('\n'), planted: [] };
  for (let n = chance.below(3); n >= 0; n -= 1) if (file.lines.length > 0) chance.pick(LINE_MUTATIONS)(file, chance);
  const bytes = Buffer.from(`${file.lines.join('\n')}\n`);
  const ofBytes = chance.pick(['flipped bits', 'truncated', 'stretch of noise', 'zero bytes', 'none', 'none'] as const);
  return { bytes: ofBytes === 'none' ? bytes : BYTE_MUTATIONS[ofBytes](bytes, chance), planted: file.planted };
}
