/**
 * The file as a whole cannot be read or used. The only error that this library throws on bad input: with a stable code, a Dutch
 * message for the steward that never repeats a value, and the row and column where one can be named (row as a person counts).
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly code: string,
    message: string,
    readonly place: { row?: number; column?: string } = {},
  ) {
    super(message);
  }

  get row(): number | undefined {
    return this.place.row;
  }

  get column(): string | undefined {
    return this.place.column;
  }
}
