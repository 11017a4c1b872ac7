import { useEffect, useRef, type RefObject } from 'react';

/**
 * For the heading of a panel: on a narrow screen that is below the map, and comes into view when something else is chosen. Not when the page
 * is opened with a choice in its address.
 */
export function useIntoView(code: string | undefined): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  const previous = useRef(code);
  useEffect(() => {
    if (code !== undefined && previous.current !== code) heading.current?.scrollIntoView({ block: 'nearest' });
    previous.current = code;
  }, [code]);
  return heading;
}
