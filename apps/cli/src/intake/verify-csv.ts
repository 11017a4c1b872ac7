import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { verifiedLine, verifyFile } from '@datalab/intake';
import { verdict, type Command } from '../command.js';
import { UsageError } from '../env.js';

const TABLES = /\.(?:csv|tsv|psv|ssv|tab|xlsx|xlsm|xls)$/i;

/**
 * Reads every table file under a folder to its end, one line each in order of path, and counts: a file passes when it was read or refused
 * with a reason, and fails only when reading it crashed.
 */
export async function verifyCsvFolder(
  folder: string,
  print: (line: string) => void,
): Promise<{ passed: number; failed: number }> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = found
    .filter((entry) => entry.isFile() && TABLES.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const counts = { passed: 0, failed: 0 };
  for (const path of paths) {
    const name = relative(folder, path).split(sep).join('/');
    try {
      print(`${name}  ${verifiedLine(await verifyFile(createReadStream(path), name))}`);
      counts.passed += 1;
    } catch (error) {
      print(`${name}  FAILED   ${error instanceof Error ? error.name : 'unknown error'}`);
      counts.failed += 1;
    }
  }
  return counts;
}

export const verifyCsv: Command = {
  name: 'verify csv',
  usage: '<folder>',
  summary: 'Reads every CSV and XLSX under a folder and prints what was recognised, or why it is refused.',
  async run([folder], print) {
    if (folder === undefined) throw new UsageError('Name the folder.');
    return verdict(await verifyCsvFolder(folder, print), print);
  },
};
