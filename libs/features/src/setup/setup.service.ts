import { audit, Database, type Transaction } from '@datalab/data';
import { invalidInput, notFound, STEPS } from '@datalab/domain';
import { Injectable } from '@nestjs/common';
import { OPERATOR } from '../operator.js';
import { installApiClient, known, type Ids } from './install-api-client.js';
import type { Installation, InstallationLab } from './installation.js';

/** Installs organisations, people and labs. For the operator's database role, which sees no report. */
@Injectable()
export class SetupService {
  constructor(private readonly database: Database) {}

  /** Whether a region of this code was imported. */
  async hasRegion(code: string): Promise<boolean> {
    const rows: unknown[] = await this.database.inTransaction({}, (tx) =>
      tx.query('select 1 from region where code = $1', [code]),
    );
    return rows.length > 0;
  }

  /** The id of a lab by the key that its installation gave it. */
  async getLabId(key: string): Promise<string> {
    const rows: { id: string }[] = await this.database.inTransaction({}, (tx) =>
      tx.query('select id from lab where key = $1', [key]),
    );
    if (rows[0] === undefined) throw notFound('lab');
    return rows[0].id;
  }

  /** Makes what is not there and brings up to date what is, all or nothing; never removes. Running it again changes nothing. */
  install(installation: Installation, issuer: string) {
    return this.database.inTransaction({}, async (tx) => {
      const organisations = await installOrganisations(tx, installation);
      const people = await installPeople(tx, installation, organisations, issuer);
      for (const lab of installation.labs) await installLab(tx, lab, organisations, people);
      for (const client of installation.apiClients) await installApiClient(tx, client, organisations, issuer);
      await audit(
        tx,
        { actorId: OPERATOR, requestId: 'setup' },
        {
          action: 'installation.setup',
          objectKind: 'installation',
          objectId: issuer,
          detail: { organisations: organisations.size, people: people.size, labs: installation.labs.length },
        },
      );
      return {
        organisations: organisations.size,
        people: people.size,
        labs: installation.labs.length,
        datasets: installation.labs.flatMap(({ datasets }) => datasets).length,
      };
    });
  }
}

async function installOrganisations(tx: Transaction, { organisations }: Installation): Promise<Ids> {
  const ids: Ids = new Map();
  for (const { key, name, type } of organisations) {
    const rows: { id: string }[] = await tx.query(
      `insert into organisation (key, name, type) values ($1, $2, $3)
       on conflict (key) do update set name = excluded.name, type = excluded.type returning id`,
      [key, name, type],
    );
    ids.set(key, rows[0]!.id);
  }
  return ids;
}

interface InstalledPerson {
  id: string;
  organisationId: string;
  isAdministrator: boolean;
}

async function installPeople(
  tx: Transaction,
  { users }: Installation,
  organisations: Ids,
  issuer: string,
): Promise<Map<string, InstalledPerson>> {
  const people = new Map<string, InstalledPerson>();
  for (const { subject, email, name, organisation, isAdministrator } of users) {
    const organisationId = known(organisations, organisation, 'organisation');
    const rows: { id: string }[] = await tx.query(
      `insert into person (organisation_id, issuer, subject, email, name, is_administrator) values ($1, $2, $3, $4, $5, $6)
       on conflict (email) where left_at is null do update set issuer = excluded.issuer, subject = excluded.subject, name = excluded.name,
         is_administrator = excluded.is_administrator
       returning id`,
      [organisationId, issuer, subject, email.toLowerCase(), name, isAdministrator],
    );
    people.set(subject, { id: rows[0]!.id, organisationId, isAdministrator });
  }
  return people;
}

async function installLab(
  tx: Transaction,
  lab: InstallationLab,
  organisations: Ids,
  people: Map<string, InstalledPerson>,
): Promise<void> {
  const regions: { id: string }[] = await tx.query('select id from region where code = $1', [lab.region]);
  if (regions[0] === undefined)
    throw invalidInput('lab.unknown-region', `No region with the code "${lab.region}" was imported.`);
  const rows: { id: string }[] = await tx.query(
    `insert into lab (key, region_id, name, goal, question) values ($1, $2, $3, $4, $5)
     on conflict (key) do update set name = excluded.name, goal = excluded.goal, question = excluded.question returning id`,
    [lab.key, regions[0].id, lab.name, lab.goal, lab.question],
  );
  const labId = rows[0]!.id;
  for (const key of lab.participants)
    await tx.query('insert into lab_participant (lab_id, organisation_id) values ($1, $2) on conflict do nothing', [
      labId,
      known(organisations, key, 'organisation'),
    ]);
  for (const { user, role, areas } of lab.members) {
    const person = known(people, user, 'user');
    if (person.isAdministrator)
      throw invalidInput('setup.administrator-in-lab', `"${user}" is an administrator, and those take part in no lab.`);
    await tx.query(
      `insert into membership (lab_id, person_id, organisation_id, role, areas) values ($1, $2, $3, $4, $5)
       on conflict (lab_id, person_id, role) do update set areas = excluded.areas`,
      [labId, person.id, person.organisationId, role, areas],
    );
  }
  for (const [position, step] of STEPS.entries())
    await tx.query('insert into lab_step (lab_id, step, state) values ($1, $2, $3) on conflict do nothing', [
      labId,
      step,
      position === 0 ? 'open' : 'locked',
    ]);
  for (const dataset of lab.datasets) await installDataset(tx, labId, dataset, organisations);
}

async function installDataset(
  tx: Transaction,
  labId: string,
  dataset: InstallationLab['datasets'][number],
  organisations: Ids,
): Promise<void> {
  await tx.query(
    `insert into dataset (lab_id, organisation_id, key, name, kind, vocabulary_name, vocabulary_version, legal_basis, purpose,
       retention_months, is_open)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
     on conflict (lab_id, organisation_id, key) do update set name = excluded.name, legal_basis = excluded.legal_basis,
       purpose = excluded.purpose, retention_months = excluded.retention_months`,
    [
      labId,
      known(organisations, dataset.organisation, 'organisation'),
      dataset.key,
      dataset.name,
      dataset.kind,
      dataset.vocabulary.name,
      dataset.vocabulary.version,
      dataset.legalBasis,
      dataset.purpose,
      dataset.retentionMonths,
      dataset.isOpen,
    ],
  );
}
