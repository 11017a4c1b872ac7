import type { AnalysisKind } from '../analysis-kind.js';
import type { LegalBasis, Recipient, SpecialBasis } from './agreement-document.js';

/** The words in which typed choices stand in the text that is signed. Dutch: the parties sign one text, in one language. */
export const KIND_WORDS: Readonly<Record<AnalysisKind, string>> = {
  descriptive: 'Beschrijvend (wat, waar, wanneer)',
  diagnostic: 'Verklarend (waarmee hangt het samen)',
  predictive: 'Voorspellend (wat is te verwachten)',
};

export const LEGAL_BASIS_WORDS: Readonly<Record<LegalBasis, string>> = {
  public_task: 'een taak van algemeen belang of openbaar gezag (artikel 6, lid 1, onder e, AVG)',
  legal_obligation: 'een wettelijke verplichting (artikel 6, lid 1, onder c, AVG)',
  legitimate_interest: 'een gerechtvaardigd belang (artikel 6, lid 1, onder f, AVG)',
};

export const SPECIAL_BASIS_WORDS: Readonly<Record<SpecialBasis, string>> = {
  health_or_social_care: 'zorg en maatschappelijke ondersteuning (artikel 9, lid 2, onder h, AVG)',
  substantial_public_interest: 'een zwaarwegend algemeen belang (artikel 9, lid 2, onder g, AVG)',
  public_health: 'volksgezondheid (artikel 9, lid 2, onder i, AVG)',
  scientific_research: 'wetenschappelijk of statistisch onderzoek (artikel 9, lid 2, onder j, AVG)',
};

export const RECIPIENT_WORDS: Readonly<Record<Recipient, string>> = {
  participants: 'de partijen van deze overeenkomst',
  wijkteams: 'de wijkteams in het gebied, in de vorm die voor deelnemers is toegestaan',
  public: 'iedereen, in de strengere vorm voor openbaarmaking',
};
