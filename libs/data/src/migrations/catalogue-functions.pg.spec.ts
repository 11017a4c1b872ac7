import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeWithDatabase, TestDatabase } from '@datalab/testing';

describeWithDatabase('the functions of a migrated database', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await TestDatabase.open();
  });
  afterAll(() => database.close());
  const names = async (sql: string, values?: unknown[]) =>
    (await database.look<{ name: string }>(sql, values)).map(({ name }) => name);

  it('that see more than who calls them belong to the role that may only look, and name every schema', async () => {
    const rows = await database.look(
      `select proname, proowner::regrole::text as owner, proconfig from pg_proc
       where pronamespace in ('public'::regnamespace, 'app'::regnamespace) and prosecdef order by 1`,
    );
    expect(rows).toEqual(
      [
        'accepted_quality',
        'areas_with_rows',
        'audit_is_tailed',
        'care_receiver',
        'closed_labs',
        'complete_scorers',
        'deliveries',
        'delivering_labs',
        'every_lab',
        // Writes as well: areas, which are public, and only what passes its own checks.
        'fix_living_areas',
        'founded_labs',
        'full_labs',
        'invented_in_rehearsals',
        'invented_works_for_invented',
        'is_administrator',
        'is_delivered',
        'is_in_shell',
        'is_invented',
        'keys_in_use',
        'lab_activity',
        'lab_names',
        'lab_organisations',
        'labs',
        'labs_with_role',
        'labs_with_shared_participants',
        'led_labs',
        'may_found',
        'my_areas',
        'my_labs',
        'newer_deliveries',
        'open_invitation',
        'open_scores',
        'organisation_id',
        'people_of_led_labs',
        'peopled_labs',
        'public_data',
        'public_document',
        'public_forecasts',
        'public_lab',
        'public_labs',
        'public_notes',
        'public_partners',
        'public_releases',
        'public_values',
        'readings_written',
        'region_has_deliveries',
        'way_back_parties',
      ].map((proname) => ({
        proname,
        owner: 'datalab_policy',
        proconfig: ['search_path=""'],
      })),
    );
  });

  it('look through a role that may read what policies need and of a report no more than its area and lab', async () => {
    const readable = await names(
      `select distinct table_name as name from information_schema.column_privileges
       where grantee = 'datalab_policy' and table_schema = 'public' order by 1`,
    );
    expect(readable).toEqual([
      'address',
      'agreement',
      // Which sources a run read, for whose knowledge the way back reveals.
      'analysis_run',
      'api_client',
      'area',
      // Deeds that everybody in the lab is told of, by action and organisation.
      'audit_event',
      // It writes there and reads nothing of it.
      'audit_tail',
      'dataset',
      'forecast_contract',
      'forecast_test',
      'invitation',
      'lab',
      'lab_participant',
      'lab_step',
      'load',
      'membership',
      'organisation',
      'output_shell',
      'person',
      'postcode',
      'public_note',
      'quality_summary',
      'question_candidate',
      'question_score',
      'reading',
      'region',
      'registration_card',
      'release',
      'report',
      'report_count',
      // Of what a picture was made: whether it is as new as what was delivered.
      'snapshot',
      'snapshot_load',
      // Whether keys were made in a lab at all.
      'source_key',
      'square',
      'submission',
      'value_answer',
    ]);
    const ofLoads = await names(
      `select column_name as name from information_schema.column_privileges
       where grantee = 'datalab_policy' and table_name = 'load' order by 1`,
    );
    expect(ofLoads).toEqual([
      'covers',
      'dataset_id',
      'decided_at',
      'deleted_covers',
      'id',
      'lab_id',
      'organisation_id',
      'origin',
      'revision',
      'state',
      'unchanged',
    ]);
    const ofReports = await names(
      `select distinct column_name as name from information_schema.column_privileges
       where grantee = 'datalab_policy' and table_name in ('report', 'report_count') order by 1`,
    );
    expect(ofReports).toEqual(['area_code', 'lab_id']);
  });
});
