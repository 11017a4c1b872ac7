-- Provision use travels the road of records and counts.
alter table dataset drop constraint dataset_kind_check,
  add constraint dataset_kind_check check (kind in ('records', 'counts', 'provision_use'));

-- One row = one household that used one provision in one month. Special-category data.
create table provision_use_row (
  lab_id uuid not null,
  organisation_id uuid not null,
  dataset_id uuid not null,
  load_id uuid not null references load on delete cascade,
  record_hash text not null,
  household_key text not null,
  person_key text,
  month text not null,
  starts_on date not null,
  placement text not null,
  area_code text,
  provision text not null,
  primary key (lab_id, load_id, record_hash)
);

alter table load
  -- Findings of the screening that the steward answered as a false alarm: column, field, kind and reason; never a value.
  add column answers jsonb not null default '[]',
  -- How the rows come: as one file, or report by report through the API.
  add column origin text not null default 'file' check (origin in ('file', 'submissions')),
  -- The day on which the reports of an open load of submissions came in, in the region's zone.
  add column submitted_on date,
  add constraint load_submitted_on_check check ((origin = 'submissions') = (submitted_on is not null));
create unique index load_open_submissions on load (dataset_id, submitted_on) where origin = 'submissions' and state = 'receiving';

-- One call of submitReports that was accepted, so that the same call again changes nothing.
create table submission (
  id uuid primary key default uuidv7(),
  lab_id uuid not null references lab,
  organisation_id uuid not null references organisation,
  dataset_id uuid not null references dataset,
  load_id uuid not null references load on delete cascade,
  idempotency_key text not null check (idempotency_key ~ '^[A-Za-z0-9._:-]{8,100}$'),
  content_sha256 text not null check (content_sha256 ~ '^[0-9a-f]{64}$'),
  rows int not null check (rows >= 0),
  -- Days of which it changed what is true, as they were and as they are.
  days date[] not null,
  created_by uuid not null references person,
  created_at timestamptz not null default now(),
  unique (dataset_id, idempotency_key)
);
create index on submission (load_id);

-- Reports of the last weeks as they were submitted, until their days can no longer change. A line is a canonical row without any key.
create table submitted_report (
  lab_id uuid not null references lab,
  organisation_id uuid not null references organisation,
  dataset_id uuid not null references dataset,
  record_hash text not null check (record_hash ~ '^[0-9a-f]{64}$'),
  occurred_on date not null,
  -- The load that was open when the report came in or changed last.
  load_id uuid not null references load on delete cascade,
  line text not null,
  primary key (dataset_id, record_hash)
);
create index on submitted_report (dataset_id, occurred_on);
create index on submitted_report (load_id);

alter table provision_use_row enable row level security, force row level security;
alter table submission enable row level security, force row level security;
alter table submitted_report enable row level security, force row level security;

create policy api_own on provision_use_row for select to datalab_api
  using (organisation_id = app.organisation_id() and lab_id in (select app.labs()));
create policy api_own on submission for all to datalab_api
  using (organisation_id = app.organisation_id() and lab_id in (select app.labs()))
  with check (organisation_id = app.organisation_id() and lab_id in (select app.labs()) and created_by = app.user_id());
create policy api_own on submitted_report for all to datalab_api
  using (organisation_id = app.organisation_id() and lab_id in (select app.labs()))
  with check (organisation_id = app.organisation_id() and lab_id in (select app.labs()));
create policy worker_lab on provision_use_row for all to datalab_worker using (lab_id = app.lab_id()) with check (lab_id = app.lab_id());
create policy worker_lab on submission for all to datalab_worker using (lab_id = app.lab_id()) with check (lab_id = app.lab_id());
create policy worker_lab on submitted_report for all to datalab_worker using (lab_id = app.lab_id()) with check (lab_id = app.lab_id());

-- By grant, not only by policy: no key reaches the api.
grant select (lab_id, organisation_id, dataset_id, load_id, record_hash, month, starts_on, placement, area_code, provision)
  on provision_use_row to datalab_api;
grant select, insert, delete on provision_use_row to datalab_worker;
grant select, insert on submission to datalab_api;
grant select, delete on submission to datalab_worker;
-- Reading is part of writing in the place of what was there; a line holds nothing that the api may not read of a report.
grant select, insert, update (occurred_on, load_id, line) on submitted_report to datalab_api;
grant select, delete on submitted_report to datalab_worker;
