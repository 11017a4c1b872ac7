import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { keysOf, readEvent } from './event-keys.js';

/**
 * Listens to what the server announces (ids only) and refetches what it touches. Returns whether the line is open, so that a screen that
 * waits for something can ask by itself while it is not.
 */
export function useEvents(isSignedIn: boolean): boolean {
  const client = useQueryClient();
  const [isOpen, setOpen] = useState(true);
  useEffect(() => {
    if (!isSignedIn) return;
    const source = new EventSource('/v1/events');
    source.onopen = () => setOpen(true);
    source.onerror = () => setOpen(false);
    source.onmessage = (message: MessageEvent<string>) => {
      const event = readEvent(message.data);
      for (const queryKey of event === undefined ? [] : keysOf(event)) void client.invalidateQueries({ queryKey });
    };
    return () => source.close();
  }, [client, isSignedIn]);
  return isOpen;
}
