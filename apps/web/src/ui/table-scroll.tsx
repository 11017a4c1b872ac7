import type { ReactNode } from 'react';

/** A table wider than the screen scrolls by itself (and with the keyboard), so that the page never does. */
export function TableScroll({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="dl-table-scroll" role="group" aria-label={label} tabIndex={0}>
      {children}
    </div>
  );
}
