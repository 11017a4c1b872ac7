import { inLab, type TypeRule } from '../rules.js';

const IN_LAB = inLab();
const names = (list: string): string[] => list.split(/\s+/);

/** Step 2: what everybody in the lab reads, whoever wrote it. */
export const FACTS_TYPES: Readonly<Record<string, TypeRule>> = {
  IntakeTerms: {
    who: IN_LAB,
    withIt: names('version clauses digest organisations ended'),
    neverFilled: { madeAt: "the text is the platform's own" },
  },
  IntakeClause: { who: IN_LAB, withIt: names('title text') },
  IntakeOrganisation: { who: IN_LAB, withIt: names('organisationId organisationName standing signature') },
  IntakeSignature: {
    who: IN_LAB,
    // The last three are told of one's own organisation: everybody has one that stands and one that ended. The world marks why it ended.
    withIt: names('id version clauses digest signedAt signedBy endedAt endedReason'),
  },
  KnownFact: {
    who: IN_LAB,
    withIt: names('id organisationId kind title note source isPublished addedAt value unit areaCode from to location'),
  },
  NothingToDeliver: { who: IN_LAB, withIt: names('id organisationId datasetId reason declaredAt') },
  SourceDifference: {
    who: IN_LAB,
    withIt: names('datasetId isExact isKnown previousDigest previousAt total cells'),
  },
  RowAmounts: { who: IN_LAB, withIt: names('added removed changed') },
  DifferenceCell: { who: IN_LAB, withIt: names('period category added removed changed') },
  Amount: { who: IN_LAB, withIt: names('least most') },
  CrossSource: { who: IN_LAB, withIt: names('population years') },
  CrossSourceYear: { who: IN_LAB, withIt: names('year delivered rows') },
  SourceDelivered: { who: IN_LAB, withIt: names('datasetId delivered') },
  CrossSourceRow: { who: IN_LAB, withIt: names('datasetId category reports share expected ratio rate') },
  RateWithInterval: { who: IN_LAB, withIt: names('rate low high') },
  DeeperQuestion: {
    who: IN_LAB,
    withIt: names('id organisationId organisationName question seen datasetId areaCode category period writtenAt'),
  },
};
