import { createContext, useContext } from 'react';
import type { Lab, Me } from '../../gql/types.js';

/** The lab that the screen is in, and who looks. */
export const LabContext = createContext<{ lab: Lab; me: Me } | null>(null);

export function useLab(): { lab: Lab; me: Me } {
  const value = useContext(LabContext);
  if (value === null) throw new Error('useLab is used outside a lab');
  return value;
}
