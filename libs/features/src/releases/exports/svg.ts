import type { AreaShape } from '@datalab/data';
import type { AreaGeometry, ReleaseValue } from '@datalab/domain';
import { COLUMN } from '../table-document.js';
import { releaseFacts, type Given, type Language } from './release-facts.js';

const WIDTH = 900;
const HEIGHT = 600;
const TOP = 70;
const FOOT = 90;
/** From light to dark, told apart without colour as well: dark is more. */
const SHADES = ['#e8f1f2', '#b9d7db', '#7fb3bd', '#3f8795', '#125a68'];
const WORDS = {
  nl: { withheld: 'niet getoond', none: 'niet aangeleverd', zero: 'nul', source: 'Bron' },
  en: { withheld: 'not shown', none: 'not delivered', zero: 'zero', source: 'Source' },
} as const;

const escaped = (text: string): string => text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);

interface AreaValue {
  name: string;
  state: string;
  value: number | null;
}

/** The last period of a table of the picture, as a map; as bars where the region has no outlines. Undefined for what is not a table of areas. */
export function releaseSvg(given: Given, shapes: readonly AreaShape[], language: Language): string | undefined {
  const { design, tables, context } = given.document;
  const table = tables[0];
  if (design === null || table === undefined) return undefined;
  const period = String(table.rows.at(-1)?.[COLUMN.period] ?? '');
  const rows = table.rows.filter((row) => row[COLUMN.period] === period);
  const values = new Map(rows.map((row) => [String(row[COLUMN.areaCode]), valueOf(row)]));
  const largest = Math.max(1, ...[...values.values()].map(({ value }) => value ?? 0));
  const outlined = shapes.filter(({ code, geometry }) => geometry !== null && values.has(code));
  const drawing =
    outlined.length > 0
      ? areasOf(outlined, values, largest, language)
      : barsOf([...values.values()], largest, language);
  const facts = releaseFacts(given, language);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-labelledby="t d" font-family="sans-serif">`,
    `<title id="t">${escaped(`${context.title}, ${period}`)}</title>`,
    `<desc id="d">${escaped(context.what)}</desc>`,
    `<metadata>${escaped(JSON.stringify(Object.fromEntries(facts.map(({ name, value }) => [name, value]))))}</metadata>`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#ffffff"/>`,
    `<defs><pattern id="w" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="8" height="8" fill="#f4f4f4"/><rect width="2" height="8" fill="#8a8a8a"/></pattern></defs>`,
    text(20, 34, 22, context.title),
    text(20, 56, 14, period),
    ...drawing,
    ...legend(largest, language),
    text(20, HEIGHT - 34, 12, `${WORDS[language].source}: ${given.document.sources.join(', ')}`),
    text(20, HEIGHT - 16, 10, `SHA-256 ${given.digest ?? ''}`),
    '</svg>',
  ].join('\n');
}

const text = (x: number, y: number, size: number, words: string): string =>
  `<text x="${x}" y="${y}" font-size="${size}" fill="#1b1b1b">${escaped(words)}</text>`;

function valueOf(row: readonly ReleaseValue[]): AreaValue {
  const reports = row[COLUMN.reports];
  return {
    name: String(row[COLUMN.area]),
    state: String(row[COLUMN.state]),
    value: typeof reports === 'number' ? reports : null,
  };
}

function fillOf({ state, value }: AreaValue, largest: number): string {
  if (state === 'not_delivered') return '#ffffff';
  if (value === null) return 'url(#w)';
  return value === 0 ? '#ffffff' : SHADES[Math.min(SHADES.length - 1, Math.floor((value / largest) * SHADES.length))]!;
}

const said = ({ name, state, value }: AreaValue, language: Language): string => {
  const words = WORDS[language];
  const what =
    state === 'not_delivered' ? words.none : value === null ? words.withheld : value === 0 ? words.zero : String(value);
  return `${name}: ${what}`;
};

function areasOf(
  shapes: readonly AreaShape[],
  values: ReadonlyMap<string, AreaValue>,
  largest: number,
  language: Language,
): string[] {
  const rings = shapes.flatMap(({ geometry }) => ringsOf(geometry!)).flat();
  const xs = rings.map(([x]) => x!);
  const ys = rings.map(([, y]) => y!);
  const least = (list: number[]) => list.reduce((a, b) => Math.min(a, b), Infinity);
  const most = (list: number[]) => list.reduce((a, b) => Math.max(a, b), -Infinity);
  const [left, right, south, north] = [least(xs), most(xs), least(ys), most(ys)];
  // One degree of longitude is shorter than one of latitude: as wide as it is at the middle of the map.
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = Math.min(
    (WIDTH - 260) / Math.max(1e-9, (right - left) * squeeze),
    (HEIGHT - TOP - FOOT) / Math.max(1e-9, north - south),
  );
  const point = ([x, y]: readonly number[]): string =>
    `${(20 + (x! - left) * squeeze * scale).toFixed(1)},${(TOP + (north - y!) * scale).toFixed(1)}`;
  return shapes.map(({ code, geometry }) => {
    const path = ringsOf(geometry!)
      .map((ring) => `M${ring.map(point).join('L')}Z`)
      .join('');
    const area = values.get(code)!;
    return `<path d="${path}" fill="${fillOf(area, largest)}" stroke="#4a4a4a" stroke-width="0.7" fill-rule="evenodd"><title>${escaped(said(area, language))}</title></path>`;
  });
}

const ringsOf = (geometry: AreaGeometry): readonly (readonly (readonly number[])[])[] =>
  geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();

/** At most so many bars fit to be read; the table has the rest. */
const MOST_BARS = 16;

function barsOf(values: readonly AreaValue[], largest: number, language: Language): string[] {
  const sorted = [...values].sort((a, b) => (b.value ?? -1) - (a.value ?? -1)).slice(0, MOST_BARS);
  const step = (HEIGHT - TOP - FOOT) / Math.max(1, sorted.length);
  return sorted.flatMap((area, i) => {
    const y = TOP + i * step;
    const width = ((area.value ?? 0) / largest) * (WIDTH - 520);
    return [
      `<rect x="280" y="${(y + 3).toFixed(1)}" width="${Math.max(2, width).toFixed(1)}" height="${Math.max(4, step - 6).toFixed(1)}" fill="${area.value === null ? 'url(#w)' : SHADES[3]!}"/>`,
      text(20, Math.round(y + step / 2 + 4), 12, said(area, language)),
    ];
  });
}

function legend(largest: number, language: Language): string[] {
  const x = WIDTH - 200;
  const words = WORDS[language];
  const steps = SHADES.map((shade, i) => ({
    fill: shade,
    words: `${Math.max(1, Math.ceil((i * largest) / SHADES.length))} – ${Math.floor(((i + 1) * largest) / SHADES.length)}`,
  }));
  const others = [
    { fill: '#ffffff', words: `${words.zero} / ${words.none}` },
    { fill: 'url(#w)', words: words.withheld },
  ];
  return [...steps, ...others].flatMap(({ fill, words: label }, i) => [
    `<rect x="${x}" y="${TOP + i * 24}" width="18" height="16" fill="${fill}" stroke="#4a4a4a" stroke-width="0.7"/>`,
    text(x + 26, TOP + 13 + i * 24, 12, label),
  ]);
}
