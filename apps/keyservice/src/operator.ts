import { randomBytes } from 'node:crypto';
import { OperatorFault } from './operator/operator-context.js';
import { runOperator } from './operator/run-operator.js';

// The operator's own command line; the platform has neither these commands nor the owner role behind them.
try {
  const result = await runOperator(process.argv.slice(2), {
    variables: process.env,
    clock: { now: () => new Date() },
    rng: (length) => new Uint8Array(randomBytes(length)),
  });
  process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
} catch (reason) {
  process.stderr.write(`${reason instanceof Error ? reason.message : 'failed'}\n`);
  process.exitCode = reason instanceof OperatorFault ? 2 : 1;
}
