/**
 * One field of a canonical row, described once. From the same description come the TypeScript type, the fast validator, the
 * published schema and the template file, so that they cannot drift apart.
 */
export type FieldDescription = {
  /** What a steward reads above the column (Dutch). */
  readonly title: string;
  readonly description: string;
  readonly required: boolean;
} & FieldShape;

export type FieldShape =
  | { readonly type: 'hash' }
  /** A key: never in the row, only sealed beside it (`SealedLine`). `required`: every row must have one there. */
  | { readonly type: 'key' }
  | { readonly type: 'text'; readonly maxLength: number; readonly shape?: 'code' | 'grid_cell' }
  | { readonly type: 'enum'; readonly values: readonly string[] }
  | { readonly type: 'date' }
  | { readonly type: 'month' }
  | { readonly type: 'period' }
  | { readonly type: 'integer'; readonly min: number; readonly max: number }
  | { readonly type: 'boolean' }
  /** `lowest`: only an area of the lowest level; `any`: an area of any level of the region. */
  | { readonly type: 'area'; readonly level: 'lowest' | 'any' };

export type FieldSet = Readonly<Record<string, FieldDescription>>;

type ValueOf<F> = F extends { readonly type: 'enum'; readonly values: readonly (infer V)[] }
  ? V
  : F extends { readonly type: 'integer' }
    ? number
    : F extends { readonly type: 'boolean' }
      ? boolean
      : string;

type RequiredNames<Fields> = {
  [K in keyof Fields]: Fields[K] extends { readonly required: true } ? K : never;
}[keyof Fields];

type Flat<T> = { [K in keyof T]: T[K] };

/** The row that a set of fields describes. An optional field is left out where it is not known; it is never null. Keys are no part of it. */
export type RowOf<Fields> = RowOfClear<Omit<Fields, KeyNames<Fields>>>;

type KeyNames<Fields> = {
  [K in keyof Fields]: Fields[K] extends { readonly type: 'key' } ? K : never;
}[keyof Fields];

type RowOfClear<Fields> = Flat<
  { -readonly [K in RequiredNames<Fields>]: ValueOf<Fields[K]> } & {
    -readonly [K in Exclude<keyof Fields, RequiredNames<Fields>>]?: ValueOf<Fields[K]>;
  }
>;
