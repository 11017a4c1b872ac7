import { stripVTControlCharacters } from 'node:util';

/**
 * How many projects a target passed and failed for, read from what `nx run-many --output-style=static` prints.
 * When Nx failed without naming a task (it did not get as far), that is one failure.
 *
 * @param {string} output
 * @param {number} code exit code of Nx
 * @returns {{passed: number, failed: number}}
 */
export function nxSummary(output, code) {
  const lines = stripVTControlCharacters(output)
    .split('\n')
    .map((line) => line.trim());
  const listed = (from) => {
    const start = lines.findIndex((line) => from.test(line));
    if (start < 0) return [];
    const names = [];
    for (const line of lines.slice(start + 1)) {
      if (line.startsWith('- ')) names.push(line.slice(2));
      else if (line !== '' && names.length > 0) break;
    }
    return names;
  };
  const projects = listed(/^NX\s+Running target \S+ for \d+ projects?:?$/).length;
  const failed = listed(/^Failed tasks:$/).length;
  if (code !== 0 && failed === 0) return { passed: 0, failed: 1 };
  return { passed: Math.max(0, projects - failed), failed };
}
