import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../dev/paths.mjs';
import { runCommand } from '../dev/run-command.mjs';
import { nxSummary } from './nx-summary.mjs';
import { checkedFolders, countPerFolder } from './projects.mjs';
import { filesWithTypeErrors, writeTypePrograms } from './type-programs.mjs';

/** Without a daemon that stays behind, without the cloud, and in a form that can be read back. */
export const NX_ENVIRONMENT = { NX_DAEMON: 'false', NX_NO_CLOUD: 'true', NX_TUI: 'false', NX_INTERACTIVE: 'false' };

const bin = (name) => join(ROOT, 'node_modules', '.bin', name);
/** TypeScript's native compiler; typescript-eslint and the code generators still need the API of version 6. */
const TSC = join(ROOT, 'node_modules', 'typescript-7', 'bin', 'tsc');
const ESLINT = [bin('eslint'), 'infra', 'eslint.config.mjs', 'jest.config.mjs'];

/** ESLint over every project; `infra` and the root are no Nx projects and count as one. */
export async function lint(signal) {
  const command = [
    bin('nx'),
    'run-many',
    '-t',
    'lint',
    '--output-style=static',
    `--parallel=${availableParallelism()}`,
  ];
  const run = await node(command, signal);
  const projects = nxSummary(run.output, run.code);
  const outside = asCheck(await node(ESLINT, signal));
  return {
    passed: projects.passed + outside.passed,
    failed: projects.failed + outside.failed,
    skipped: 0,
    output: [projects.failed > 0 ? run.output : '', outside.failed > 0 ? outside.output : ''].join('\n').trim(),
  };
}

/** The compiler over every project, a few at a time in one program. */
export async function types(signal) {
  const folders = checkedFolders();
  const wrong = [];
  const outputs = [];
  for (const program of writeTypePrograms(folders, join(ROOT, '.datalab', 'cache', 'types'))) {
    const { code, output } = await node([TSC, '-p', program, '--pretty', 'false'], signal);
    if (code === 0) continue;
    const files = filesWithTypeErrors(output);
    wrong.push(...(files.length > 0 ? files : ['(the compiler itself)']));
    outputs.push(output);
  }
  return { ...countPerFolder(folders, wrong, wrong.length === 0), skipped: 0, output: outputs.join('\n') };
}

/** Prettier over everything, which counts as one. */
export async function format(signal) {
  return asCheck(await node([bin('prettier'), '--check', '.'], signal));
}

function asCheck({ code, output }) {
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0, output };
}

function node(args, signal) {
  return runCommand(process.execPath, args, { cwd: ROOT, env: { ...process.env, ...NX_ENVIRONMENT }, signal });
}
