import 'reflect-metadata';
import type { Command } from './command.js';
import { analyse } from './commands/analyse.js';
import { auditExport, auditHead, auditVerify } from './commands/audit.js';
import { backtest } from './commands/backtest.js';
import { bench } from './commands/bench.js';
import { custodyLists } from './commands/custody-lists.js';
import { custodyRegister } from './commands/custody-register.js';
import { demo } from './commands/demo.js';
import { login } from './commands/login.js';
import { maintain } from './commands/maintain.js';
import { migrate } from './commands/migrate.js';
import { panel } from './commands/panel.js';
import { pictureRebuild } from './commands/picture-rebuild.js';
import { pseudonymise } from './commands/pseudonymise.js';
import { indicatorsImport } from './commands/indicators-import.js';
import { regionImport } from './commands/region-import.js';
import { resolve } from './commands/resolve.js';
import { schemaWrite } from './commands/schema-write.js';
import { setup } from './commands/setup.js';
import { status } from './commands/status.js';
import { template } from './commands/template.js';
import { upload } from './commands/upload.js';
import { verifyAnalysesCommand } from './commands/verify-analyses.js';
import { verifyDisclosureCommand } from './commands/verify-disclosure.js';
import { verifyAccess } from './commands/verify-access.js';
import { verifyOraclesCommand } from './commands/verify-oracles.js';
import { UsageError } from './env.js';
import { verifyCsv } from './intake/verify-csv.js';
import { verifyIntakeCommand } from './intake/verify-intake.js';
import { verifyLabCommand } from './lab/verify-lab.js';

const COMMANDS: readonly Command[] = [
  login,
  template,
  pseudonymise,
  upload,
  resolve,
  status,
  migrate,
  regionImport,
  indicatorsImport,
  setup,
  custodyLists,
  custodyRegister,
  demo,
  maintain,
  pictureRebuild,
  analyse,
  verifyOraclesCommand,
  verifyAnalysesCommand,
  verifyDisclosureCommand,
  verifyAccess,
  verifyCsv,
  verifyIntakeCommand,
  verifyLabCommand,
  schemaWrite,
  auditVerify,
  auditHead,
  auditExport,
  panel,
  backtest,
  bench,
];

const print = (line: string): void => console.log(line);

function help(): string {
  const lines = COMMANDS.map(({ name, usage, summary }) => `  ${`${name} ${usage}`.trim().padEnd(36)} ${summary}`);
  return ['usage: datalab <command>', '', ...lines].join('\n');
}

/** The command whose words the arguments begin with; the longest name wins. */
function find(args: readonly string[]): { command: Command; rest: readonly string[] } | undefined {
  const line = `${args.join(' ')} `;
  const command = [...COMMANDS]
    .sort((a, b) => b.name.length - a.name.length)
    .find(({ name }) => line.startsWith(`${name} `));
  return command && { command, rest: args.slice(command.name.split(' ').length) };
}

const found = find(process.argv.slice(2));
if (found === undefined) {
  console.error(help());
  process.exitCode = 2;
} else {
  try {
    process.exitCode = await found.command.run(found.rest, print);
  } catch (error) {
    const isUsage = error instanceof UsageError;
    console.error(isUsage ? `${error.message}\n\nusage: datalab ${found.command.name} ${found.command.usage}` : error);
    process.exitCode = isUsage ? 2 : 1;
  }
}
