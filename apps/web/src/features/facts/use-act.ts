import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useLab } from '../lab/lab-context.js';

/** Something that one does on this page: afterwards everything of the lab is asked anew. */
export function useAct<V>(act: (variables: V) => Promise<unknown>, onDone: () => void = () => undefined) {
  const { lab } = useLab();
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['lab', lab.id] });
      onDone();
    },
  });
}
