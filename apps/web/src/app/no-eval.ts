/**
 * zod tries whether it may compile functions from text; the content security policy forbids that and would report the attempt. Read by zod when it loads, so
 * this module is imported before anything else, in the window and in the worker. (`z.config({ jitless: true })` would come too late for schemas made at
 * import.)
 */
declare global {
  var __zod_globalConfig: { jitless?: boolean } | undefined;
}
globalThis.__zod_globalConfig = { ...globalThis.__zod_globalConfig, jitless: true };

export {};
