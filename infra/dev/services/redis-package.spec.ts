import { describe, expect, it } from '@jest/globals';
import { neededPackages } from './redis-package.mjs';

const uris = `'http://deb.debian.org/debian/pool/main/j/jemalloc/libjemalloc2_5.3.0-1_amd64.deb' libjemalloc2_5.3.0-1_amd64.deb 275000 MD5Sum:0f56
'http://deb.debian.org/debian/pool/main/a/adduser/adduser_3.134_all.deb' adduser_3.134_all.deb 150000 MD5Sum:aa
'http://deb.debian.org/debian-security/pool/updates/main/r/redis/redis-tools_7.0.15-1%7edeb12u10_amd64.deb' redis-tools_5%3a7.0.15-1~deb12u10_amd64.deb 991988 
'http://deb.debian.org/debian-security/pool/updates/main/r/redis/redis-server_7.0.15-1%7edeb12u10_amd64.deb' redis-server_5%3a7.0.15-1~deb12u10_amd64.deb 73908 
`;

describe('neededPackages', () => {
  it('takes Redis and its libraries from what apt says, with or without a checksum, and nothing around them', () => {
    expect(neededPackages(uris)).toEqual(['libjemalloc2', 'redis-tools', 'redis-server']);
  });

  it('is empty when the machine has everything', () => {
    expect(neededPackages('')).toEqual([]);
  });
});
