import type { Database } from '@datalab/data';
import { RegistrationCardsService } from '../cards/registration-cards.service.js';
import { IntakeTermsService } from '../intake-terms/intake-terms.service.js';
import { LoadsService } from '../loads/loads.service.js';
import { QualityService } from '../quality/quality.service.js';
import { doThose, isOpenStep, type PartnerAnswers } from './partner-answers.js';

const CARD = {
  whoRegisters: 'Niemand: deze bron is verzonnen voor de oefening.',
  when: 'Elke dag, door het platform zelf bedacht.',
  whenNot: 'Er ontbreekt niets, want er is niets echt.',
  doubleRegistration: 'Een verzonnen melding staat maar bij één bron.',
  remarks: '',
  changes: [],
};

/** Step 2: the intake terms are signed, what was measured of the own sources is accepted, their cards are written. */
export function factualPictureAnswers(database: Database): PartnerAnswers {
  const terms = new IntakeTermsService(database);
  const loads = new LoadsService(database);
  const quality = new QualityService(database);
  const cards = new RegistrationCardsService(database);
  return async (ctx, lab) => {
    if (!isOpenStep(lab, 'factual_picture')) return 0;
    const { version, organisations } = await terms.get(ctx, lab.id);
    const { organisationId: own } = ctx.actor;
    const isSigned = organisations.some((one) => one.organisationId === own && one.standing === 'signed');
    const deeds: (() => Promise<unknown>)[] = isSigned ? [] : [() => terms.sign(ctx, lab.id, version)];
    for (const { id, organisationId } of lab.datasets) {
      if (organisationId !== own) continue;
      if ((await cards.find(ctx, id)) === undefined) deeds.push(() => cards.save(ctx, id, CARD));
      const load = await loads.findLatest(ctx, id);
      const report = load && (await quality.findReport(ctx, load.id));
      if (load?.state === 'accepted' && report !== undefined && report.acceptedAt === null)
        deeds.push(() => quality.accept(ctx, load.id, null));
    }
    return doThose(...deeds);
  };
}
