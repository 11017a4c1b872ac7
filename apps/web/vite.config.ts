import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const API = process.env.DATALAB_API_URL ?? 'http://localhost:4300';

/**
 * One origin for everything: in development the api is proxied, in production it serves `dist`. No script or style is ever inlined
 * (`assetsInlineLimit` 0, no module-preload polyfill), so that the content security policy can stay `'self'`.
 */
export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  plugins: [react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2024',
    sourcemap: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // MapLibre alone is larger than the default warning; it is loaded with the map and never before.
    chunkSizeWarningLimit: 1200,
  },
  worker: { format: 'es' },
  server: {
    port: 4301,
    strictPort: true,
    proxy: Object.fromEntries(
      ['/graphql', '/auth', '/v1', '/schema'].map((path) => [path, { target: API, changeOrigin: false }]),
    ),
  },
});
