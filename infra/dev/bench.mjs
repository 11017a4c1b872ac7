import { bootstrap } from './bootstrap.mjs';

if (await bootstrap(import.meta.url)) {
  const { runCli } = await import('./run-cli.mjs');
  process.exit(await runCli(['bench', ...process.argv.slice(2)]));
}
