import type { LabSummary } from '../../gql/types.js';

/** The five steps at a glance. Decoration: the words beside it say which step the lab is in. */
export function StepDots({ steps }: { steps: LabSummary['steps'] }) {
  return (
    <div className="dl-step-dots" aria-hidden="true">
      {steps.map(({ step, state }) => (
        <span key={step} className={`dl-step-dots__dot dl-step-dots__dot--${state}`} />
      ))}
    </div>
  );
}
