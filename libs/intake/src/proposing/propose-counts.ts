import { periodColumns } from '../mapping/columns.js';
import { parsePeriodLabel } from '../mapping/period-label.js';
import { readCount } from '../mapping/read-number.js';
import { columnsNamed } from './column-names.js';
import { shareOf } from './column-profile.js';
import type { Recognition } from './recognition.js';
import type { Question } from './question.js';
import { proposeArea } from './recognise-area.js';
import { categoriesFor, categoryQuestions, findCategory, type FoundCategories } from './recognise-category.js';

type Wide =
  | { of: 'period'; grain: 'month' | 'quarter' | 'year'; columns: string[] }
  | { of: 'category'; columns: string[]; found: FoundCategories };

/** The fields of a mapping for a table of counts: long, or wide by period or by category. */
export function proposeCounts(recognition: Recognition): { fields: Record<string, unknown>; questions: Question[] } {
  const { header, profiles, region, vocabularies } = recognition;
  const wide = wideByPeriod(header) ?? wideByCategory(recognition);
  const wideColumns = new Set(wide?.columns);
  const rest = header.filter((column) => !wideColumns.has(column) && parsePeriodLabel(column) === undefined);
  const area = proposeArea(rest, profiles, region, 'counts');
  const count = wide ? undefined : countColumn(recognition);
  const period = wide?.of === 'period' ? undefined : periodColumn(recognition);
  const taken = new Set([count, period, area.area && 'column' in area.area ? area.area.column : undefined]);
  const category =
    wide?.of === 'category'
      ? { found: wide.found }
      : findCategory(rest, profiles, vocabularies, new Set([...taken].filter((column) => column !== undefined)));
  const figures = wide?.columns ?? (count === undefined ? [] : [count]);
  const secret = figures.some((column) =>
    profiles.get(column)!.values.some((value) => readCount(value, ',').cause === 'not_available'),
  );
  const fields: Record<string, unknown> = {
    area: area.area,
    period: wide?.of === 'period' ? { wide: true } : period && { column: period },
    category:
      wide?.of === 'category'
        ? { wide: true }
        : category && 'column' in category
          ? { column: category.column }
          : undefined,
    count: wide ? { wide: true } : count && { column: count },
    categories: category && { vocabulary: category.found.vocabulary, codes: category.found.codes },
    wide:
      wide?.of === 'period' ? { of: 'period', grain: wide.grain } : wide && { of: 'category', columns: wide.columns },
    notAvailable: 'refuse',
  };
  const questions = [
    ...(wide?.of === 'period' || period !== undefined ? [] : [NO_PERIOD]),
    ...(figures.length > 0 ? [] : [NO_COUNT]),
    ...area.questions,
    ...categoryQuestions(category),
    ...(secret ? [SECRET] : []),
  ];
  return { fields: Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)), questions };
}

function wideByPeriod(header: readonly string[]): Wide | undefined {
  // Months before years: a table of months often carries year totals between them.
  for (const grain of ['month', 'quarter', 'year'] as const) {
    const columns = periodColumns(header, grain).map(({ position }) => header[position]!);
    if (columns.length >= 2) return { of: 'period', grain, columns };
  }
  return undefined;
}

/** Columns of numbers that are called as codes of a known vocabulary are. */
export function wideByCategory({ header, profiles, vocabularies }: Recognition): Wide | undefined {
  const numeric = header.filter(
    (column) => shareOf(profiles.get(column), (value) => readCount(value, ',').cause === undefined) > 0.8,
  );
  const found = categoriesFor(new Map(numeric.map((column) => [column, 1])), vocabularies);
  const unknown = new Set(found.unmapped.map(({ code }) => code));
  const columns = numeric.filter((column) => !unknown.has(column));
  return columns.length >= 3 ? { of: 'category', columns, found: { ...found, unmapped: [] } } : undefined;
}

function countColumn({ header, profiles }: Recognition): string | undefined {
  return columnsNamed(header, 'count').find(
    (column) => shareOf(profiles.get(column), (value) => readCount(value, ',').cause !== 'malformed') > 0.95,
  );
}

function periodColumn({ header, profiles }: Recognition): string | undefined {
  return columnsNamed(header, 'period').find(
    (column) => shareOf(profiles.get(column), (value) => parsePeriodLabel(value) !== undefined) > 0.95,
  );
}

const NO_PERIOD: Question = {
  code: 'period.none',
  field: 'period',
  message: 'Geen kolom met de periode is herkend. Kies er een, of geef één periode voor het hele bestand.',
  needed: true,
};
const NO_COUNT: Question = {
  code: 'count.none',
  field: 'count',
  message: 'Geen kolom met het aantal is herkend.',
  needed: true,
};
const SECRET: Question = {
  code: 'count.not-available',
  field: 'notAvailable',
  message:
    'Sommige cellen zijn geheim of onbekend (leeg, punt, streep of x). Weggelaten lijken ze op 0: kies of dat hier mag, of lever die ' +
    'perioden niet.',
  needed: true,
};
