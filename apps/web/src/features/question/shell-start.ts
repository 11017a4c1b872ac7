import { methodsOfKind } from '@datalab/domain';
import type { OutputShellInput } from '../../gql/operations.js';
import type { Shell } from './question-query.js';

/** What the form begins with: the shell that there is, or the plainest one. */
export const startOf = (shell: Shell | undefined, areaLevel: string): OutputShellInput =>
  shell === undefined
    ? {
        title: '',
        kind: 'descriptive',
        method: methodsOfKind('descriptive')[0]!,
        unit: 'report',
        areaLevel,
        grain: 'year',
        periodFrom: '',
        periodTo: '',
        datasetIds: [],
        rows: 'area',
        columns: [],
        use: '',
      }
    : {
        title: shell.title,
        kind: shell.kind,
        method: shell.method,
        unit: shell.unit,
        areaLevel: shell.areaLevel,
        grain: shell.grain,
        periodFrom: shell.periodFrom,
        periodTo: shell.periodTo,
        datasetIds: shell.datasetIds,
        rows: shell.rows,
        columns: shell.columns,
        use: shell.use,
      };
