import type { Database } from '@datalab/data';
import { AgreementsService } from '../agreement/agreements.service.js';
import { SignaturesService } from '../agreement/signatures.service.js';
import { RunsService } from '../analyses/runs.service.js';
import { PublicValuesService } from '../values/public-values.service.js';
import { doThose, isOpenStep, type PartnerAnswers } from './partner-answers.js';

/** Step 3: what is proposed is supported, what lies there to be signed is signed, and the values are answered; of a run that is done in step 4 too. */
export function shareSafelyAnswers(database: Database): PartnerAnswers {
  const agreements = new AgreementsService(database);
  const signatures = new SignaturesService(database);
  const values = new PublicValuesService(database);
  const runs = new RunsService(database);
  return async (ctx, lab) => {
    const isSharing = isOpenStep(lab, 'share_safely');
    if (!isSharing && !isOpenStep(lab, 'deeper_analyses')) return 0;
    const { organisationId: own } = ctx.actor;
    let done = 0;
    if (isSharing) {
      const { versions } = await agreements.getView(ctx, lab.id);
      const proposed = versions.find(({ state }) => state === 'proposed');
      if (proposed?.parties.every((party) => party.organisationId !== own || party.supportedAt === null))
        done += await doThose(() => agreements.support(ctx, proposed.id));
      const offered = (await agreements.getView(ctx, lab.id)).versions.find(({ state }) => state === 'signing');
      const isSigned = offered?.parties.some((party) => party.organisationId === own && party.signedAt !== null);
      if (offered !== undefined && isSigned === false)
        done += await doThose(() => signatures.sign(ctx, offered.id, offered.currentHash));
    }
    const analysed = (await runs.list(ctx, lab.id)).filter(({ state }) => state === 'done').map(({ id }) => id);
    for (const runId of [null, ...analysed]) {
      const { owing } = await values.getView(ctx, lab.id, runId);
      const mine = owing.find(({ organisationId }) => organisationId === own);
      const answers = mine?.values.map((value) => ({
        value,
        verdict: 'safeguarded',
        answer: 'Verzonnen antwoord voor de oefening.',
      }));
      if (answers !== undefined && answers.length > 0)
        done += await doThose(() => values.answer(ctx, lab.id, runId, answers));
    }
    return done;
  };
}
