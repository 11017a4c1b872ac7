import { bootstrap } from './bootstrap.mjs';

if (await bootstrap(import.meta.url)) {
  const { runUntilStopped } = await import('./run-until-stopped.mjs');
  try {
    process.exit(await runUntilStopped(process.argv.slice(2)));
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
