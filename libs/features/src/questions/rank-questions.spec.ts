import { describe, expect, it } from '@jest/globals';
import { completeScorers, rankQuestions, type ScoredQuestion } from './rank-questions.js';

const QUESTIONS = ['a', 'b', 'c'].map((id) => ({ id, question: `Vraag ${id}?` }));
type Parts = [impact: number, answerability: number, privacyCost: number];
const of = ([impact, answerability, privacyCost]: Parts) => ({ impact, answerability, privacyCost });
const scored = (organisationId: string, parts: Parts[], apart = parts): ScoredQuestion[] =>
  parts.map((now, i) => ({ questionId: QUESTIONS[i]!.id, organisationId, now: of(now), apart: of(apart[i]!) }));

describe('ranking questions', () => {
  it('counts impact twice and a high privacy cost against', () => {
    const scores = [
      ...scored('x', [
        [5, 3, 5],
        [4, 3, 1],
        [1, 5, 1],
      ]),
      ...scored('y', [
        [5, 3, 5],
        [5, 3, 1],
        [1, 5, 1],
      ]),
    ];
    const ranking = rankQuestions({ questions: QUESTIONS, scores }, 1)!;
    // a: 10 + 3 + 1 = 14; b: 8 + 3 + 5 = 16 and 18; c: 2 + 5 + 5 = 12.
    expect(ranking.ranked.map(({ questionId, rank, points }) => [questionId, rank, points])).toEqual([
      ['b', 1, 17],
      ['a', 2, 14],
      ['c', 3, 12],
    ]);
    expect(ranking.agreement.together).toMatchObject({ w: 1, organisations: 2, questions: 3 });
    expect(ranking.text.nl[1]).toBe('Bovenaan staat “Vraag b?”, met 17,0 van de 20 punten.');
    expect(ranking.text.nl.join(' ')).toContain('sterk eens over de volgorde (Kendalls W = 1,00');
  });

  it('lets questions with as many points share a rank, the cheapest in privacy first, and says so', () => {
    const scores = scored('x', [
      [4, 3, 5],
      [3, 3, 3],
      [1, 1, 1],
    ]);
    const { ranked, text, agreement } = rankQuestions({ questions: QUESTIONS, scores }, 1)!;
    expect(ranked.map(({ questionId, rank, tiedWith }) => [questionId, rank, tiedWith])).toEqual([
      ['b', 1, ['a']],
      ['a', 1, ['b']],
      ['c', 3, []],
    ]);
    expect(text.nl).toContainEqual(expect.stringContaining('delen plaats 1'));
    expect(text.en.filter((line) => line.includes('share place'))).toHaveLength(1);
    expect(agreement.together).toEqual({ w: null, because: 'one-organisation' });
  });

  it('leaves out who has not scored every question, and has nothing to say before anybody has', () => {
    const half = scored('y', [
      [1, 1, 5],
      [1, 1, 5],
    ]);
    expect(rankQuestions({ questions: QUESTIONS, scores: half }, 1)).toBeUndefined();
    expect(completeScorers([], [])).toEqual([]);
    const whole = scored('x', [
      [3, 3, 3],
      [2, 3, 3],
      [1, 3, 3],
    ]);
    expect(rankQuestions({ questions: QUESTIONS, scores: [...half, ...whole] }, 1)).toEqual(
      rankQuestions({ questions: QUESTIONS, scores: whole }, 1),
    );
  });

  it('keeps what organisations thought apart beside what they think together', () => {
    const down: Parts[] = [
      [5, 3, 3],
      [3, 3, 3],
      [1, 3, 3],
    ];
    const up = [...down].reverse();
    const scores = [...scored('x', down), ...scored('y', down, up)];
    const { agreement, text } = rankQuestions({ questions: QUESTIONS, scores }, 1)!;
    expect(agreement.apart).toMatchObject({ w: 0 });
    expect(agreement.together).toMatchObject({ w: 1 });
    expect(text.nl.at(-1)).toBe('Voordat de organisaties elkaars scores zagen, was W 0,00.');
  });

  it('has no agreement where nobody prefers anything', () => {
    const flat: Parts[] = [
      [3, 3, 3],
      [3, 3, 3],
      [3, 3, 3],
    ];
    const { agreement } = rankQuestions(
      { questions: QUESTIONS, scores: [...scored('x', flat), ...scored('y', flat)] },
      1,
    )!;
    expect(agreement.together).toEqual({ w: null, because: 'no-order' });
  });
});
