import { analyseCase } from './analyse-case.js';
import { verifyOracles } from './verify-oracles.js';

const [command, first, ...rest] = process.argv.slice(2);
if (command === 'verify' && first) {
  const { failed } = await verifyOracles(first, console.log, rest.length > 0 ? rest : undefined);
  process.exitCode = failed > 0 ? 1 : 0;
} else if (command === 'analyse' && first && rest[0]) {
  console.log(JSON.stringify(await analyseCase(first, rest[0]), null, 1));
} else {
  console.error('usage: run.ts verify <folder> [method …] | analyse <method> <case folder>');
  process.exitCode = 2;
}
