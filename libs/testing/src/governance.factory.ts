import type { LoadEntity } from '@datalab/data';
import type { RegistrationCard } from '@datalab/features';
import type { DatasetKey, LabKey, PersonName } from './installation.factory.js';
import type { TestLab } from './test-lab.js';

/** A card that says all that it must. */
export const registrationCard = (card: Partial<RegistrationCard> = {}): RegistrationCard => ({
  whoRegisters: 'De eigen mensen, in het eigen systeem.',
  when: 'Na elke melding waar iemand heen gaat.',
  whenNot: 'Niet als het telefonisch wordt afgedaan.',
  doubleRegistration: 'Een voorval kan ook bij een ander staan.',
  remarks: '',
  changes: [],
  ...card,
});

/** Its steward writes the card of a dataset. */
export const writeCard = async (lab: TestLab, by: PersonName, dataset: DatasetKey) =>
  lab.cards.save(await lab.as(by), lab.ids.dataset(dataset), registrationCard());

/** Does the work that accepting a load asks for, and has its steward accept what came of it. */
export async function acceptQualityOf(lab: TestLab, by: PersonName, { id, labId, createdBy }: LoadEntity) {
  await lab.qualityBuilder.execute({ labId, actorId: createdBy, requestId: 'quality' }, id);
  return lab.quality.accept(await lab.as(by), id, null);
}

/** An organisation without anybody to say so has nothing to deliver: declared as by whoever works there. */
export const declareNothing = (lab: TestLab, organisation: 'wijkteam', labKey: LabKey) =>
  lab.database.look(
    `insert into nothing_to_deliver (lab_id, organisation_id, reason, declared_by, declared_at)
     select $1, $2, 'Wij registreren niet zelf.', id, now() from person where organisation_id = $2 limit 1`,
    [lab.ids.lab(labKey), lab.ids.organisation(organisation)],
  );
