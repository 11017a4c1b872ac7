-- How recognisable people would be in the rows of a snapshot, and what the organisations answer on the seven public values.

-- For the lab, in bands. Without a dataset: over all sources together, which is counted from the moment that an agreement is in force.
create table privacy_risk (
  id uuid primary key default uuidv7(),
  lab_id uuid not null references lab,
  snapshot_id uuid not null references snapshot on delete cascade,
  dataset_id uuid references dataset,
  organisation_id uuid references organisation,
  document jsonb not null,
  computed_at timestamptz not null,
  unique nulls not distinct (snapshot_id, dataset_id),
  check ((dataset_id is null) = (organisation_id is null))
);
create index on privacy_risk (lab_id);

-- Exact, for the organisation whose rows they are and for nobody else.
create table privacy_risk_own (
  lab_id uuid not null references lab,
  snapshot_id uuid not null references snapshot on delete cascade,
  dataset_id uuid not null references dataset,
  organisation_id uuid not null references organisation,
  document jsonb not null,
  computed_at timestamptz not null,
  primary key (snapshot_id, dataset_id)
);
create index on privacy_risk_own (lab_id);

-- What the worker read from the protected picture for the answers on the values: shares to 5 %, no exact figure.
create table value_evidence (
  snapshot_id uuid primary key references snapshot on delete cascade,
  lab_id uuid not null references lab,
  document jsonb not null,
  computed_at timestamptz not null
);
create index on value_evidence (lab_id);

-- What one organisation answers on one value, of the lab or of one analysis. Answers stay; the newest counts.
create table value_answer (
  id uuid primary key default uuidv7(),
  lab_id uuid not null references lab,
  -- The output shell of the analysis, of which every run is one more; null for the lab. No reference: that table has a number of its own.
  shell_id uuid,
  value text not null check (value in ('privacy', 'safety', 'autonomy', 'control_over_technology', 'human_dignity', 'justice', 'balance_of_power')),
  organisation_id uuid not null,
  verdict text not null check (verdict in ('safeguarded', 'with_measures', 'dissent')),
  answer text not null check (length(answer) between 3 and 2000),
  -- What it was given on: digests of the rows, of the sources and of the evidence, and the method of an analysis.
  snapshot_digest text not null,
  sources text not null,
  evidence text not null,
  method text not null,
  answered_by uuid not null references person,
  answered_at timestamptz not null,
  foreign key (lab_id, organisation_id) references lab_participant (lab_id, organisation_id)
);
create index on value_answer (lab_id, shell_id, value, organisation_id, answered_at desc);

alter table privacy_risk enable row level security, force row level security;
alter table privacy_risk_own enable row level security, force row level security;
alter table value_evidence enable row level security, force row level security;
alter table value_answer enable row level security, force row level security;

create policy api_reads on privacy_risk for select to datalab_api using (lab_id = any ((select app.my_labs())::uuid[]));
create policy api_own on privacy_risk_own for select to datalab_api
  using (organisation_id = (select app.organisation_id())
         and lab_id = any ((select app.labs_with_role('data_steward', 'domain_expert', 'analyst', 'privacy_officer'))::uuid[]));
create policy api_reads on value_evidence for select to datalab_api using (lab_id = any ((select app.my_labs())::uuid[]));
create policy worker_lab on value_evidence for all to datalab_worker using (lab_id = app.lab_id()) with check (lab_id = app.lab_id());
create policy worker_lab on privacy_risk for all to datalab_worker using (lab_id = app.lab_id()) with check (lab_id = app.lab_id());
create policy worker_lab on privacy_risk_own for all to datalab_worker using (lab_id = app.lab_id()) with check (lab_id = app.lab_id());

create policy api_reads on value_answer for select to datalab_api using (lab_id = any ((select app.my_labs())::uuid[]));
create policy api_answers on value_answer for insert to datalab_api
  with check (answered_by = (select app.user_id()) and organisation_id = (select app.organisation_id())
              and lab_id = any ((select app.labs_with_role('privacy_officer', 'domain_expert'))::uuid[]));
create policy worker_reads on value_answer for select to datalab_worker using (lab_id = app.lab_id());

grant select on privacy_risk, privacy_risk_own, value_evidence, value_answer to datalab_api;
grant insert on value_answer to datalab_api;
grant select, insert, delete on privacy_risk, privacy_risk_own, value_evidence to datalab_worker;
grant select on value_answer to datalab_worker;
