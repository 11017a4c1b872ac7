const FOLDER = 'datalab-upload';

/** Where the browser keeps canonical rows until they are sent: files of this site that no person and no other site can open. */
export const privateFolder = async (): Promise<FileSystemDirectoryHandle> =>
  (await navigator.storage.getDirectory()).getDirectoryHandle(FOLDER, { create: true });

/** Takes away what was sent, or what an earlier visit left behind. */
export async function clearPrivateFolder(): Promise<void> {
  // Older browsers, and a site without https, have no such files.
  if (!('storage' in navigator)) return;
  const folder = await privateFolder();
  for await (const name of folder.keys()) {
    try {
      await folder.removeEntry(name);
    } catch {
      // Another tab is still writing it: it is that tab's to remove.
    }
  }
}
