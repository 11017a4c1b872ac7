import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { TypedDocumentString } from '../../gql/operations.js';
import { request } from '../../gql/request.js';
import { useLab } from './lab-context.js';

/** Does something in this lab; afterwards all that the lab shows is asked for anew, for its steps may wait for it. */
export function useLabDeed<V = void, R = unknown>(deed: (variables: V) => Promise<R>, onDone?: () => void) {
  const { lab } = useLab();
  const client = useQueryClient();
  return useMutation({
    mutationFn: deed,
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['lab', lab.id] });
      onDone?.();
    },
  });
}

/** A deed that is one mutation of the API. */
export const useLabChange = <R, V>(document: TypedDocumentString<R, V>, onDone?: () => void) =>
  useLabDeed((variables: V) => request(document, variables), onDone);
