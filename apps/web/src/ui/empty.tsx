import type { ReactNode } from 'react';

/** Nothing here yet, why, and what to do about it. */
export function Empty({ title, text, children }: { title: string; text: string; children?: ReactNode }) {
  return (
    <section className="dl-empty">
      <h2 className="utrecht-heading-3">{title}</h2>
      <p className="utrecht-paragraph">{text}</p>
      {children !== undefined && <div className="dl-actions">{children}</div>}
    </section>
  );
}
