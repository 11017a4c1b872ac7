import { sha512 } from '@noble/hashes/sha2.js';
import { concat, utf8 } from './bytes.js';
import type { RandomBytes } from './random-bytes.js';

/** A reproducible source for tests and demonstrations: SHA-512 of name and counter. Never for a real key or blind. */
export function countedBytes(name: string): RandomBytes {
  let counter = 0;
  return (length) => {
    const blocks: Uint8Array[] = [];
    for (let made = 0; made < length; made += 64) blocks.push(sha512(utf8(`${name}/${counter++}`)));
    return concat(...blocks).slice(0, length);
  };
}
