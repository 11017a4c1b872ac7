import type { Lab } from '../../gql/types.js';
import { ProcessStep } from './process-step.js';

/** The five steps of a Data Lab as one line, from top to bottom. An ordered list: a screen reader says "2 of 5". */
export function ProcessLine({ lab }: { lab: Lab }) {
  return (
    <ol className="dl-process">
      {lab.steps.map((step, index) => (
        <ProcessStep key={step.step} lab={lab} step={step} number={index + 1} previous={lab.steps[index - 1]} />
      ))}
    </ol>
  );
}
