import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { ROOT } from './paths.mjs';
import { hashOf } from './web-build.mjs';

/**
 * One digest of what a demo region is made from and where it went: the generator, the command that delivers it, the database the
 * issuer by which people are known, and where its key holders answer. While it is the same there is nothing to make, and the command need not even look.
 */
export function demoSource({ DATABASE_OWNER_URL, OIDC_ISSUER }, holders) {
  const { host, pathname } = new URL(DATABASE_OWNER_URL);
  const sources = hashOf([join(ROOT, 'libs', 'demo', 'src'), join(ROOT, 'apps', 'cli', 'src')]);
  return createHash('sha256')
    .update(
      [sources, host, pathname, OIDC_ISSUER, ...holders.map(({ holderId, url }) => `${holderId} ${url}`)].join('\0'),
    )
    .digest('hex');
}
