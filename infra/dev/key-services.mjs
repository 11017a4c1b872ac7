import { createPrivateKey, createPublicKey } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Names of the holders that a development platform can have. */
export const MOST_HOLDERS = 2;
/** Who may be asked for how much on one day: enough for the demo's largest file some times over. */
const PER_DAY = 200_000;
export const CALLER_ISSUER = 'urn:datalab-overlast:platform';
export const KEYSERVICE_AUDIENCE = 'https://keys.datalab-overlast.example';

/** PKCS #8 (RFC 8410) before the 32 bytes of a private key. */
const PKCS8 = { ed25519: '302e020100300506032b657004220420', x25519: '302e020100300506032b656e04220420' };

const bytesOf = (secret) => Buffer.from(secret.replace('generated:', ''), 'hex');

/** The public half, as a JSON Web Key, of a private key of 32 bytes in hexadecimal. */
function publicJwk(curve, secret) {
  const key = createPrivateKey({
    key: Buffer.concat([Buffer.from(PKCS8[curve], 'hex'), bytesOf(secret)]),
    format: 'der',
    type: 'pkcs8',
  });
  return createPublicKey(key).export({ format: 'jwk' });
}

/** The worker's public sealing key in hexadecimal: all that the api may know of it. */
export const sealingPublicKey = (privateKey) =>
  Buffer.from(publicJwk('x25519', privateKey).x, 'base64url').toString('hex');

/** How many holders are wanted: `KEY_HOLDERS` in the environment, one if it says nothing. */
export function holderCount(env) {
  const count = Number(env.KEY_HOLDERS || 1);
  if (!Number.isInteger(count) || count < 1 || count > MOST_HOLDERS)
    throw new Error(`KEY_HOLDERS is 1 to ${MOST_HOLDERS}`);
  return count;
}

/**
 * The key holders of a development platform: each with an id, a port, and an environment of its own, of which the platform gets nothing. The
 * operator's differs from the service's: it has the owner of the database and the key that signs a destruction.
 *
 * @param {{ports: number[], databases: {ownerUrl: string, serviceUrl: string}[], secrets: Record<string, string>, publicUrl: string, outer: Record<string, string | undefined>}} options
 */
export function keyHoldersOf({ ports, databases, secrets, publicUrl, outer }) {
  return ports.map((port, i) => {
    const holderId = `holder-${i + 1}`;
    const common = {
      PATH: outer.PATH,
      NODE_ENV: outer.NODE_ENV ?? 'development',
      KEYSERVICE_HOLDER_ID: holderId,
      KEYSERVICE_DATABASE_URL: databases[i].serviceUrl,
      KEYSERVICE_WRAPPING_KEY: secrets[`keyserviceWrappingKey${i + 1}`],
    };
    return {
      holderId,
      url: `http://localhost:${port}`,
      service: {
        ...common,
        LOG_LEVEL: outer.LOG_LEVEL ?? 'info',
        KEYSERVICE_PORT: String(port),
        KEYSERVICE_AUDIENCE,
        KEYSERVICE_ALLOWED_ORIGINS: new URL(publicUrl).origin,
      },
      operator: {
        ...common,
        KEYSERVICE_OWNER_DATABASE_URL: databases[i].ownerUrl,
        KEYSERVICE_SIGNING_KEY: secrets[`keyserviceSigningKey${i + 1}`],
      },
    };
  });
}

/**
 * Does what the people do when a lab begins: the platform's operator writes down which labs and organisations there are, the operator of
 * every key service agrees and lists them, and the cards that come of it are registered at the platform. Every step is the command that a person types.
 *
 * @param {{holders: ReturnType<typeof keyHoldersOf>, folder: string, callerTokenKey: string, datalab: (args: string[]) => Promise<void>, operate: (holder: object, args: string[]) => Promise<string>}} options
 */
export async function registerKeyHolders({ holders, folder, callerTokenKey, datalab, operate }) {
  const { kty, crv, x } = publicJwk('ed25519', callerTokenKey);
  const [keysFile, listsFile, cardsFile] = ['caller-keys', 'key-lists', 'key-cards'].map((name) =>
    join(folder, `${name}.json`),
  );
  writeFileSync(keysFile, JSON.stringify({ keys: [{ kty, crv, x, alg: 'EdDSA', use: 'sig' }] }));
  await datalab(['custody', 'lists', listsFile, CALLER_ISSUER, keysFile, String(PER_DAY)]);
  const cards = [];
  for (const holder of holders) {
    const answer = JSON.parse(await operate(holder, ['apply', '--file', listsFile, '--operator', 'npm start']));
    cards.push(...answer.cards.map((card) => ({ ...card, url: holder.url })));
  }
  writeFileSync(cardsFile, JSON.stringify(cards, null, 2));
  await datalab(['custody', 'register', cardsFile]);
}
