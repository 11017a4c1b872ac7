import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';

const web = fileURLToPath(new URL('../../apps/web', import.meta.url));
const server = await createServer({
  root: web,
  logLevel: 'error',
  appType: 'custom',
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  optimizeDeps: { noDiscovery: true, include: [] },
});
try {
  const { makeRouter } = await server.ssrLoadModule('/src/app/router.tsx');
  const router = makeRouter();
  const pages = Object.values(router.routesById).filter(({ options }) => options.component?.preload);
  // A lazy page whose file does not load, or has no such export, shows only when somebody goes there.
  await Promise.all(pages.map(({ options }) => options.component.preload()));
  console.log(JSON.stringify(Object.keys(router.routesByPath)));
} finally {
  await server.close();
}
