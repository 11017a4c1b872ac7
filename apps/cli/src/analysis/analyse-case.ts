import { analyse } from '@datalab/analysis';
import { readCase } from './read-case.js';

/** Runs a method on the files of a case folder, without the platform. The result is plain JSON. */
export async function analyseCase(method: string, caseFolder: string): Promise<unknown> {
  const { tables, params } = await readCase(caseFolder);
  return analyse(method, tables, params);
}
