import { abilityOfPacked, type AppAbility } from '@datalab/access';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { meOptions } from './session.js';

const NOTHING = '[]';

/** What the person who looks may do, by the same rules as the api; without a session nothing. It hides; the api decides. */
export function useAbility(): AppAbility {
  const packed = useQuery(meOptions).data?.rules ?? NOTHING;
  return useMemo(() => abilityOfPacked(packed), [packed]);
}
