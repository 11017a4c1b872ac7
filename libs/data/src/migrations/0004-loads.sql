create table dataset (
  id uuid primary key default uuidv7(),
  lab_id uuid not null,
  organisation_id uuid not null,
  key text not null,
  name text not null,
  kind text not null check (kind in ('records', 'counts')),
  vocabulary_name text not null,
  vocabulary_version text not null,
  legal_basis text not null,
  purpose text not null,
  retention_months int not null check (retention_months > 0),
  is_open boolean not null default false,
  -- How this source's columns and codes are read; made and kept by its steward, applied in the browser.
  mapping jsonb,
  created_at timestamptz not null default now(),
  foreign key (lab_id, organisation_id) references lab_participant (lab_id, organisation_id),
  unique (lab_id, organisation_id, key)
);

create table load (
  id uuid primary key default uuidv7(),
  lab_id uuid not null references lab,
  organisation_id uuid not null references organisation,
  dataset_id uuid not null references dataset,
  revision int not null,
  state text not null,
  -- The days for which this load is the whole truth of its dataset.
  covers datemultirange not null check (not isempty(covers)),
  declared_totals jsonb not null,
  content_sha256 text not null check (content_sha256 ~ '^[0-9a-f]{64}$'),
  bytes_total bigint,
  bytes_received bigint not null default 0,
  rows_processed int not null default 0,
  totals jsonb,
  issues jsonb not null default '[]',
  unchanged boolean not null default false,
  withdrawn_reason text,
  created_by uuid not null references person,
  created_at timestamptz not null default now(),
  decided_at timestamptz,
  unique (dataset_id, revision)
);
create index on load (lab_id, organisation_id, created_at desc);

-- One row = one report as its organisation registered it. No name, no address, no point, no free text.
create table report (
  lab_id uuid not null,
  organisation_id uuid not null,
  dataset_id uuid not null,
  load_id uuid not null references load on delete cascade,
  record_hash text not null,
  occurred_on date not null,
  occurred_precision text not null,
  occurred_hour smallint,
  registered_on date,
  source_category text not null,
  category text not null,
  placement text not null,
  area_code text,
  grid_cell text,
  household_key text,
  household_role text not null,
  address_kind text not null,
  person_key text,
  reporter_key text,
  reporter_type text,
  confused_behaviour boolean,
  near_care_location boolean,
  persons_band text,
  channel text,
  status text,
  closed_on date,
  primary key (lab_id, load_id, record_hash)
);

-- One row = how many reports a source counted in an area, period and category. No household, no identity.
create table report_count (
  lab_id uuid not null,
  organisation_id uuid not null,
  dataset_id uuid not null,
  load_id uuid not null references load on delete cascade,
  record_hash text not null,
  period text not null,
  starts_on date not null,
  placement text not null,
  area_code text,
  source_category text not null,
  category text not null,
  count int not null check (count >= 0),
  primary key (lab_id, load_id, record_hash)
);

alter table dataset enable row level security, force row level security;
alter table load enable row level security, force row level security;
alter table report enable row level security, force row level security;
alter table report_count enable row level security, force row level security;

-- That a dataset takes part is known to the lab; its loads and rows are its organisation's alone.
create policy api_reads on dataset for select to datalab_api using (lab_id in (select app.labs()));
create policy api_maps on dataset for update to datalab_api
  using (organisation_id = app.organisation_id() and lab_id in (select app.labs()))
  with check (organisation_id = app.organisation_id() and lab_id in (select app.labs()));
create policy api_own on load for all to datalab_api
  using (organisation_id = app.organisation_id() and lab_id in (select app.labs()))
  with check (organisation_id = app.organisation_id() and lab_id in (select app.labs()));
create policy api_own on report for select to datalab_api
  using (organisation_id = app.organisation_id() and lab_id in (select app.labs()));
create policy api_own on report_count for select to datalab_api
  using (organisation_id = app.organisation_id() and lab_id in (select app.labs()));

create policy worker_lab on dataset for select to datalab_worker using (lab_id = app.lab_id());
create policy worker_lab on load for all to datalab_worker using (lab_id = app.lab_id()) with check (lab_id = app.lab_id());
create policy worker_lab on report for all to datalab_worker using (lab_id = app.lab_id()) with check (lab_id = app.lab_id());
create policy worker_lab on report_count for all to datalab_worker
  using (lab_id = app.lab_id()) with check (lab_id = app.lab_id());

create policy operator_all on dataset for all to datalab_operator using (true) with check (true);

-- Which organisations delivered, and when last, is for every participant to know; what they delivered is not.
create function app.deliveries() returns table (lab_id uuid, organisation_id uuid, last_accepted_at timestamptz)
  language sql stable security definer set search_path = ''
  as $$ select l.lab_id, l.organisation_id, max(l.decided_at) from public.load l
        where l.state = 'accepted' and (l.lab_id in (select app.labs()) or l.lab_id = app.lab_id())
        group by l.lab_id, l.organisation_id $$;
grant select (lab_id, organisation_id, state, decided_at) on load to datalab_policy;
create policy policy_reads on load for select to datalab_policy using (true);
alter function app.deliveries() owner to datalab_policy;

grant select on dataset to datalab_api, datalab_worker;
grant update (mapping) on dataset to datalab_api;
grant select, insert, update on dataset to datalab_operator;
grant select, insert on load to datalab_api;
grant update (state, bytes_total, bytes_received, withdrawn_reason, decided_at) on load to datalab_api;
grant select, update on load to datalab_worker;
-- By grant, not only by policy: the api cannot read a key of any kind, not even its own organisation's.
grant select (lab_id, organisation_id, dataset_id, load_id, record_hash, occurred_on, occurred_precision, occurred_hour,
  registered_on, source_category, category, placement, area_code, household_role, address_kind, reporter_type,
  confused_behaviour, near_care_location, persons_band, channel, status, closed_on) on report to datalab_api;
grant select on report_count to datalab_api;
grant select, insert, delete on report, report_count to datalab_worker;
