import { bootstrap } from '../dev/bootstrap.mjs';

if (await bootstrap(import.meta.url)) {
  const { runSuites } = await import('./run-suites.mjs');
  try {
    process.exit(await runSuites(process.argv.slice(2)));
  } catch (error) {
    console.error(error.stack);
    process.exit(1);
  }
}
