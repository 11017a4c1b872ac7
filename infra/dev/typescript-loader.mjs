import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire, registerHooks } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { threadId } from 'node:worker_threads';
import { CACHE } from './paths.mjs';

/**
 * Preloaded (`node --import`) to run the TypeScript of this repository: the compiler of the tests, in this thread, and every file only
 * once until it changes. General loaders ask for every module of every package too; the api then takes three times the time to start.
 */
const OPTIONS = {
  configFile: false,
  swcrc: false,
  sourceMaps: 'inline',
  module: { type: 'es6' },
  jsc: {
    target: 'es2024',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
  },
};
const require = createRequire(import.meta.url);
const made = join(CACHE, 'typescript');
const maker = `${require('@swc/core/package.json').version} ${JSON.stringify(OPTIONS)}`;
mkdirSync(made, { recursive: true });

registerHooks({
  resolve(specifier, context, next) {
    // Imports name the file that a compiler would have written.
    if (/^\.{1,2}\/.*\.js$/.test(specifier) && context.parentURL?.endsWith('.ts')) {
      const source = new URL(specifier.replace(/\.js$/, '.ts'), context.parentURL);
      if (existsSync(source)) return { url: source.href, format: 'module', shortCircuit: true };
    }
    return next(specifier, context);
  },
  load(url, context, next) {
    if (!url.endsWith('.ts') || url.includes('/node_modules/')) return next(url, context);
    return { format: 'module', source: compiled(fileURLToPath(url)), shortCircuit: true };
  },
});

function compiled(file) {
  const source = readFileSync(file, 'utf8');
  // One place per file, so that the cache does not grow with every change; its first line says what it was made from.
  const place = join(made, `${digest(file)}.js`);
  const stamp = `// ${digest(`${maker}\0${file}\0${source}`)}\n`;
  if (existsSync(place)) {
    const known = readFileSync(place, 'utf8');
    if (known.startsWith(stamp)) return known.slice(stamp.length);
  }
  const { code } = require('@swc/core').transformSync(source, { ...OPTIONS, filename: file });
  const half = `${place}.${process.pid}.${threadId}`;
  writeFileSync(half, stamp + code);
  renameSync(half, place);
  return code;
}

function digest(text) {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
