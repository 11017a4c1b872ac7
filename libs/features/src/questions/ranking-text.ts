import { MOST_POINTS, type QuestionRanking, type RankedQuestion, type RankingAgreement } from '@datalab/domain';

interface Ranked extends Pick<QuestionRanking, 'ranked' | 'agreement'> {
  questions: readonly { id: string; question: string }[];
  organisations: number;
}
type Language = 'nl' | 'en';

/** From which W on agreement is called by this word; bounds of habit, not of theory. */
const STRONG = 0.7;
const FAIR = 0.5;
const SOME = 0.3;
/** Below this p, agreement is not taken for chance. */
const RARE = 0.05;

/** A ranking in sentences for people who never heard of W. */
export const rankingText = (ranking: Ranked): QuestionRanking['text'] => ({
  nl: sentences(ranking, 'nl'),
  en: sentences(ranking, 'en'),
});

function sentences({ questions, ranked, agreement, organisations }: Ranked, language: Language): string[] {
  const nl = language === 'nl';
  const nameOf = (id: string) => `“${questions.find((row) => row.id === id)!.question}”`;
  const points = ({ points: value }: RankedQuestion) => decimals(value, 1, language);
  const first = ranked.filter(({ rank }) => rank === 1);
  const names = first.map(({ questionId }) => nameOf(questionId)).join(nl ? ' en ' : ' and ');
  return [
    nl
      ? `${organisations} ${organisations === 1 ? 'organisatie heeft' : 'organisaties hebben'} ${questions.length} ${questions.length === 1 ? 'vraag' : 'vragen'} gescoord. De opbrengst telt twee keer, beantwoordbaarheid en privacy één keer.`
      : `${organisations} ${organisations === 1 ? 'organisation has' : 'organisations have'} scored ${questions.length} ${questions.length === 1 ? 'question' : 'questions'}. Impact counts twice, answerability and privacy once.`,
    nl
      ? `Bovenaan ${first.length === 1 ? 'staat' : 'staan'} ${names}, met ${points(first[0]!)} van de ${MOST_POINTS} punten.`
      : `First ${first.length === 1 ? 'comes' : 'come'} ${names}, with ${points(first[0]!)} of ${MOST_POINTS} points.`,
    ...ties(ranked, nameOf, nl),
    ...agreementSentences(agreement, language),
  ];
}

function ties(ranked: readonly RankedQuestion[], nameOf: (id: string) => string, nl: boolean): string[] {
  const groups = ranked.filter(
    ({ tiedWith }, i) => tiedWith.length > 0 && !ranked.slice(0, i).some((one) => tiedWith.includes(one.questionId)),
  );
  return groups.map(({ questionId, rank, tiedWith }) => {
    const names = [questionId, ...tiedWith].map(nameOf).join(nl ? ' en ' : ' and ');
    return nl
      ? `${names} hebben evenveel punten en delen plaats ${rank}. Wat het minst van privacy vraagt staat eerst; daarna wat het eerst is voorgesteld.`
      : `${names} have as many points and share place ${rank}. What costs least privacy stands first; then what was proposed first.`;
  });
}

function agreementSentences({ apart, together }: QuestionRanking['agreement'], language: Language): string[] {
  const nl = language === 'nl';
  if (together.w === null) return [WITHOUT[together.because][language]];
  const share = Math.max(1, Math.round(together.p * 100));
  const chance = nl
    ? `Bij willekeurig scoren komt zo veel overeenstemming in ongeveer ${share} van de 100 gevallen ook voor`
    : `If everybody scored at random, as much agreement would come up in about ${share} of 100 cases`;
  const verdict = nl
    ? together.p < RARE
      ? ': dit is waarschijnlijk geen toeval.'
      : ': dit kan dus toeval zijn. Praat over de verschillen.'
    : together.p < RARE
      ? ': this is probably not chance.'
      : ': so this may be chance. Talk about the differences.';
  const before =
    apart.w === null || Math.abs(apart.w - together.w) < 0.005
      ? []
      : [
          nl
            ? `Voordat de organisaties elkaars scores zagen, was W ${decimals(apart.w, 2, language)}.`
            : `Before the organisations saw each other's scores, W was ${decimals(apart.w, 2, language)}.`,
        ];
  return [
    nl
      ? `De organisaties zijn het ${word(together.w, nl)} eens over de volgorde (Kendalls W = ${decimals(together.w, 2, language)}; 0 is helemaal niet, 1 is helemaal).`
      : `The organisations agree ${word(together.w, nl)} on the order (Kendall's W = ${decimals(together.w, 2, language)}; 0 is not at all, 1 is entirely).`,
    `${chance}${verdict}`,
    ...before,
  ];
}

const WITHOUT: Record<Extract<RankingAgreement, { w: null }>['because'], Record<Language, string>> = {
  'one-organisation': {
    nl: 'Hoe eens men het is, blijkt pas als twee organisaties alle vragen hebben gescoord.',
    en: 'Agreement can be told once two organisations have scored every question.',
  },
  'one-question': {
    nl: 'Met één vraag is er geen volgorde om het over eens te zijn.',
    en: 'With one question there is no order to agree on.',
  },
  'no-order': {
    nl: 'Elke organisatie gaf alle vragen evenveel punten. Er is dus geen volgorde om het over eens te zijn.',
    en: 'Every organisation gave all questions as many points, so there is no order to agree on.',
  },
};

function word(w: number, nl: boolean): string {
  if (w >= STRONG) return nl ? 'sterk' : 'strongly';
  if (w >= FAIR) return nl ? 'redelijk' : 'fairly';
  if (w >= SOME) return nl ? 'enigszins' : 'somewhat';
  return nl ? 'weinig' : 'little';
}

const decimals = (value: number, digits: number, language: Language): string =>
  language === 'nl' ? value.toFixed(digits).replace('.', ',') : value.toFixed(digits);
