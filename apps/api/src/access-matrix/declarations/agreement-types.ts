import { inLab, ownInLab, type TypeRule, type Who } from '../rules.js';

const IN_LAB = inLab();
const names = (list: string): string[] => list.split(/\s+/);
/** Declared, and held to the schema; libs/features/src/agreement and libs/features/src/values try who sees what. */
const notMade = (who: Who, list: string): TypeRule => ({
  who,
  withIt: [],
  neverFilled: Object.fromEntries(
    names(list).map((name) => [name, 'the world of the matrix has no version and no answers']),
  ),
});

/** Step 3: what everybody in the lab reads; the exact risk is of the own organisation. */
export const AGREEMENT_TYPES: Readonly<Record<string, TypeRule>> = {
  Agreement: { who: IN_LAB, withIt: names('labId stepState versions') },
  AgreementVersion: notMade(
    IN_LAB,
    'id version state revision currentHash madeAt savedAt signingSince inForceSince endedAt endReason articles choices faults differences comparedWith parties',
  ),
  AgreementArticle: notMade(IN_LAB, 'clause number title paragraphs'),
  ClauseDifference: notMade(IN_LAB, 'clause removed added'),
  AgreementFault: notMade(IN_LAB, 'clause code'),
  AgreementParty: notMade(IN_LAB, 'organisationId name supportedAt signedAt signedBy'),
  AgreedBasis: notMade(IN_LAB, 'organisationId basis law specialBasis'),
  AgreedFields: notMade(IN_LAB, 'descriptive diagnostic predictive'),
  AgreedLink: notMade(IN_LAB, 'by datasetIds'),
  AgreedFloor: notMade(IN_LAB, 'reports households'),
  AgreedFloors: notMade(IN_LAB, 'lab public'),
  Dpia: notMade(IN_LAB, 'reference on'),
  AgreementChoices: notMade(
    IN_LAB,
    'bases background purposes fields links floors retentionMonths recipients wayBackReceiverId embargoDays answerDays checkDays dpia arrangements',
  ),
  PublicValues: {
    who: IN_LAB,
    withIt: names('labId standing causes organisations values'),
    neverFilled: { runId: 'the world of the matrix asks for the lab' },
  },
  ValuesParty: { who: IN_LAB, withIt: names('organisationId name') },
  PublicValueStanding: { who: IN_LAB, withIt: names('value evidence owing answers') },
  EvidenceWords: { who: IN_LAB, withIt: names('nl en') },
  ValueAnswer: notMade(IN_LAB, 'organisationId verdict answer answeredAt answeredBy causes'),
  PrivacyRisk: {
    who: IN_LAB,
    withIt: names('sources'),
    neverFilled: { computedAt: 'the world of the matrix has no rows to measure' },
  },
  SourceRisk: notMade(IN_LAB, 'datasetId bands advice ofTwoLargestHouseholds ofTwoLargestReporters own'),
  RiskBands: notMade(IN_LAB, 'level grain k unique small average homogeneous'),
  RiskAdvice: notMade(IN_LAB, 'level grain'),
  RiskFigures: notMade(
    ownInLab('data_steward', 'domain_expert', 'analyst', 'privacy_officer'),
    'level grain units k l uniqueShare smallShare averageRisk homogeneousShare',
  ),
};
