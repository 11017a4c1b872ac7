import type { ErrorComponentProps } from '@tanstack/react-router';
import { FailureAlert } from '../ui/failure-alert.js';

/** The last resort: a screen broke while it was drawn. */
export function CrashPage({ error, reset }: ErrorComponentProps) {
  return (
    <div className="dl-main">
      <FailureAlert error={error} retry={reset} />
    </div>
  );
}
