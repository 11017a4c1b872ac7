const DATABASE = 'datalab-custody';
const STORE = 'values';

function openStore(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(DATABASE, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error ?? new Error('the store of this browser does not open'));
  });
}

async function inStore<R>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<R>): Promise<R> {
  const database = await openStore();
  try {
    return await new Promise<R>((resolve, reject) => {
      const asked = act(database.transaction(STORE, mode).objectStore(STORE));
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => reject(asked.error ?? new Error('the store of this browser does not answer'));
    });
  } finally {
    database.close();
  }
}

/** A value that this browser keeps between visits, for this site alone. */
export const findValue = <T>(name: string): Promise<T | undefined> =>
  inStore<T | undefined>('readonly', (store) => store.get(name) as IDBRequest<T | undefined>);

export async function keepValue(name: string, value: unknown): Promise<void> {
  await inStore('readwrite', (store) => store.put(value, name));
}

export async function forgetValue(name: string): Promise<void> {
  await inStore('readwrite', (store) => store.delete(name));
}
