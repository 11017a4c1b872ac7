import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../dev/paths.mjs';
import { runCommand } from '../dev/run-command.mjs';
import { nxSummary } from './nx-summary.mjs';

/** Without a daemon that stays behind, without the cloud, and in a form that can be read back. */
export const NX_ENVIRONMENT = { NX_DAEMON: 'false', NX_NO_CLOUD: 'true', NX_TUI: 'false', NX_INTERACTIVE: 'false' };

const bin = (name) => join(ROOT, 'node_modules', '.bin', name);
const ESLINT = [bin('eslint'), 'infra', 'eslint.config.mjs', 'jest.config.mjs'];
/** TypeScript's native compiler; typescript-eslint and the code generators still need the API of version 6. */
const TSC = [join(ROOT, 'node_modules', 'typescript-7', 'bin', 'tsc'), '-p', 'infra/tsconfig.json'];

/** ESLint over every project; `infra` and the root are no Nx projects and count as one. */
export const lint = (signal) => overProjects('lint', ESLINT, signal);

/** The compiler over every project, and over `infra`. */
export const types = (signal) => overProjects('typecheck', TSC, signal);

/** Prettier over everything, which counts as one. */
export async function format(signal) {
  return asCheck(await node([bin('prettier'), '--check', '.'], signal));
}

async function overProjects(target, rest, signal) {
  const run = await node(
    [bin('nx'), 'run-many', '-t', target, '--output-style=static', `--parallel=${availableParallelism()}`],
    signal,
  );
  const projects = nxSummary(run.output, run.code);
  const outside = asCheck(await node(rest, signal));
  return {
    passed: projects.passed + outside.passed,
    failed: projects.failed + outside.failed,
    skipped: 0,
    output: [projects.failed > 0 ? run.output : '', outside.failed > 0 ? outside.output : ''].join('\n').trim(),
  };
}

function node(args, signal) {
  return runCommand(process.execPath, args, { cwd: ROOT, env: { ...process.env, ...NX_ENVIRONMENT }, signal });
}

function asCheck({ code, output }) {
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0, output };
}
