/** The little of the Encoding Standard that reading needs. Browser, worker and Node all have it; a pure tsconfig does not know. */
interface StandardDecoder {
  decode(bytes?: Uint8Array, options?: { stream?: boolean }): string;
}
declare const TextDecoder: new (label: string, options?: { fatal?: boolean; ignoreBOM?: boolean }) => StandardDecoder;

export type Encoding = 'utf-8' | 'windows-1252' | 'utf-16le' | 'utf-16be';

export interface StrictDecoder {
  /** The text of these bytes, or undefined where they hold a sequence that the encoding does not have. */
  decode(bytes: Uint8Array, more: boolean): string | undefined;
}

/** A decoder that accepts no wrong byte. A BOM is dropped. */
export function strictDecoder(encoding: Encoding): StrictDecoder {
  const decoder = new TextDecoder(encoding, { fatal: true });
  return {
    decode(bytes, more) {
      try {
        return decoder.decode(bytes, { stream: more });
      } catch (error) {
        // By name: in a test or an iframe the TypeError is of another realm than this module's.
        if ((error as Partial<Error>).name === 'TypeError') return undefined;
        throw error;
      }
    },
  };
}

/** A decoder that writes U+FFFD for what it cannot read. */
export const lenientDecoder = (encoding: Encoding): StandardDecoder => new TextDecoder(encoding);
