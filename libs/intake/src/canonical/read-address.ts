import type { Columns } from '../mapping/columns.js';
import type { AddressParts } from '../region/address-list.js';

/** The columns that hold an address; what the file does not have is left out. */
export interface AddressColumns {
  postcode: string;
  number: string;
  letter?: string | undefined;
  addition?: string | undefined;
}

/** Reads the parts of an address as they are written. */
export function addressReader(
  { postcode, number, letter, addition }: AddressColumns,
  columns: Columns,
): (cells: readonly string[]) => Required<AddressParts> {
  const optional = (name: string | undefined) => (name === undefined ? () => '' : columns.reader(name));
  const read = [columns.reader(postcode), columns.reader(number), optional(letter), optional(addition)] as const;
  return (cells) => ({
    postcode: read[0](cells),
    number: read[1](cells),
    letter: read[2](cells),
    addition: read[3](cells),
  });
}
