import {
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLScalarType,
} from 'graphql';

/** Where a case draws from: whole numbers from 0 up to and without `below`. The same draws give the same case. */
export type Draw = (below: number) => number;

const WORDS = ['', ' ', 'buurt', 'wijk', 'B01', '2024', '2024-01', 'all', 'noise', 'mirror', 'known-to-all', 'privacy'];
/** What somebody types who wants to see more than is theirs. */
const SLY = [
  "' or true --",
  '"; select * from report; --',
  '../../etc/passwd',
  '%',
  '_',
  '\u0000',
  '${household_key}',
  '{{7*7}}',
  '<script>',
  'household_key',
  '\uFEFF=1+1',
  'x'.repeat(3_000),
  'geen naam maar wel lang genoeg om als reden te gelden',
];
const NUMBERS = [0, 1, -1, 5, 12, 50, 2_147_483_647, -2_147_483_648];
const DAYS = ['2024-01-15', '2024-06-01', '1900-01-01', '9999-12-31', 'gisteren'];
const JSONS = [
  null,
  true,
  7,
  'text',
  [],
  {},
  { format: 'datalab-mapping/1' },
  { a: { b: [{ c: null }] } },
  ['__proto__'],
];

/** Arguments of every type that the field takes, right and wrong ones; `ids` are real ids, which the cases ask for most. */
export function madeArguments(
  field: GraphQLField<unknown, unknown>,
  ids: readonly string[],
  draw: Draw,
): Record<string, unknown> {
  const pick = <T>(from: readonly T[]): T => from[draw(from.length)]!;
  const scalar = ({ name }: Pick<GraphQLScalarType, 'name'>): unknown => {
    switch (name) {
      case 'ID':
        return draw(8) === 0 ? pick([...SLY, ...WORDS]) : pick(ids);
      case 'Int':
        return pick(NUMBERS);
      case 'Float':
        return pick([...NUMBERS, 0.5, -1e300]);
      case 'Boolean':
        return draw(2) === 0;
      case 'Date':
        return pick(DAYS);
      case 'DateTime':
        return pick(['2024-01-15T00:00:00Z', '9999-12-31T23:59:59Z', 'nu']);
      case 'JSON':
        return pick(JSONS);
      default:
        return draw(3) === 0 ? pick(SLY) : pick([...WORDS, ...ids]);
    }
  };
  const made = (type: GraphQLInputType, level: number): unknown => {
    if (isNonNullType(type))
      return made(type.ofType as GraphQLInputType, level) ?? made(type.ofType as GraphQLInputType, level);
    if (level > 0 && draw(6) === 0) return null;
    if (isListType(type))
      return Array.from({ length: draw(4) }, () => made(type.ofType as GraphQLInputType, level + 1));
    if (isEnumType(type)) return pick(type.getValues()).name;
    if (!isInputObjectType(type)) return scalar(type);
    const parts = Object.values(type.getFields()).filter(
      (part) => isNonNullType(part.type) || (level < 4 && draw(2) === 0),
    );
    return Object.fromEntries(parts.map((part) => [part.name, made(part.type, level + 1)]));
  };
  return Object.fromEntries(field.args.map(({ name, type }) => [name, made(type, 0)]));
}
