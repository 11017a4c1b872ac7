-- Runs of analyses. Everybody in the lab sees that there is one and how it stands; its protected result is its analysts' until it is released, and
-- its exact outcome never leaves the worker. See ADR 0050.
create table analysis_run (
  id uuid primary key default uuidv7(),
  lab_id uuid not null references lab,
  -- Of who asked.
  organisation_id uuid not null,
  snapshot_id uuid not null references snapshot,
  -- The approved output shell that it fills, as it was then.
  shell_id uuid not null,
  shell_version int not null,
  title text not null check (length(title) between 1 and 200),
  method text not null check (method ~ '^[a-z][a-z0-9-]{0,59}$'),
  method_version int not null,
  kind text not null check (kind in ('descriptive', 'diagnostic', 'predictive')),
  params jsonb not null,
  seed int not null check (seed >= 0),
  state text not null default 'requested'
    check (state in ('requested', 'running', 'done', 'failed', 'cancelled', 'refused', 'withdrawn')),
  -- Parts of the work that are done, 0 to 1.
  progress real not null default 0 check (progress between 0 and 1),
  -- A stable code, never a message that could hold a value.
  failure text check (app.is_plain_word(failure)),
  -- Clauses of the agreement that refuse it: codes and numbers of clauses.
  refusals jsonb not null default '[]',
  requested_by uuid not null references person,
  requested_at timestamptz not null default now(),
  started_at timestamptz,
  ended_at timestamptz,
  ended_by uuid references person,
  snapshot_digest text check (snapshot_digest ~ '^[0-9a-f]{64}$'),
  policy_version int,
  -- Over the exact outcome: the same run again gives the same.
  outcome_digest text check (outcome_digest ~ '^[0-9a-f]{64}$'),
  foreign key (lab_id, organisation_id) references lab_participant (lab_id, organisation_id),
  unique (lab_id, id),
  check (state <> 'done' or outcome_digest is not null)
);
create index on analysis_run (lab_id, requested_at desc);
create index on analysis_run (lab_id, snapshot_id, method) where state = 'done';

-- What may be shown of a run, per tier.
create table run_result (
  lab_id uuid not null,
  run_id uuid not null,
  tier text not null check (tier in ('lab', 'public')),
  document jsonb not null,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  primary key (lab_id, run_id, tier),
  foreign key (lab_id, run_id) references analysis_run (lab_id, id) on delete cascade
);

-- What came out, exact, and of which rows: the worker's alone, to hold a later run against it.
create table run_outcome (
  lab_id uuid not null,
  run_id uuid not null,
  outcome jsonb not null,
  -- Which rows of the snapshot: datasets, categories, period; no row and no key.
  selection jsonb not null,
  primary key (lab_id, run_id),
  foreign key (lab_id, run_id) references analysis_run (lab_id, id) on delete cascade
);

alter table analysis_run enable row level security, force row level security;
alter table run_result enable row level security, force row level security;
alter table run_outcome enable row level security, force row level security;

create policy api_reads on analysis_run for select to datalab_api using (lab_id = any ((select app.my_labs())::uuid[]));
create policy api_requests on analysis_run for insert to datalab_api
  with check (organisation_id = (select app.organisation_id()) and requested_by = (select app.user_id()) and state = 'requested'
              and lab_id = any ((select app.labs_with_role('analyst'))::uuid[]));
create policy api_decides on analysis_run for update to datalab_api
  using (lab_id = any ((select app.labs_with_role('analyst'))::uuid[]))
  with check (lab_id = any ((select app.labs_with_role('analyst'))::uuid[]) and state in ('requested', 'cancelled', 'withdrawn'));
create policy api_reads on run_result for select to datalab_api
  using (lab_id = any ((select app.labs_with_role('analyst'))::uuid[]));

create policy worker_lab on analysis_run for all to datalab_worker using (lab_id = app.lab_id()) with check (lab_id = app.lab_id());
create policy worker_lab on run_result for all to datalab_worker using (lab_id = app.lab_id()) with check (lab_id = app.lab_id());
create policy worker_lab on run_outcome for all to datalab_worker using (lab_id = app.lab_id()) with check (lab_id = app.lab_id());

grant select on analysis_run to datalab_api;
grant insert (lab_id, organisation_id, snapshot_id, shell_id, shell_version, title, method, method_version, kind, params, seed, requested_by)
  on analysis_run to datalab_api;
grant update (state, progress, failure, refusals, ended_at, ended_by) on analysis_run to datalab_api;
grant select on run_result to datalab_api;
grant select, update on analysis_run to datalab_worker;
grant select, insert, delete on run_result, run_outcome to datalab_worker;
