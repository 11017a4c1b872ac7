import { createContext, useContext } from 'react';

const Live = createContext(true);

export const LiveProvider = Live.Provider;

/** How often to ask by oneself: not at all while the server's announcements arrive, every few seconds while they do not. */
export const useFallbackInterval = (isWaiting: boolean): number | false => {
  const isLive = useContext(Live);
  if (!isWaiting) return false;
  return isLive ? 15_000 : 3_000;
};

export const useIsLive = (): boolean => useContext(Live);
