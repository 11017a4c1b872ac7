import {
  CaseInputError,
  getTable,
  optionalNumberColumn,
  textColumn,
  type CaseTable,
  type CaseTables,
} from '../case/case-table.js';
import { buildDesign, takeRows, type CompleteDesign, type DesignTerm } from './design.js';

interface TermParams {
  readonly name: string;
  readonly type: 'factor' | 'numeric';
  readonly levels?: readonly (string | number)[];
}

/** `params.json` of a regression: the response, the exposure of the offset (or null), and the terms in order. */
export interface RegressionParams {
  readonly response: string;
  readonly exposure?: string | null;
  readonly terms: readonly TermParams[];
}

/** The complete rows of a regression. */
export interface RegressionInput {
  readonly design: CompleteDesign;
  readonly response: Float64Array;
  readonly exposure: Float64Array | undefined;
}

/** Numbers of a column, NaN where missing. */
function numbersOrNaN(table: CaseTable, name: string): Float64Array {
  return Float64Array.from(optionalNumberColumn(table, name), (value) => value ?? Number.NaN);
}

/** A level may be written 1 in the parameters and 1.0 or 01 in the table. */
function labelsOf(table: CaseTable, name: string, levels: readonly string[]): (string | null)[] {
  return textColumn(table, name).map((cell) => {
    if (cell === null || levels.includes(cell)) return cell;
    const plain = String(Number(cell));
    return levels.includes(plain) ? plain : cell;
  });
}

/** Reads the response, exposure and design from the tables; rows with a gap in any of them are left out. */
export function readRegression(tables: CaseTables, params: RegressionParams, file = 'input.csv'): RegressionInput {
  const table = getTable(tables, file);
  if (!Array.isArray(params.terms)) throw new CaseInputError('params.json has no terms');
  const response = numbersOrNaN(table, params.response);
  const exposure = params.exposure ? numbersOrNaN(table, params.exposure) : undefined;
  const terms = params.terms.map((term): DesignTerm => {
    if (term.type === 'numeric') return { kind: 'numeric', name: term.name, values: numbersOrNaN(table, term.name) };
    const levels = (term.levels ?? []).map(String);
    return { kind: 'factor', name: term.name, labels: labelsOf(table, term.name, levels), levels };
  });
  const design = buildDesign(terms, table.rows, exposure ? [response, exposure] : [response]);
  return {
    design,
    response: takeRows(response, design.rowsUsed),
    exposure: exposure && takeRows(exposure, design.rowsUsed),
  };
}
