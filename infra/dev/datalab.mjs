import { bootstrap } from './bootstrap.mjs';

if (await bootstrap(import.meta.url)) {
  const { runCli } = await import('./run-cli.mjs');
  process.exit(await runCli(process.argv.slice(2)));
}
