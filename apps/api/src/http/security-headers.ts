import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';

/**
 * The one style element that a library writes into a page: that of the charts (Observable Plot, class name `dl-plot`). The browser story fails
 * when it changes.
 */
const CHART_STYLE = "'sha256-emA3z0rePTQblWQ4ifhe4K9y2jzCFs6VLsBd3Pv0R60='";

/** Only what comes from here runs here: no inline script, no inline style, no code made of text. */
export async function setSecurityHeaders(
  fastify: FastifyInstance,
  isSecure: boolean,
  keyHolderOrigins: readonly string[],
): Promise<void> {
  await fastify.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        workerSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        styleSrc: ["'self'", CHART_STYLE],
        // Code made of text stays forbidden; the pseudonyms of keys are computed in WebAssembly.
        scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
        // Besides the platform itself only the key holders, which get blinded elements and nothing else.
        connectSrc: ["'self'", ...keyHolderOrigins],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    hsts: isSecure,
    referrerPolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
  });
}
