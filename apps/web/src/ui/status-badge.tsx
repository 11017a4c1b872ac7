import type { ReactNode } from 'react';

export type Tone = 'neutral' | 'active' | 'success' | 'warning' | 'error' | 'inactive';

export function StatusBadge({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <span className={`utrecht-status-badge utrecht-status-badge--${tone} dl-badge dl-badge--${tone}`}>{children}</span>
  );
}
