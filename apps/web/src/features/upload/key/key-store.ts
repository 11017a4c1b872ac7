import { KEY_LENGTH, type OrganisationKey } from './key-file.js';

const STORE = 'organisation-keys';

function openStore(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('datalab', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(STORE, { keyPath: 'organisationId' });
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error ?? new Error('the key store does not open'));
  });
}

async function inStore<R>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<R>): Promise<R> {
  const database = await openStore();
  try {
    return await new Promise<R>((resolve, reject) => {
      const asked = act(database.transaction(STORE, mode).objectStore(STORE));
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => reject(asked.error ?? new Error('the key store does not answer'));
    });
  } finally {
    database.close();
  }
}

/** The key of this organisation in this browser; undefined where it was never made or loaded here. */
export const findKey = (organisationId: string): Promise<OrganisationKey | undefined> =>
  inStore<OrganisationKey | undefined>(
    'readonly',
    (store) => store.get(organisationId) as IDBRequest<OrganisationKey | undefined>,
  );

export async function saveKey(key: OrganisationKey): Promise<OrganisationKey> {
  await inStore('readwrite', (store) => store.put(key));
  return key;
}

export const makeKey = (organisationId: string): Promise<OrganisationKey> =>
  saveKey({ organisationId, bytes: crypto.getRandomValues(new Uint8Array(KEY_LENGTH)) });
