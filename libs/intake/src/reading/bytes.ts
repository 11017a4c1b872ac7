/** Bytes that are in memory already, as the stream that `openTable` reads; in pieces, so that nothing depends on where one ends. */
export async function* bytesInPieces(bytes: Uint8Array, pieceLength = 65_536): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += pieceLength) yield bytes.subarray(at, at + pieceLength);
}
