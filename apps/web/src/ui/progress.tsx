import { useId } from 'react';

/** How far something is; without `max` only that it goes on. The browser's own element, so that it is announced. */
export function Progress({ label, value, max }: { label: string; value?: number; max?: number }) {
  const id = useId();
  const isKnown = value !== undefined && max !== undefined && max > 0;
  return (
    <div className="dl-progress">
      <label htmlFor={id}>{label}</label>
      {isKnown ? <progress id={id} value={value} max={max} /> : <progress id={id} />}
    </div>
  );
}
