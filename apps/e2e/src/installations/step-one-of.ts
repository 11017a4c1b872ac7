import type { StepOneContent } from '@datalab/client';

/** The least that the partners of a story say in step 1, by the names of the organisations and of the sources. */
export function stepOneOf(
  organisations: readonly string[],
  sources: readonly string[],
  { areaLevel }: { areaLevel: string },
): StepOneContent {
  const each = <T>(value: T) => Object.fromEntries(organisations.map((name) => [name, value]));
  return {
    goals: each('Know where nuisance concentrates, and act there together.'),
    questions: [
      { question: 'Where does nuisance concentrate, and since when?', behind: 'Decide where to be more often.' },
    ],
    scores: each([[5, 4, 2]] as const),
    core: { question: 0, reason: 'It is the only question that was proposed.' },
    explanations: { otherwise: 'Talked over, and in order.' },
    boards: each({ personName: 'A. Storyteller', function: 'director', agreedOn: '2024-01-15' }),
    consultation: {
      how: 'An evening in the community centre.',
      heldOn: '2024-01-10',
      outcome: 'Residents agree, as long as nobody ends up on a list.',
    },
    shells: [
      {
        title: 'Where nuisance concentrates',
        kind: 'descriptive',
        method: 'rates',
        unit: 'report',
        areaLevel,
        grain: 'year',
        periodFrom: '2018-01-01',
        periodTo: '2024-12-31',
        sources,
        rows: 'area',
        columns: ['Reports'],
        use: 'Choose where to be more often.',
      },
    ],
  };
}
