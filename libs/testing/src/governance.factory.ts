import type { LoadEntity } from '@datalab/data';
import type { RegistrationCard } from '@datalab/features';
import type { DatasetKey, PersonName } from './installation.factory.js';
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
