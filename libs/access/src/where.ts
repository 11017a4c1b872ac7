import { rulesToAST } from '@casl/ability/extra';
import type { Action, AppAbility, SubjectName } from './subjects.js';

/** A condition in SQL with its parameters, numbered from `$1` on; `false` where nothing is allowed. */
export interface Where {
  sql: string;
  parameters: unknown[];
}

interface Node {
  operator: string;
  field?: string;
  value?: unknown;
}

/**
 * The rules for one action as a WHERE, so that a list holds exactly the rows for which `isAllowed` says yes. `columns` gives the SQL
 * for each field of the subject. Knows eq, in, and, or; throws on anything else, and on a field without a column.
 */
export function whereAllowed(
  ability: AppAbility,
  action: Action,
  subject: SubjectName,
  columns: Readonly<Record<string, string>>,
): Where {
  const tree = rulesToAST(ability, action, subject) as Node | null;
  if (tree === null) return { sql: 'false', parameters: [] };
  const parameters: unknown[] = [];
  const bind = (value: unknown): string => `$${parameters.push(value)}`;

  const column = (field: string | undefined): string => {
    const sql = field === undefined ? undefined : columns[field];
    if (sql === undefined) throw new Error(`no column is declared for the field "${String(field)}" of ${subject}`);
    return sql;
  };

  const write = ({ operator, field, value }: Node): string => {
    switch (operator) {
      case 'eq':
        return `${column(field)} = ${bind(value)}`;
      case 'in':
        return `${column(field)} = any(${bind(value)})`;
      case 'and':
        return joined(value as Node[], ' and ', 'true');
      case 'or':
        return joined(value as Node[], ' or ', 'false');
      default:
        throw new Error(`a rule on ${subject} uses "${operator}", which has no SQL here`);
    }
  };
  const joined = (nodes: readonly Node[], word: string, none: string): string =>
    nodes.length === 0 ? none : `(${nodes.map(write).join(word)})`;

  return { sql: write(tree), parameters };
}
