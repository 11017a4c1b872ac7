import { CHECKLIST_OF, type ChecklistName, type ShellForm } from '@datalab/domain';
import type { TestLab } from './test-lab.js';
import type { DatasetKey, LabKey } from './installation.factory.js';

/** A shell that says all that it must, of one source. */
export const shellForm = (datasetId: string, form: Partial<ShellForm> = {}): ShellForm => ({
  title: 'Meldingen per buurt',
  kind: 'descriptive',
  method: 'getis-ord-gi',
  unit: 'report',
  areaLevel: 'buurt',
  grain: 'year',
  periodFrom: '2022-01-01',
  periodTo: '2024-12-31',
  datasetIds: [datasetId],
  rows: 'area',
  columns: ['Meldingen', 'Per 1.000 inwoners'],
  use: 'Bepalen waar de wijkteams vaker langsgaan.',
  ...form,
});

/** Answers to every item of a list. */
export const checklistAnswers = (name: ChecklistName) =>
  CHECKLIST_OF[name].items.map(({ key }) => ({
    item: key,
    answer: 'yes' as const,
    explanation: 'Besproken en in orde.',
  }));

/** An approved shell of one source behind everybody's back, for tests whose subject is not the road to it; its id. */
export async function approvedShell(
  lab: TestLab,
  labKey: LabKey,
  dataset: DatasetKey,
  form: Partial<ShellForm> = {},
): Promise<string> {
  const shell = shellForm(lab.ids.dataset(dataset), form);
  const rows = await lab.database.look<{ id: string }>(
    `insert into output_shell (lab_id, organisation_id, title, kind, method, unit, area_level, grain, period_from, period_to, dataset_ids, rows,
       columns, use, version, state, since, made_by, made_at)
     select $1::uuid, p.organisation_id, $2, $3, $4, $5, $6, $7, $8::date, $9::date, $10::uuid[], $11, $12::text[], $13, 1, 'approved', now(),
       m.person_id, now()
     from lab_participant p join membership m using (lab_id, organisation_id) where p.lab_id = $1 limit 1 returning id`,
    [
      lab.ids.lab(labKey),
      shell.title,
      shell.kind,
      shell.method,
      shell.unit,
      shell.areaLevel,
      shell.grain,
      shell.periodFrom,
      shell.periodTo,
      shell.datasetIds,
      shell.rows,
      shell.columns,
      shell.use,
    ],
  );
  return rows[0]!.id;
}
