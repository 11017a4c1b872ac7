import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { analyse, compareResult, findMethod, type Comparison } from '@datalab/analysis';
import { readCase } from './read-case.js';

const SHOWN_MISSES = 5;

/** How many cases agreed and how many did not. */
export interface Verdicts {
  readonly passed: number;
  readonly failed: number;
}

async function foldersIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** The cases of a tree `<method>/<case>/expected.json`; folders without that file are no cases. */
async function casesIn(folder: string): Promise<{ method: string; name: string; path: string }[]> {
  const found = [];
  for (const method of await foldersIn(folder)) {
    for (const name of await foldersIn(join(folder, method))) {
      const path = join(folder, method, name);
      if (existsSync(join(path, 'expected.json'))) found.push({ method, name, path });
    }
  }
  return found;
}

function report({
  comparedLeaves,
  expectedLeaves,
  largestDeviation,
  largestAt,
  misses,
  variants,
}: Comparison): string[] {
  const where = largestAt ? ` at ${largestAt}` : '';
  const counts = `${comparedLeaves}/${expectedLeaves} values compared, largest deviation ${largestDeviation.toExponential(1)}${where}`;
  const more = misses.length > SHOWN_MISSES ? [`       … and ${misses.length - SHOWN_MISSES} more`] : [];
  return [
    counts,
    ...variants.map((variant) => `       variant not offered: ${variant}`),
    ...misses.slice(0, SHOWN_MISSES).map((miss) => `       ${miss.path}: ${miss.reason}`),
    ...more,
  ];
}

/** Runs one case; an exception of the method is a failed case, with its message as the reason. */
async function verifyCase(method: string, path: string): Promise<{ passed: boolean; lines: string[] }> {
  const found = findMethod(method);
  if (!found) return { passed: false, lines: ['the platform has no such method'] };
  try {
    const { tables, params, expected } = await readCase(path);
    const comparison = compareResult(expected, analyse(method, tables, params), found.tolerances, { tables, params });
    const passed = comparison.misses.length === 0 && comparison.comparedLeaves > 0;
    const empty = comparison.comparedLeaves === 0 ? ['       no value was compared'] : [];
    return { passed, lines: [...report(comparison), ...empty] };
  } catch (error) {
    return { passed: false, lines: [error instanceof Error ? `${error.name}: ${error.message}` : String(error)] };
  }
}

/**
 * Runs every case of a tree of golden cases and compares the results with the expected values, each method at its own
 * tolerances. Prints one block per case and at the end `N passed, N failed`. A method that does not exist, a missing value and
 * a case without a single comparison are failures. The exit code is left to the caller. `only` limits the methods.
 */
export async function verifyOracles(
  folder: string,
  print: (line: string) => void,
  only?: readonly string[],
): Promise<Verdicts> {
  let passed = 0;
  let failed = 0;
  for (const { method, name, path } of await casesIn(folder)) {
    if (only && !only.includes(method)) continue;
    const result = await verifyCase(method, path);
    if (result.passed) passed += 1;
    else failed += 1;
    const [first, ...rest] = result.lines;
    print(`${result.passed ? 'pass' : 'FAIL'}   ${method}/${name}: ${first}`);
    rest.forEach((line) => print(line));
  }
  print(`${passed} passed, ${failed} failed`);
  return { passed, failed };
}
