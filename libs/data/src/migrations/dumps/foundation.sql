-- A database of an earlier version: its schema, then a few rows in every table. Written by libs/testing/src/write-dump.main.ts
-- when the issue was finished, and never changed afterwards: the test beside it migrates it and finds every row again.
-- Run as a superuser, in an empty database with the platform's roles.
set role datalab_owner;

create table migrations (id serial not null, "timestamp" bigint not null, name character varying not null,
  constraint "PK_8c82d7f526340ab734260ea46be" primary key (id));

-- Who is asking. Every operation sets these for its own transaction (set_config(…, true)); without them every policy below is false.
create schema app;
grant usage on schema app to datalab_api, datalab_worker, datalab_operator, datalab_policy;

create function app.user_id() returns uuid language sql stable
  as $$ select nullif(current_setting('app.user_id', true), '')::uuid $$;
create function app.organisation_id() returns uuid language sql stable
  as $$ select nullif(current_setting('app.organisation_id', true), '')::uuid $$;
-- The lab that a job works for; a person's labs follow from the memberships, not from what the request says.
create function app.lab_id() returns uuid language sql stable
  as $$ select nullif(current_setting('app.lab_id', true), '')::uuid $$;
create function app.session_hash() returns text language sql stable
  as $$ select nullif(current_setting('app.session_hash', true), '') $$;
create function app.subject() returns text language sql stable
  as $$ select nullif(current_setting('app.subject', true), '') $$;

create table organisation (
  id uuid primary key default uuidv7(),
  key text not null unique,
  name text not null,
  type text not null,
  created_at timestamptz not null default now()
);

create table person (
  id uuid primary key default uuidv7(),
  organisation_id uuid not null references organisation,
  issuer text not null,
  subject text not null,
  email text not null unique,
  name text not null,
  created_at timestamptz not null default now(),
  unique (issuer, subject)
);

-- A signed-in browser. Only the hash of the cookie is kept, and only who shows the cookie finds the row.
create table session (
  id_hash text primary key,
  person_id uuid not null references person,
  id_token text not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null
);

create table region (
  id uuid primary key default uuidv7(),
  code text not null unique,
  name text not null,
  country text not null,
  time_zone text not null,
  division_year int not null,
  levels jsonb not null,
  imported_at timestamptz not null default now()
);

create table lab (
  id uuid primary key default uuidv7(),
  region_id uuid not null references region,
  key text not null unique,
  name text not null,
  goal text not null,
  question text not null,
  created_at timestamptz not null default now()
);

create table lab_participant (
  lab_id uuid not null references lab,
  organisation_id uuid not null references organisation,
  primary key (lab_id, organisation_id)
);

create table membership (
  lab_id uuid not null,
  person_id uuid not null references person,
  organisation_id uuid not null,
  role text not null,
  -- Area codes that a wijkteam member works in; empty for every other role.
  areas text[] not null default '{}',
  ended_at timestamptz,
  primary key (lab_id, person_id, role),
  foreign key (lab_id, organisation_id) references lab_participant (lab_id, organisation_id)
);
create index on membership (person_id);

create table lab_step (
  lab_id uuid not null references lab,
  step text not null,
  state text not null,
  since timestamptz not null default now(),
  reason text,
  primary key (lab_id, step)
);

-- Append-only: what was done, by whom, to what. No value of a row, no pseudonym.
create table audit_event (
  id uuid primary key default uuidv7(),
  at timestamptz not null default now(),
  actor_id uuid,
  organisation_id uuid,
  lab_id uuid,
  action text not null,
  object_kind text not null,
  object_id text not null,
  request_id text not null,
  detail jsonb not null default '{}'
);
create index on audit_event (lab_id, at);

-- The labs of the person who asks. Owned by a role that may read memberships and nothing else, so no policy depends on itself.
create function app.labs() returns setof uuid language sql stable security definer set search_path = ''
  as $$ select lab_id from public.membership where person_id = app.user_id() and ended_at is null $$;
create function app.lab_organisations() returns setof uuid language sql stable security definer set search_path = ''
  as $$ select p.organisation_id from public.lab_participant p where p.lab_id in (select app.labs()) $$;
-- The labs in which the person who asks does more than look after a wijk.
create function app.full_labs() returns setof uuid language sql stable security definer set search_path = ''
  as $$ select lab_id from public.membership
        where person_id = app.user_id() and ended_at is null and role <> 'wijkteam_member' $$;
grant select (lab_id, person_id, ended_at, role, areas) on membership to datalab_policy;
grant select on lab_participant, lab to datalab_policy;
grant create on schema app to datalab_policy;
alter function app.labs() owner to datalab_policy;
alter function app.lab_organisations() owner to datalab_policy;
alter function app.full_labs() owner to datalab_policy;

alter table organisation enable row level security, force row level security;
alter table person enable row level security, force row level security;
alter table session enable row level security, force row level security;
alter table lab enable row level security, force row level security;
alter table lab_participant enable row level security, force row level security;
alter table membership enable row level security, force row level security;
alter table lab_step enable row level security, force row level security;
alter table audit_event enable row level security, force row level security;

create policy policy_reads on membership for select to datalab_policy using (true);
create policy policy_reads on lab_participant for select to datalab_policy using (true);
create policy policy_reads on lab for select to datalab_policy using (true);

create policy api_reads on organisation for select to datalab_api
  using (id = app.organisation_id() or id in (select app.lab_organisations()));
create policy api_reads on person for select to datalab_api
  using (id = app.user_id() or (issuer || ' ' || subject) = app.subject()
         or (organisation_id = app.organisation_id()) );
create policy api_own_session on session for all to datalab_api
  using (id_hash = app.session_hash()) with check (id_hash = app.session_hash());
create policy api_reads on lab for select to datalab_api using (id in (select app.labs()));
create policy api_reads on lab_participant for select to datalab_api using (lab_id in (select app.labs()));
create policy api_reads on membership for select to datalab_api
  using (person_id = app.user_id() or lab_id in (select app.labs()));
create policy api_reads on lab_step for select to datalab_api using (lab_id in (select app.labs()));
create policy api_writes on lab_step for update to datalab_api
  using (lab_id in (select app.labs())) with check (lab_id in (select app.labs()));
create policy api_appends on audit_event for insert to datalab_api
  with check (actor_id = app.user_id() and (lab_id is null or lab_id in (select app.labs())));

create policy worker_reads on organisation for select to datalab_worker
  using (id in (select organisation_id from lab_participant));
create policy worker_reads on person for select to datalab_worker
  using (id in (select person_id from membership));
create policy worker_reads on lab for select to datalab_worker using (id = app.lab_id());
create policy worker_reads on lab_participant for select to datalab_worker using (lab_id = app.lab_id());
create policy worker_reads on membership for select to datalab_worker using (lab_id = app.lab_id());
create policy worker_reads on lab_step for select to datalab_worker using (lab_id = app.lab_id());
create policy worker_appends on audit_event for insert to datalab_worker with check (lab_id = app.lab_id());

-- The operator installs organisations, people and labs with `datalab setup`; it sees no report and no figure.
create policy operator_all on organisation for all to datalab_operator using (true) with check (true);
create policy operator_all on person for all to datalab_operator using (true) with check (true);
create policy operator_all on lab for all to datalab_operator using (true) with check (true);
create policy operator_all on lab_participant for all to datalab_operator using (true) with check (true);
create policy operator_all on membership for all to datalab_operator using (true) with check (true);
create policy operator_all on lab_step for all to datalab_operator using (true) with check (true);
create policy operator_appends on audit_event for insert to datalab_operator with check (true);

grant select on organisation, person, region, lab, lab_participant, membership, lab_step to datalab_api, datalab_worker;
grant update (state, since, reason) on lab_step to datalab_api;
grant select, insert, delete on session to datalab_api;
grant insert on audit_event to datalab_api, datalab_worker, datalab_operator;
grant select, insert, update on organisation, person, region, lab, lab_participant, membership, lab_step to datalab_operator;

-- Public reference data: the same for everybody, so without row-level security (listed as such in the catalogue test).
create table area (
  region_id uuid not null references region on delete cascade,
  code text not null,
  name text not null,
  level text not null,
  parent_code text,
  -- The area itself and everything above it, lowest first.
  lineage text[] not null,
  position int not null,
  population int,
  households int,
  geometry jsonb,
  primary key (region_id, code)
);
create index on area (region_id, level, position);

create table address (
  region_id uuid not null references region on delete cascade,
  address_id text not null,
  postcode text not null,
  number int not null,
  letter text not null default '',
  addition text not null default '',
  area_code text not null,
  grid_cell text,
  kind text not null,
  near_care boolean not null default false,
  primary key (region_id, address_id)
);

create table postcode (
  region_id uuid not null references region on delete cascade,
  postcode text not null,
  area_code text not null,
  primary key (region_id, postcode)
);

grant select on area, address, postcode to datalab_api, datalab_worker, datalab_policy;
grant select on region to datalab_policy;
grant select, insert, update, delete on area, address, postcode to datalab_operator;

-- Every area in which the person who asks works as a wijkteam member: the named ones and all below them.
create function app.my_areas() returns table (lab_id uuid, area_code text)
  language sql stable security definer set search_path = ''
  as $$ select m.lab_id, a.code
        from public.membership m
        join public.lab l on l.id = m.lab_id
        join public.area a on a.region_id = l.region_id and a.lineage && m.areas
        where m.person_id = app.user_id() and m.ended_at is null and m.role = 'wijkteam_member' $$;
alter function app.my_areas() owner to datalab_policy;

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

-- The factual picture of a lab, frozen: the rows lie in a file that only the worker reads; here stands what it is.
create table snapshot (
  id uuid primary key default uuidv7(),
  lab_id uuid not null references lab,
  digest text not null,
  -- Per dataset: rows, categories, lowest level, grains, delivered periods, key coverage. No exact figure of a cell.
  manifest jsonb not null,
  created_at timestamptz not null default now()
);
create index on snapshot (lab_id, created_at desc);

-- Cells that have passed the gate, per tier. A cell that is not here holds zero where its period was delivered.
create table cell (
  lab_id uuid not null,
  snapshot_id uuid not null references snapshot on delete cascade,
  tier text not null check (tier in ('own', 'lab', 'public')),
  organisation_id uuid not null,
  dataset_id uuid not null,
  level text not null,
  grain text not null,
  period text not null,
  category text not null,
  area_code text not null,
  state text not null check (state in ('shown', 'withheld')),
  reports int,
  rate_per_thousand real,
  z real,
  hotspot text,
  check (state = 'shown' or num_nonnulls(reports, rate_per_thousand, z, hotspot) = 0),
  primary key (lab_id, snapshot_id, dataset_id, tier, level, grain, category, period, area_code)
);
create index cell_trend on cell (lab_id, snapshot_id, dataset_id, area_code, category, grain);

-- How many areas were put to the hotspot test of one map.
create table hotspot_test (
  lab_id uuid not null,
  snapshot_id uuid not null references snapshot on delete cascade,
  organisation_id uuid not null,
  dataset_id uuid not null,
  level text not null,
  grain text not null,
  period text not null,
  category text not null,
  tested_areas int not null,
  primary key (lab_id, snapshot_id, dataset_id, level, grain, category, period)
);

alter table snapshot enable row level security, force row level security;
alter table cell enable row level security, force row level security;
alter table hotspot_test enable row level security, force row level security;

create policy api_reads on snapshot for select to datalab_api using (lab_id in (select app.labs()));
create policy api_own_tier on cell for select to datalab_api
  using (tier = 'own' and organisation_id = app.organisation_id() and lab_id in (select app.labs()));
create policy api_lab_tier on cell for select to datalab_api
  using (tier = 'lab' and (lab_id in (select app.full_labs()) or (lab_id, area_code) in (select * from app.my_areas())));
create policy api_public_tier on cell for select to datalab_api
  using (tier = 'public' and lab_id in (select app.labs()));
create policy api_reads on hotspot_test for select to datalab_api using (lab_id in (select app.labs()));

create policy worker_lab on snapshot for all to datalab_worker using (lab_id = app.lab_id()) with check (lab_id = app.lab_id());
create policy worker_lab on cell for all to datalab_worker using (lab_id = app.lab_id()) with check (lab_id = app.lab_id());
create policy worker_lab on hotspot_test for all to datalab_worker
  using (lab_id = app.lab_id()) with check (lab_id = app.lab_id());

grant select on snapshot, cell, hotspot_test to datalab_api;
grant select, insert, delete on snapshot, cell, hotspot_test to datalab_worker;

-- Work that was asked for in a transaction and is not done yet. Redis holds only what is under way; this is the truth.
create table outbox (
  id uuid primary key default uuidv7(),
  lab_id uuid not null references lab,
  job text not null,
  -- Ids only.
  payload jsonb not null,
  actor_id uuid not null,
  request_id text not null,
  created_at timestamptz not null default now(),
  queued_at timestamptz,
  done_at timestamptz,
  failed_at timestamptz,
  failure text
);
create index outbox_open on outbox (created_at) where done_at is null and failed_at is null;

alter table outbox enable row level security, force row level security;
create policy api_asks on outbox for insert to datalab_api
  with check (actor_id = app.user_id() and lab_id in (select app.labs()));
-- The relay carries the work of every lab; it holds ids and no content.
create policy worker_relays on outbox for all to datalab_worker using (true) with check (true);
-- Whether a lab's picture is being refreshed is for its members to see.
create policy api_sees_own_labs on outbox for select to datalab_api using (lab_id in (select app.labs()));

grant insert on outbox to datalab_api;
grant select (lab_id, job, done_at, failed_at) on outbox to datalab_api;
grant select, insert, update, delete on outbox to datalab_worker;

reset role;
-- Rows come in the order of the alphabet, which is not the order in which they refer to each other.
set session_replication_role = replica;
insert into address select * from jsonb_populate_recordset(null::address, '[
{"kind":"dwelling","letter":"","number":1,"addition":"","postcode":"1234AB","area_code":"B01","grid_cell":"E1068N3982","near_care":false,"region_id":"01a2015b-2fbf-70e8-86eb-bc9cc8faf6fe","address_id":"a1"},
{"kind":"dwelling","letter":"","number":2,"addition":"","postcode":"1234AB","area_code":"B02","grid_cell":"E1068N3982","near_care":false,"region_id":"01a2015b-2fbf-70e8-86eb-bc9cc8faf6fe","address_id":"a2"}
]');
insert into area select * from jsonb_populate_recordset(null::area, '[
{"code":"G","name":"gemeente G","level":"gemeente","lineage":["G"],"geometry":null,"position":0,"region_id":"01a2015b-2fbf-70e8-86eb-bc9cc8faf6fe","households":12000,"population":24000,"parent_code":null},
{"code":"W1","name":"wijk W1","level":"wijk","lineage":["W1","G"],"geometry":null,"position":1,"region_id":"01a2015b-2fbf-70e8-86eb-bc9cc8faf6fe","households":6000,"population":12000,"parent_code":"G"},
{"code":"W2","name":"wijk W2","level":"wijk","lineage":["W2","G"],"geometry":null,"position":2,"region_id":"01a2015b-2fbf-70e8-86eb-bc9cc8faf6fe","households":6000,"population":12000,"parent_code":"G"},
{"code":"B01","name":"buurt B01","level":"buurt","lineage":["B01","W1","G"],"geometry":{"type":"Polygon","coordinates":[[[4.8,52.4],[4.801,52.4],[4.801,52.400999999999996],[4.8,52.400999999999996],[4.8,52.4]]]},"position":3,"region_id":"01a2015b-2fbf-70e8-86eb-bc9cc8faf6fe","households":500,"population":1000,"parent_code":"W1"},
{"code":"B02","name":"buurt B02","level":"buurt","lineage":["B02","W1","G"],"geometry":{"type":"Polygon","coordinates":[[[4.801,52.4],[4.802,52.4],[4.802,52.400999999999996],[4.801,52.400999999999996],[4.801,52.4]]]},"position":4,"region_id":"01a2015b-2fbf-70e8-86eb-bc9cc8faf6fe","households":500,"population":1000,"parent_code":"W1"},
{"code":"B03","name":"buurt B03","level":"buurt","lineage":["B03","W1","G"],"geometry":{"type":"Polygon","coordinates":[[[4.802,52.4],[4.803,52.4],[4.803,52.400999999999996],[4.802,52.400999999999996],[4.802,52.4]]]},"position":5,"region_id":"01a2015b-2fbf-70e8-86eb-bc9cc8faf6fe","households":500,"population":1000,"parent_code":"W1"},
{"code":"B04","name":"buurt B04","level":"buurt","lineage":["B04","W2","G"],"geometry":{"type":"Polygon","coordinates":[[[4.803,52.4],[4.803999999999999,52.4],[4.803999999999999,52.400999999999996],[4.803,52.400999999999996],[4.803,52.4]]]},"position":6,"region_id":"01a2015b-2fbf-70e8-86eb-bc9cc8faf6fe","households":500,"population":1000,"parent_code":"W2"},
{"code":"B05","name":"buurt B05","level":"buurt","lineage":["B05","W2","G"],"geometry":{"type":"Polygon","coordinates":[[[4.803999999999999,52.4],[4.805,52.4],[4.805,52.400999999999996],[4.803999999999999,52.400999999999996],[4.803999999999999,52.4]]]},"position":7,"region_id":"01a2015b-2fbf-70e8-86eb-bc9cc8faf6fe","households":500,"population":1000,"parent_code":"W2"},
{"code":"B06","name":"buurt B06","level":"buurt","lineage":["B06","W2","G"],"geometry":{"type":"Polygon","coordinates":[[[4.805,52.4],[4.806,52.4],[4.806,52.400999999999996],[4.805,52.400999999999996],[4.805,52.4]]]},"position":8,"region_id":"01a2015b-2fbf-70e8-86eb-bc9cc8faf6fe","households":500,"population":1000,"parent_code":"W2"},
{"code":"B07","name":"buurt B07","level":"buurt","lineage":["B07","W1","G"],"geometry":{"type":"Polygon","coordinates":[[[4.8,52.400999999999996],[4.801,52.400999999999996],[4.801,52.402],[4.8,52.402],[4.8,52.400999999999996]]]},"position":9,"region_id":"01a2015b-2fbf-70e8-86eb-bc9cc8faf6fe","households":500,"population":1000,"parent_code":"W1"},
{"code":"B08","name":"buurt B08","level":"buurt","lineage":["B08","W1","G"],"geometry":{"type":"Polygon","coordinates":[[[4.801,52.400999999999996],[4.802,52.400999999999996],[4.802,52.402],[4.801,52.402],[4.801,52.400999999999996]]]},"position":10,"region_id":"01a2015b-2fbf-70e8-86eb-bc9cc8faf6fe","households":500,"population":1000,"parent_code":"W1"},
{"code":"B09","name":"buurt B09","level":"buurt","lineage":["B09","W1","G"],"geometry":{"type":"Polygon","coordinates":[[[4.802,52.400999999999996],[4.803,52.400999999999996],[4.803,52.402],[4.802,52.402],[4.802,52.400999999999996]]]},"position":11,"region_id":"01a2015b-2fbf-70e8-86eb-bc9cc8faf6fe","households":500,"population":1000,"parent_code":"W1"}
]');
insert into audit_event select * from jsonb_populate_recordset(null::audit_event, '[
{"at":"2026-11-22T03:44:42.957946+00:00","id":"01a2015b-2fd0-7464-8906-f96f67299fe0","action":"region.import","detail":{"areas":27,"addresses":2},"lab_id":null,"actor_id":"00000000-0000-0000-0000-000000000000","object_id":"01a2015b-2fbf-70e8-86eb-bc9cc8faf6fe","request_id":"region import","object_kind":"region","organisation_id":null},
{"at":"2026-11-22T03:44:42.962203+00:00","id":"01a2015b-2ff7-7fc4-9542-218ae21a7ecf","action":"installation.setup","detail":{"labs":2,"people":9,"organisations":4},"lab_id":null,"actor_id":"00000000-0000-0000-0000-000000000000","object_id":"https://identity.test","request_id":"setup","object_kind":"installation","organisation_id":null},
{"at":"2026-11-22T03:44:43.052118+00:00","id":"01a2015b-3037-79c9-bc4c-1b6374f29414","action":"step.submit","detail":{},"lab_id":"01a2015b-2fde-791a-aa9f-104b13f887f3","actor_id":"01a2015b-2fd6-7ff1-bd34-c022a7b154be","object_id":"prioritise","request_id":"request of marit","object_kind":"step","organisation_id":"01a2015b-2fd3-7dd9-84ce-49c031ab97bc"},
{"at":"2026-11-22T03:44:43.069006+00:00","id":"01a2015b-3046-7fcf-b909-ece13e595084","action":"step.approve","detail":{},"lab_id":"01a2015b-2fde-791a-aa9f-104b13f887f3","actor_id":"01a2015b-2fd6-7ff1-bd34-c022a7b154be","object_id":"prioritise","request_id":"request of marit","object_kind":"step","organisation_id":"01a2015b-2fd3-7dd9-84ce-49c031ab97bc"},
{"at":"2026-11-22T03:44:43.088223+00:00","id":"01a2015b-3055-7744-9960-2e2b11186be7","action":"step.submit","detail":{},"lab_id":"01a2015b-2fef-7f81-8862-2e5891595142","actor_id":"01a2015b-2fdc-7c13-bc80-5407a00f9071","object_id":"prioritise","request_id":"request of greta","object_kind":"step","organisation_id":"01a2015b-2fd5-7d11-8a52-0516f09c1cd1"},
{"at":"2026-11-22T03:44:43.09808+00:00","id":"01a2015b-3062-7d37-80bd-afc157685d1a","action":"step.approve","detail":{},"lab_id":"01a2015b-2fef-7f81-8862-2e5891595142","actor_id":"01a2015b-2fdc-7c13-bc80-5407a00f9071","object_id":"prioritise","request_id":"request of greta","object_kind":"step","organisation_id":"01a2015b-2fd5-7d11-8a52-0516f09c1cd1"},
{"at":"2026-11-22T03:44:43.116198+00:00","id":"01a2015b-3087-742b-91b1-757f1c620e2f","action":"load.open","detail":{},"lab_id":"01a2015b-2fde-791a-aa9f-104b13f887f3","actor_id":"01a2015b-2fd8-7365-86bc-37b3c901aa26","object_id":"01a2015b-3076-7dd6-be28-43691ab45c70","request_id":"request of sanne","object_kind":"load","organisation_id":"01a2015b-2fd3-7dd9-84ce-49c031ab97bc"},
{"at":"2026-11-22T03:44:43.14612+00:00","id":"01a2015b-30a1-7b3c-87a0-4a1642b56e8b","action":"load.uploaded","detail":{},"lab_id":"01a2015b-2fde-791a-aa9f-104b13f887f3","actor_id":"01a2015b-2fd8-7365-86bc-37b3c901aa26","object_id":"01a2015b-3076-7dd6-be28-43691ab45c70","request_id":"request of sanne","object_kind":"load","organisation_id":"01a2015b-2fd3-7dd9-84ce-49c031ab97bc"},
{"at":"2026-11-22T03:44:43.193842+00:00","id":"01a2015b-30d1-7329-a07f-6359f4a06621","action":"load.accepted","detail":{"rows":7,"kindsOfIssue":0},"lab_id":"01a2015b-2fde-791a-aa9f-104b13f887f3","actor_id":"01a2015b-2fd8-7365-86bc-37b3c901aa26","object_id":"01a2015b-3076-7dd6-be28-43691ab45c70","request_id":"ingest","object_kind":"load","organisation_id":"01a2015b-2fd3-7dd9-84ce-49c031ab97bc"},
{"at":"2026-11-22T03:44:43.236384+00:00","id":"01a2015b-30f0-7502-923c-bd408eef189d","action":"load.open","detail":{},"lab_id":"01a2015b-2fde-791a-aa9f-104b13f887f3","actor_id":"01a2015b-2fd9-7d97-b476-252d9269ac21","object_id":"01a2015b-30ed-71eb-90e8-5069ece53e93","request_id":"request of pim","object_kind":"load","organisation_id":"01a2015b-2fd4-7b96-89e0-5d1c6d295a6e"},
{"at":"2026-11-22T03:44:43.249744+00:00","id":"01a2015b-30f7-7353-8096-57be8d0d022c","action":"load.uploaded","detail":{},"lab_id":"01a2015b-2fde-791a-aa9f-104b13f887f3","actor_id":"01a2015b-2fd9-7d97-b476-252d9269ac21","object_id":"01a2015b-30ed-71eb-90e8-5069ece53e93","request_id":"request of pim","object_kind":"load","organisation_id":"01a2015b-2fd4-7b96-89e0-5d1c6d295a6e"},
{"at":"2026-11-22T03:44:43.267585+00:00","id":"01a2015b-3110-7971-baa6-03bdb702cd1f","action":"load.accepted","detail":{"rows":1,"kindsOfIssue":0},"lab_id":"01a2015b-2fde-791a-aa9f-104b13f887f3","actor_id":"01a2015b-2fd9-7d97-b476-252d9269ac21","object_id":"01a2015b-30ed-71eb-90e8-5069ece53e93","request_id":"ingest","object_kind":"load","organisation_id":"01a2015b-2fd4-7b96-89e0-5d1c6d295a6e"}
]');
insert into cell select * from jsonb_populate_recordset(null::cell, '[
{"z":null,"tier":"own","grain":"all","level":"gemeente","state":"shown","lab_id":"01a2015b-2fde-791a-aa9f-104b13f887f3","period":"all","hotspot":null,"reports":6,"category":"all","area_code":"G","dataset_id":"01a2015b-2fec-7484-bca0-ef77467b3867","snapshot_id":"01a2015b-32d2-761d-aefc-efb977d3ab92","organisation_id":"01a2015b-2fd3-7dd9-84ce-49c031ab97bc","rate_per_thousand":0.25},
{"z":null,"tier":"lab","grain":"all","level":"gemeente","state":"shown","lab_id":"01a2015b-2fde-791a-aa9f-104b13f887f3","period":"all","hotspot":null,"reports":6,"category":"all","area_code":"G","dataset_id":"01a2015b-2fec-7484-bca0-ef77467b3867","snapshot_id":"01a2015b-32d2-761d-aefc-efb977d3ab92","organisation_id":"01a2015b-2fd3-7dd9-84ce-49c031ab97bc","rate_per_thousand":0.25},
{"z":null,"tier":"public","grain":"all","level":"gemeente","state":"withheld","lab_id":"01a2015b-2fde-791a-aa9f-104b13f887f3","period":"all","hotspot":null,"reports":null,"category":"all","area_code":"G","dataset_id":"01a2015b-2fec-7484-bca0-ef77467b3867","snapshot_id":"01a2015b-32d2-761d-aefc-efb977d3ab92","organisation_id":"01a2015b-2fd3-7dd9-84ce-49c031ab97bc","rate_per_thousand":null},
{"z":null,"tier":"own","grain":"all","level":"gemeente","state":"shown","lab_id":"01a2015b-2fde-791a-aa9f-104b13f887f3","period":"all","hotspot":null,"reports":6,"category":"noise","area_code":"G","dataset_id":"01a2015b-2fec-7484-bca0-ef77467b3867","snapshot_id":"01a2015b-32d2-761d-aefc-efb977d3ab92","organisation_id":"01a2015b-2fd3-7dd9-84ce-49c031ab97bc","rate_per_thousand":0.25},
{"z":null,"tier":"lab","grain":"all","level":"gemeente","state":"shown","lab_id":"01a2015b-2fde-791a-aa9f-104b13f887f3","period":"all","hotspot":null,"reports":6,"category":"noise","area_code":"G","dataset_id":"01a2015b-2fec-7484-bca0-ef77467b3867","snapshot_id":"01a2015b-32d2-761d-aefc-efb977d3ab92","organisation_id":"01a2015b-2fd3-7dd9-84ce-49c031ab97bc","rate_per_thousand":0.25},
{"z":null,"tier":"public","grain":"all","level":"gemeente","state":"withheld","lab_id":"01a2015b-2fde-791a-aa9f-104b13f887f3","period":"all","hotspot":null,"reports":null,"category":"noise","area_code":"G","dataset_id":"01a2015b-2fec-7484-bca0-ef77467b3867","snapshot_id":"01a2015b-32d2-761d-aefc-efb977d3ab92","organisation_id":"01a2015b-2fd3-7dd9-84ce-49c031ab97bc","rate_per_thousand":null},
{"z":null,"tier":"own","grain":"all","level":"gemeente","state":"shown","lab_id":"01a2015b-2fde-791a-aa9f-104b13f887f3","period":"all","hotspot":null,"reports":12,"category":"all","area_code":"G","dataset_id":"01a2015b-2fee-7c06-b16c-e666a50131ac","snapshot_id":"01a2015b-32d2-761d-aefc-efb977d3ab92","organisation_id":"01a2015b-2fd4-7b96-89e0-5d1c6d295a6e","rate_per_thousand":0.5},
{"z":null,"tier":"lab","grain":"all","level":"gemeente","state":"shown","lab_id":"01a2015b-2fde-791a-aa9f-104b13f887f3","period":"all","hotspot":null,"reports":12,"category":"all","area_code":"G","dataset_id":"01a2015b-2fee-7c06-b16c-e666a50131ac","snapshot_id":"01a2015b-32d2-761d-aefc-efb977d3ab92","organisation_id":"01a2015b-2fd4-7b96-89e0-5d1c6d295a6e","rate_per_thousand":0.5},
{"z":null,"tier":"public","grain":"all","level":"gemeente","state":"shown","lab_id":"01a2015b-2fde-791a-aa9f-104b13f887f3","period":"all","hotspot":null,"reports":12,"category":"all","area_code":"G","dataset_id":"01a2015b-2fee-7c06-b16c-e666a50131ac","snapshot_id":"01a2015b-32d2-761d-aefc-efb977d3ab92","organisation_id":"01a2015b-2fd4-7b96-89e0-5d1c6d295a6e","rate_per_thousand":0.5},
{"z":null,"tier":"own","grain":"all","level":"gemeente","state":"shown","lab_id":"01a2015b-2fde-791a-aa9f-104b13f887f3","period":"all","hotspot":null,"reports":12,"category":"noise","area_code":"G","dataset_id":"01a2015b-2fee-7c06-b16c-e666a50131ac","snapshot_id":"01a2015b-32d2-761d-aefc-efb977d3ab92","organisation_id":"01a2015b-2fd4-7b96-89e0-5d1c6d295a6e","rate_per_thousand":0.5},
{"z":null,"tier":"lab","grain":"all","level":"gemeente","state":"shown","lab_id":"01a2015b-2fde-791a-aa9f-104b13f887f3","period":"all","hotspot":null,"reports":12,"category":"noise","area_code":"G","dataset_id":"01a2015b-2fee-7c06-b16c-e666a50131ac","snapshot_id":"01a2015b-32d2-761d-aefc-efb977d3ab92","organisation_id":"01a2015b-2fd4-7b96-89e0-5d1c6d295a6e","rate_per_thousand":0.5},
{"z":null,"tier":"public","grain":"all","level":"gemeente","state":"shown","lab_id":"01a2015b-2fde-791a-aa9f-104b13f887f3","period":"all","hotspot":null,"reports":12,"category":"noise","area_code":"G","dataset_id":"01a2015b-2fee-7c06-b16c-e666a50131ac","snapshot_id":"01a2015b-32d2-761d-aefc-efb977d3ab92","organisation_id":"01a2015b-2fd4-7b96-89e0-5d1c6d295a6e","rate_per_thousand":0.5}
]');
insert into dataset select * from jsonb_populate_recordset(null::dataset, '[
{"id":"01a2015b-2fec-7484-bca0-ef77467b3867","key":"meldingen","kind":"records","name":"meldingen van gemeente","lab_id":"01a2015b-2fde-791a-aa9f-104b13f887f3","is_open":false,"mapping":null,"purpose":"feitelijke foto","created_at":"2026-11-22T03:44:42.962203+00:00","legal_basis":"openbare taak","organisation_id":"01a2015b-2fd3-7dd9-84ce-49c031ab97bc","vocabulary_name":"test","retention_months":24,"vocabulary_version":"1"},
{"id":"01a2015b-2fed-7ddc-809e-067a1630a28d","key":"incidenten","kind":"records","name":"incidenten van politie","lab_id":"01a2015b-2fde-791a-aa9f-104b13f887f3","is_open":false,"mapping":null,"purpose":"feitelijke foto","created_at":"2026-11-22T03:44:42.962203+00:00","legal_basis":"openbare taak","organisation_id":"01a2015b-2fd4-7b96-89e0-5d1c6d295a6e","vocabulary_name":"test","retention_months":24,"vocabulary_version":"1"},
{"id":"01a2015b-2fee-7c06-b16c-e666a50131ac","key":"tellingen","kind":"counts","name":"tellingen van politie","lab_id":"01a2015b-2fde-791a-aa9f-104b13f887f3","is_open":false,"mapping":null,"purpose":"feitelijke foto","created_at":"2026-11-22T03:44:42.962203+00:00","legal_basis":"openbare taak","organisation_id":"01a2015b-2fd4-7b96-89e0-5d1c6d295a6e","vocabulary_name":"test","retention_months":24,"vocabulary_version":"1"},
{"id":"01a2015b-2ff6-7623-a151-e0e0b151eea6","key":"signalen","kind":"records","name":"signalen van ggd","lab_id":"01a2015b-2fef-7f81-8862-2e5891595142","is_open":false,"mapping":null,"purpose":"feitelijke foto","created_at":"2026-11-22T03:44:42.962203+00:00","legal_basis":"openbare taak","organisation_id":"01a2015b-2fd5-7d11-8a52-0516f09c1cd1","vocabulary_name":"test","retention_months":24,"vocabulary_version":"1"},
{"id":"01a2015b-2ff7-73c6-9600-39eb8f5f1c8f","key":"zorgincidenten","kind":"records","name":"zorgincidenten van politie","lab_id":"01a2015b-2fef-7f81-8862-2e5891595142","is_open":false,"mapping":null,"purpose":"feitelijke foto","created_at":"2026-11-22T03:44:42.962203+00:00","legal_basis":"openbare taak","organisation_id":"01a2015b-2fd4-7b96-89e0-5d1c6d295a6e","vocabulary_name":"test","retention_months":24,"vocabulary_version":"1"}
]');
insert into hotspot_test select * from jsonb_populate_recordset(null::hotspot_test, '[
{"grain":"all","level":"buurt","lab_id":"01a2015b-2fde-791a-aa9f-104b13f887f3","period":"all","category":"all","dataset_id":"01a2015b-2fec-7484-bca0-ef77467b3867","snapshot_id":"01a2015b-32d2-761d-aefc-efb977d3ab92","tested_areas":24,"organisation_id":"01a2015b-2fd3-7dd9-84ce-49c031ab97bc"},
{"grain":"all","level":"buurt","lab_id":"01a2015b-2fde-791a-aa9f-104b13f887f3","period":"all","category":"noise","dataset_id":"01a2015b-2fec-7484-bca0-ef77467b3867","snapshot_id":"01a2015b-32d2-761d-aefc-efb977d3ab92","tested_areas":24,"organisation_id":"01a2015b-2fd3-7dd9-84ce-49c031ab97bc"},
{"grain":"all","level":"buurt","lab_id":"01a2015b-2fde-791a-aa9f-104b13f887f3","period":"all","category":"all","dataset_id":"01a2015b-2fee-7c06-b16c-e666a50131ac","snapshot_id":"01a2015b-32d2-761d-aefc-efb977d3ab92","tested_areas":24,"organisation_id":"01a2015b-2fd4-7b96-89e0-5d1c6d295a6e"},
{"grain":"all","level":"buurt","lab_id":"01a2015b-2fde-791a-aa9f-104b13f887f3","period":"all","category":"noise","dataset_id":"01a2015b-2fee-7c06-b16c-e666a50131ac","snapshot_id":"01a2015b-32d2-761d-aefc-efb977d3ab92","tested_areas":24,"organisation_id":"01a2015b-2fd4-7b96-89e0-5d1c6d295a6e"},
{"grain":"year","level":"buurt","lab_id":"01a2015b-2fde-791a-aa9f-104b13f887f3","period":"2024","category":"all","dataset_id":"01a2015b-2fec-7484-bca0-ef77467b3867","snapshot_id":"01a2015b-32d2-761d-aefc-efb977d3ab92","tested_areas":24,"organisation_id":"01a2015b-2fd3-7dd9-84ce-49c031ab97bc"},
{"grain":"year","level":"buurt","lab_id":"01a2015b-2fde-791a-aa9f-104b13f887f3","period":"2024","category":"noise","dataset_id":"01a2015b-2fec-7484-bca0-ef77467b3867","snapshot_id":"01a2015b-32d2-761d-aefc-efb977d3ab92","tested_areas":24,"organisation_id":"01a2015b-2fd3-7dd9-84ce-49c031ab97bc"},
{"grain":"year","level":"buurt","lab_id":"01a2015b-2fde-791a-aa9f-104b13f887f3","period":"2024","category":"all","dataset_id":"01a2015b-2fee-7c06-b16c-e666a50131ac","snapshot_id":"01a2015b-32d2-761d-aefc-efb977d3ab92","tested_areas":24,"organisation_id":"01a2015b-2fd4-7b96-89e0-5d1c6d295a6e"},
{"grain":"year","level":"buurt","lab_id":"01a2015b-2fde-791a-aa9f-104b13f887f3","period":"2024","category":"noise","dataset_id":"01a2015b-2fee-7c06-b16c-e666a50131ac","snapshot_id":"01a2015b-32d2-761d-aefc-efb977d3ab92","tested_areas":24,"organisation_id":"01a2015b-2fd4-7b96-89e0-5d1c6d295a6e"},
{"grain":"quarter","level":"buurt","lab_id":"01a2015b-2fde-791a-aa9f-104b13f887f3","period":"2024-Q1","category":"all","dataset_id":"01a2015b-2fec-7484-bca0-ef77467b3867","snapshot_id":"01a2015b-32d2-761d-aefc-efb977d3ab92","tested_areas":24,"organisation_id":"01a2015b-2fd3-7dd9-84ce-49c031ab97bc"},
{"grain":"quarter","level":"buurt","lab_id":"01a2015b-2fde-791a-aa9f-104b13f887f3","period":"2024-Q1","category":"noise","dataset_id":"01a2015b-2fec-7484-bca0-ef77467b3867","snapshot_id":"01a2015b-32d2-761d-aefc-efb977d3ab92","tested_areas":24,"organisation_id":"01a2015b-2fd3-7dd9-84ce-49c031ab97bc"},
{"grain":"quarter","level":"buurt","lab_id":"01a2015b-2fde-791a-aa9f-104b13f887f3","period":"2024-Q1","category":"all","dataset_id":"01a2015b-2fee-7c06-b16c-e666a50131ac","snapshot_id":"01a2015b-32d2-761d-aefc-efb977d3ab92","tested_areas":24,"organisation_id":"01a2015b-2fd4-7b96-89e0-5d1c6d295a6e"},
{"grain":"quarter","level":"buurt","lab_id":"01a2015b-2fde-791a-aa9f-104b13f887f3","period":"2024-Q1","category":"noise","dataset_id":"01a2015b-2fee-7c06-b16c-e666a50131ac","snapshot_id":"01a2015b-32d2-761d-aefc-efb977d3ab92","tested_areas":24,"organisation_id":"01a2015b-2fd4-7b96-89e0-5d1c6d295a6e"}
]');
insert into lab select * from jsonb_populate_recordset(null::lab, '[
{"id":"01a2015b-2fde-791a-aa9f-104b13f887f3","key":"overlast","goal":"Rust in de wijken","name":"Overlast in Teststad","question":"Waar blijft overlast terugkomen?","region_id":"01a2015b-2fbf-70e8-86eb-bc9cc8faf6fe","created_at":"2026-11-22T03:44:42.962203+00:00"},
{"id":"01a2015b-2fef-7f81-8862-2e5891595142","key":"rust","goal":"Zorg waar het nodig is","name":"Rust en zorg","question":"Wie krijgt er nu geen zorg?","region_id":"01a2015b-2fbf-70e8-86eb-bc9cc8faf6fe","created_at":"2026-11-22T03:44:42.962203+00:00"}
]');
insert into lab_participant select * from jsonb_populate_recordset(null::lab_participant, '[
{"lab_id":"01a2015b-2fde-791a-aa9f-104b13f887f3","organisation_id":"01a2015b-2fd3-7dd9-84ce-49c031ab97bc"},
{"lab_id":"01a2015b-2fde-791a-aa9f-104b13f887f3","organisation_id":"01a2015b-2fd4-7b96-89e0-5d1c6d295a6e"},
{"lab_id":"01a2015b-2fde-791a-aa9f-104b13f887f3","organisation_id":"01a2015b-2fd5-75b7-a2e4-45532204e2a1"},
{"lab_id":"01a2015b-2fef-7f81-8862-2e5891595142","organisation_id":"01a2015b-2fd5-7d11-8a52-0516f09c1cd1"},
{"lab_id":"01a2015b-2fef-7f81-8862-2e5891595142","organisation_id":"01a2015b-2fd4-7b96-89e0-5d1c6d295a6e"}
]');
insert into lab_step select * from jsonb_populate_recordset(null::lab_step, '[
{"step":"share_safely","since":"2026-11-22T03:44:42.962203+00:00","state":"locked","lab_id":"01a2015b-2fde-791a-aa9f-104b13f887f3","reason":null},
{"step":"deeper_analyses","since":"2026-11-22T03:44:42.962203+00:00","state":"locked","lab_id":"01a2015b-2fde-791a-aa9f-104b13f887f3","reason":null},
{"step":"solutions","since":"2026-11-22T03:44:42.962203+00:00","state":"locked","lab_id":"01a2015b-2fde-791a-aa9f-104b13f887f3","reason":null},
{"step":"share_safely","since":"2026-11-22T03:44:42.962203+00:00","state":"locked","lab_id":"01a2015b-2fef-7f81-8862-2e5891595142","reason":null},
{"step":"deeper_analyses","since":"2026-11-22T03:44:42.962203+00:00","state":"locked","lab_id":"01a2015b-2fef-7f81-8862-2e5891595142","reason":null},
{"step":"solutions","since":"2026-11-22T03:44:42.962203+00:00","state":"locked","lab_id":"01a2015b-2fef-7f81-8862-2e5891595142","reason":null},
{"step":"prioritise","since":"2026-11-22T03:44:43.069006+00:00","state":"done","lab_id":"01a2015b-2fde-791a-aa9f-104b13f887f3","reason":null},
{"step":"factual_picture","since":"2026-11-22T03:44:43.069006+00:00","state":"open","lab_id":"01a2015b-2fde-791a-aa9f-104b13f887f3","reason":null},
{"step":"prioritise","since":"2026-11-22T03:44:43.09808+00:00","state":"done","lab_id":"01a2015b-2fef-7f81-8862-2e5891595142","reason":null},
{"step":"factual_picture","since":"2026-11-22T03:44:43.09808+00:00","state":"open","lab_id":"01a2015b-2fef-7f81-8862-2e5891595142","reason":null}
]');
insert into load select * from jsonb_populate_recordset(null::load, '[
{"id":"01a2015b-3076-7dd6-be28-43691ab45c70","state":"accepted","covers":"{[2024-01-01,2024-06-01)}","issues":[],"lab_id":"01a2015b-2fde-791a-aa9f-104b13f887f3","totals":{"rows":7,"noArea":0,"skipped":0,"inRegion":6,"outOfScope":0,"outsideRegion":1},"revision":1,"unchanged":false,"created_at":"2026-11-22T03:44:43.116198+00:00","created_by":"01a2015b-2fd8-7365-86bc-37b3c901aa26","dataset_id":"01a2015b-2fec-7484-bca0-ef77467b3867","decided_at":"2024-06-02T10:00:00+00:00","bytes_total":2143,"bytes_received":2143,"content_sha256":"6cad4ea28d87a58451f65be0fcc60608bd7270592efab43aa60cb31d5cd7f212","rows_processed":7,"declared_totals":{"rows":7,"noArea":0,"skipped":0,"inRegion":6,"outOfScope":0,"outsideRegion":1},"organisation_id":"01a2015b-2fd3-7dd9-84ce-49c031ab97bc","withdrawn_reason":null},
{"id":"01a2015b-30ed-71eb-90e8-5069ece53e93","state":"accepted","covers":"{[2024-01-01,2024-06-01)}","issues":[],"lab_id":"01a2015b-2fde-791a-aa9f-104b13f887f3","totals":{"rows":1,"noArea":0,"skipped":0,"inRegion":1,"outOfScope":0,"outsideRegion":0},"revision":1,"unchanged":false,"created_at":"2026-11-22T03:44:43.236384+00:00","created_by":"01a2015b-2fd9-7d97-b476-252d9269ac21","dataset_id":"01a2015b-2fee-7c06-b16c-e666a50131ac","decided_at":"2024-06-02T10:00:00+00:00","bytes_total":201,"bytes_received":201,"content_sha256":"b4c1bd4af8c8a07b2b77baf8b4e09666f0e21f4abec9d87cd929765de7113453","rows_processed":1,"declared_totals":{"rows":1,"noArea":0,"skipped":0,"inRegion":1,"outOfScope":0,"outsideRegion":0},"organisation_id":"01a2015b-2fd4-7b96-89e0-5d1c6d295a6e","withdrawn_reason":null},
{"id":"01a2015b-3121-7741-a9c5-df612af8cef0","state":"withdrawn","covers":"{[2024-01-01,2024-06-01)}","issues":[],"lab_id":"01a2015b-2fef-7f81-8862-2e5891595142","totals":{"rows":1,"noArea":0,"skipped":0,"inRegion":1,"outOfScope":0,"outsideRegion":0},"revision":1,"unchanged":false,"created_at":"2026-11-22T03:44:43.292181+00:00","created_by":"01a2015b-2fdc-7c13-bc80-5407a00f9071","dataset_id":"01a2015b-2ff6-7623-a151-e0e0b151eea6","decided_at":"2024-06-02T10:00:00+00:00","bytes_total":308,"bytes_received":308,"content_sha256":"eed2062331ed197610fd52e337904de54748e7a16e97cee8291870af4921da38","rows_processed":1,"declared_totals":{"rows":1,"noArea":0,"skipped":0,"inRegion":1,"outOfScope":0,"outsideRegion":0},"organisation_id":"01a2015b-2fd5-7d11-8a52-0516f09c1cd1","withdrawn_reason":"verkeerde export"}
]');
insert into membership select * from jsonb_populate_recordset(null::membership, '[
{"role":"coordinator","areas":[],"lab_id":"01a2015b-2fde-791a-aa9f-104b13f887f3","ended_at":null,"person_id":"01a2015b-2fd6-7ff1-bd34-c022a7b154be","organisation_id":"01a2015b-2fd3-7dd9-84ce-49c031ab97bc"},
{"role":"data_steward","areas":[],"lab_id":"01a2015b-2fde-791a-aa9f-104b13f887f3","ended_at":null,"person_id":"01a2015b-2fd8-7365-86bc-37b3c901aa26","organisation_id":"01a2015b-2fd3-7dd9-84ce-49c031ab97bc"},
{"role":"analyst","areas":[],"lab_id":"01a2015b-2fde-791a-aa9f-104b13f887f3","ended_at":null,"person_id":"01a2015b-2fd8-7cb3-90c9-d6a8f050a90f","organisation_id":"01a2015b-2fd3-7dd9-84ce-49c031ab97bc"},
{"role":"privacy_officer","areas":[],"lab_id":"01a2015b-2fde-791a-aa9f-104b13f887f3","ended_at":null,"person_id":"01a2015b-2fd9-757b-a03e-cc2df746dc03","organisation_id":"01a2015b-2fd3-7dd9-84ce-49c031ab97bc"},
{"role":"data_steward","areas":[],"lab_id":"01a2015b-2fde-791a-aa9f-104b13f887f3","ended_at":null,"person_id":"01a2015b-2fd9-7d97-b476-252d9269ac21","organisation_id":"01a2015b-2fd4-7b96-89e0-5d1c6d295a6e"},
{"role":"domain_expert","areas":[],"lab_id":"01a2015b-2fde-791a-aa9f-104b13f887f3","ended_at":null,"person_id":"01a2015b-2fda-7d36-a241-fdb243188439","organisation_id":"01a2015b-2fd4-7b96-89e0-5d1c6d295a6e"},
{"role":"wijkteam_member","areas":["W1"],"lab_id":"01a2015b-2fde-791a-aa9f-104b13f887f3","ended_at":null,"person_id":"01a2015b-2fdc-73a8-a227-7e1f2291709f","organisation_id":"01a2015b-2fd5-75b7-a2e4-45532204e2a1"},
{"role":"coordinator","areas":[],"lab_id":"01a2015b-2fef-7f81-8862-2e5891595142","ended_at":null,"person_id":"01a2015b-2fdc-7c13-bc80-5407a00f9071","organisation_id":"01a2015b-2fd5-7d11-8a52-0516f09c1cd1"},
{"role":"analyst","areas":[],"lab_id":"01a2015b-2fef-7f81-8862-2e5891595142","ended_at":null,"person_id":"01a2015b-2fdc-7c13-bc80-5407a00f9071","organisation_id":"01a2015b-2fd5-7d11-8a52-0516f09c1cd1"},
{"role":"data_steward","areas":[],"lab_id":"01a2015b-2fef-7f81-8862-2e5891595142","ended_at":null,"person_id":"01a2015b-2fdc-7c13-bc80-5407a00f9071","organisation_id":"01a2015b-2fd5-7d11-8a52-0516f09c1cd1"},
{"role":"data_steward","areas":[],"lab_id":"01a2015b-2fef-7f81-8862-2e5891595142","ended_at":null,"person_id":"01a2015b-2fdb-78e5-ab6f-74cca132f549","organisation_id":"01a2015b-2fd4-7b96-89e0-5d1c6d295a6e"}
]');
insert into migrations select * from jsonb_populate_recordset(null::migrations, '[
{"id":1,"name":"0001-context-1700000000000","timestamp":1700000000000},
{"id":2,"name":"0002-organisations-and-labs-1700000000001","timestamp":1700000000001},
{"id":3,"name":"0003-areas-1700000000002","timestamp":1700000000002},
{"id":4,"name":"0004-loads-1700000000003","timestamp":1700000000003},
{"id":5,"name":"0005-picture-1700000000004","timestamp":1700000000004},
{"id":6,"name":"0006-outbox-1700000000005","timestamp":1700000000005}
]');
insert into organisation select * from jsonb_populate_recordset(null::organisation, '[
{"id":"01a2015b-2fd3-7dd9-84ce-49c031ab97bc","key":"gemeente","name":"Gemeente Teststad","type":"municipality","created_at":"2026-11-22T03:44:42.962203+00:00"},
{"id":"01a2015b-2fd4-7b96-89e0-5d1c6d295a6e","key":"politie","name":"Politie","type":"police","created_at":"2026-11-22T03:44:42.962203+00:00"},
{"id":"01a2015b-2fd5-75b7-a2e4-45532204e2a1","key":"wijkteam","name":"Wijkteam West","type":"wijkteam","created_at":"2026-11-22T03:44:42.962203+00:00"},
{"id":"01a2015b-2fd5-7d11-8a52-0516f09c1cd1","key":"ggd","name":"GGD","type":"ggd","created_at":"2026-11-22T03:44:42.962203+00:00"}
]');
insert into outbox select * from jsonb_populate_recordset(null::outbox, '[
{"id":"01a2015b-309e-7cdc-acf9-6c01ad2de0bd","job":"ingest","lab_id":"01a2015b-2fde-791a-aa9f-104b13f887f3","done_at":null,"failure":null,"payload":{"loadId":"01a2015b-3076-7dd6-be28-43691ab45c70"},"actor_id":"01a2015b-2fd8-7365-86bc-37b3c901aa26","failed_at":null,"queued_at":null,"created_at":"2026-11-22T03:44:43.14612+00:00","request_id":"request of sanne"},
{"id":"01a2015b-30f6-7265-a873-6f595cf30e49","job":"ingest","lab_id":"01a2015b-2fde-791a-aa9f-104b13f887f3","done_at":null,"failure":null,"payload":{"loadId":"01a2015b-30ed-71eb-90e8-5069ece53e93"},"actor_id":"01a2015b-2fd9-7d97-b476-252d9269ac21","failed_at":null,"queued_at":null,"created_at":"2026-11-22T03:44:43.249744+00:00","request_id":"request of pim"},
{"id":"01a2015b-312a-7068-9f9b-5c8b68bd9ada","job":"ingest","lab_id":"01a2015b-2fef-7f81-8862-2e5891595142","done_at":null,"failure":null,"payload":{"loadId":"01a2015b-3121-7741-a9c5-df612af8cef0"},"actor_id":"01a2015b-2fdc-7c13-bc80-5407a00f9071","failed_at":null,"queued_at":null,"created_at":"2026-11-22T03:44:43.302121+00:00","request_id":"request of greta"},
{"id":"01a2015b-314d-7b5b-91a8-c2fa62cc73ef","job":"factual-picture","lab_id":"01a2015b-2fef-7f81-8862-2e5891595142","done_at":null,"failure":null,"payload":{"labId":"01a2015b-2fef-7f81-8862-2e5891595142"},"actor_id":"01a2015b-2fdc-7c13-bc80-5407a00f9071","failed_at":null,"queued_at":null,"created_at":"2026-11-22T03:44:43.318492+00:00","request_id":"ingest"},
{"id":"01a2015b-3175-7859-8dd0-bd4469164fc6","job":"factual-picture","lab_id":"01a2015b-2fef-7f81-8862-2e5891595142","done_at":null,"failure":null,"payload":{"labId":"01a2015b-2fef-7f81-8862-2e5891595142"},"actor_id":"01a2015b-2fdc-7c13-bc80-5407a00f9071","failed_at":null,"queued_at":null,"created_at":"2026-11-22T03:44:43.377391+00:00","request_id":"request of greta"},
{"id":"01a2015b-30d3-70b7-afbe-3cab614b2a30","job":"factual-picture","lab_id":"01a2015b-2fde-791a-aa9f-104b13f887f3","done_at":"2026-11-22T03:44:43.726768+00:00","failure":null,"payload":{"labId":"01a2015b-2fde-791a-aa9f-104b13f887f3"},"actor_id":"01a2015b-2fd8-7365-86bc-37b3c901aa26","failed_at":null,"queued_at":null,"created_at":"2026-11-22T03:44:43.193842+00:00","request_id":"ingest"},
{"id":"01a2015b-3111-728a-acea-578aec1cce0c","job":"factual-picture","lab_id":"01a2015b-2fde-791a-aa9f-104b13f887f3","done_at":"2026-11-22T03:44:43.726768+00:00","failure":null,"payload":{"labId":"01a2015b-2fde-791a-aa9f-104b13f887f3"},"actor_id":"01a2015b-2fd9-7d97-b476-252d9269ac21","failed_at":null,"queued_at":null,"created_at":"2026-11-22T03:44:43.267585+00:00","request_id":"ingest"}
]');
insert into person select * from jsonb_populate_recordset(null::person, '[
{"id":"01a2015b-2fd6-7ff1-bd34-c022a7b154be","name":"marit","email":"marit@gemeente.test","issuer":"https://identity.test","subject":"marit","created_at":"2026-11-22T03:44:42.962203+00:00","organisation_id":"01a2015b-2fd3-7dd9-84ce-49c031ab97bc"},
{"id":"01a2015b-2fd8-7365-86bc-37b3c901aa26","name":"sanne","email":"sanne@gemeente.test","issuer":"https://identity.test","subject":"sanne","created_at":"2026-11-22T03:44:42.962203+00:00","organisation_id":"01a2015b-2fd3-7dd9-84ce-49c031ab97bc"},
{"id":"01a2015b-2fd8-7cb3-90c9-d6a8f050a90f","name":"joris","email":"joris@gemeente.test","issuer":"https://identity.test","subject":"joris","created_at":"2026-11-22T03:44:42.962203+00:00","organisation_id":"01a2015b-2fd3-7dd9-84ce-49c031ab97bc"},
{"id":"01a2015b-2fd9-757b-a03e-cc2df746dc03","name":"fatma","email":"fatma@gemeente.test","issuer":"https://identity.test","subject":"fatma","created_at":"2026-11-22T03:44:42.962203+00:00","organisation_id":"01a2015b-2fd3-7dd9-84ce-49c031ab97bc"},
{"id":"01a2015b-2fd9-7d97-b476-252d9269ac21","name":"pim","email":"pim@politie.test","issuer":"https://identity.test","subject":"pim","created_at":"2026-11-22T03:44:42.962203+00:00","organisation_id":"01a2015b-2fd4-7b96-89e0-5d1c6d295a6e"},
{"id":"01a2015b-2fda-7d36-a241-fdb243188439","name":"petra","email":"petra@politie.test","issuer":"https://identity.test","subject":"petra","created_at":"2026-11-22T03:44:42.962203+00:00","organisation_id":"01a2015b-2fd4-7b96-89e0-5d1c6d295a6e"},
{"id":"01a2015b-2fdb-78e5-ab6f-74cca132f549","name":"paul","email":"paul@politie.test","issuer":"https://identity.test","subject":"paul","created_at":"2026-11-22T03:44:42.962203+00:00","organisation_id":"01a2015b-2fd4-7b96-89e0-5d1c6d295a6e"},
{"id":"01a2015b-2fdc-73a8-a227-7e1f2291709f","name":"wilma","email":"wilma@wijkteam.test","issuer":"https://identity.test","subject":"wilma","created_at":"2026-11-22T03:44:42.962203+00:00","organisation_id":"01a2015b-2fd5-75b7-a2e4-45532204e2a1"},
{"id":"01a2015b-2fdc-7c13-bc80-5407a00f9071","name":"greta","email":"greta@ggd.test","issuer":"https://identity.test","subject":"greta","created_at":"2026-11-22T03:44:42.962203+00:00","organisation_id":"01a2015b-2fd5-7d11-8a52-0516f09c1cd1"}
]');
insert into postcode select * from jsonb_populate_recordset(null::postcode, '[
{"postcode":"1234AB","area_code":"B01","region_id":"01a2015b-2fbf-70e8-86eb-bc9cc8faf6fe"}
]');
insert into region select * from jsonb_populate_recordset(null::region, '[
{"id":"01a2015b-2fbf-70e8-86eb-bc9cc8faf6fe","code":"test","name":"Teststad","levels":[{"code":"gemeente","name":"Gemeente"},{"code":"wijk","name":"Wijk"},{"code":"buurt","name":"Buurt"}],"country":"NL","time_zone":"Europe/Amsterdam","imported_at":"2026-11-22T03:44:42.939092+00:00","division_year":2024}
]');
insert into report select * from jsonb_populate_recordset(null::report, '[
{"lab_id":"01a2015b-2fde-791a-aa9f-104b13f887f3","status":null,"channel":null,"load_id":"01a2015b-3076-7dd6-be28-43691ab45c70","category":"noise","area_code":"B01","closed_on":null,"grid_cell":null,"placement":"in_region","dataset_id":"01a2015b-2fec-7484-bca0-ef77467b3867","person_key":null,"occurred_on":"2024-01-15","record_hash":"f65fdb506bcae90353f4a4e1c68a80964ae26a26169e09318d17f8ad1bd4f294","address_kind":"dwelling","persons_band":null,"reporter_key":null,"household_key":"household-1","occurred_hour":null,"registered_on":null,"reporter_type":null,"household_role":"subject","organisation_id":"01a2015b-2fd3-7dd9-84ce-49c031ab97bc","source_category":"geluid","confused_behaviour":null,"near_care_location":null,"occurred_precision":"day"},
{"lab_id":"01a2015b-2fde-791a-aa9f-104b13f887f3","status":null,"channel":null,"load_id":"01a2015b-3076-7dd6-be28-43691ab45c70","category":"noise","area_code":"B01","closed_on":null,"grid_cell":null,"placement":"in_region","dataset_id":"01a2015b-2fec-7484-bca0-ef77467b3867","person_key":null,"occurred_on":"2024-01-15","record_hash":"129a82bae645af659230191e321c43eaadc52d8b6924a0c08725f11fd422fa6a","address_kind":"dwelling","persons_band":null,"reporter_key":null,"household_key":"household-2","occurred_hour":null,"registered_on":null,"reporter_type":null,"household_role":"subject","organisation_id":"01a2015b-2fd3-7dd9-84ce-49c031ab97bc","source_category":"geluid","confused_behaviour":null,"near_care_location":null,"occurred_precision":"day"},
{"lab_id":"01a2015b-2fde-791a-aa9f-104b13f887f3","status":null,"channel":null,"load_id":"01a2015b-3076-7dd6-be28-43691ab45c70","category":"noise","area_code":"B01","closed_on":null,"grid_cell":null,"placement":"in_region","dataset_id":"01a2015b-2fec-7484-bca0-ef77467b3867","person_key":null,"occurred_on":"2024-01-15","record_hash":"726c2a3cbce11ac40d53efe7aeb4da80e7b7da603c177c4677d7b322d6d629ea","address_kind":"dwelling","persons_band":null,"reporter_key":null,"household_key":"household-3","occurred_hour":null,"registered_on":null,"reporter_type":null,"household_role":"subject","organisation_id":"01a2015b-2fd3-7dd9-84ce-49c031ab97bc","source_category":"geluid","confused_behaviour":null,"near_care_location":null,"occurred_precision":"day"},
{"lab_id":"01a2015b-2fde-791a-aa9f-104b13f887f3","status":null,"channel":null,"load_id":"01a2015b-3076-7dd6-be28-43691ab45c70","category":"noise","area_code":"B01","closed_on":null,"grid_cell":null,"placement":"in_region","dataset_id":"01a2015b-2fec-7484-bca0-ef77467b3867","person_key":null,"occurred_on":"2024-01-15","record_hash":"8ced740bfc03fd3bc5b56c054505dfa7f5b2a11fd2ed6c799552e4d3a9596c1c","address_kind":"dwelling","persons_band":null,"reporter_key":null,"household_key":"household-4","occurred_hour":null,"registered_on":null,"reporter_type":null,"household_role":"subject","organisation_id":"01a2015b-2fd3-7dd9-84ce-49c031ab97bc","source_category":"geluid","confused_behaviour":null,"near_care_location":null,"occurred_precision":"day"},
{"lab_id":"01a2015b-2fde-791a-aa9f-104b13f887f3","status":null,"channel":null,"load_id":"01a2015b-3076-7dd6-be28-43691ab45c70","category":"noise","area_code":"B01","closed_on":null,"grid_cell":null,"placement":"in_region","dataset_id":"01a2015b-2fec-7484-bca0-ef77467b3867","person_key":null,"occurred_on":"2024-01-15","record_hash":"b83023b9e1339cbaf25c9195657d15473d3d8e80f640b48d5646c58990fa0f1b","address_kind":"dwelling","persons_band":null,"reporter_key":null,"household_key":"household-5","occurred_hour":null,"registered_on":null,"reporter_type":null,"household_role":"subject","organisation_id":"01a2015b-2fd3-7dd9-84ce-49c031ab97bc","source_category":"geluid","confused_behaviour":null,"near_care_location":null,"occurred_precision":"day"},
{"lab_id":"01a2015b-2fde-791a-aa9f-104b13f887f3","status":null,"channel":null,"load_id":"01a2015b-3076-7dd6-be28-43691ab45c70","category":"noise","area_code":"B01","closed_on":null,"grid_cell":null,"placement":"in_region","dataset_id":"01a2015b-2fec-7484-bca0-ef77467b3867","person_key":null,"occurred_on":"2024-01-15","record_hash":"c9fa18bc69bd0c36890c0e46adb254212e6c8da7eb037e08281571bd16d86149","address_kind":"dwelling","persons_band":null,"reporter_key":null,"household_key":"household-6","occurred_hour":null,"registered_on":null,"reporter_type":null,"household_role":"subject","organisation_id":"01a2015b-2fd3-7dd9-84ce-49c031ab97bc","source_category":"geluid","confused_behaviour":null,"near_care_location":null,"occurred_precision":"day"},
{"lab_id":"01a2015b-2fde-791a-aa9f-104b13f887f3","status":null,"channel":null,"load_id":"01a2015b-3076-7dd6-be28-43691ab45c70","category":"noise","area_code":null,"closed_on":null,"grid_cell":null,"placement":"outside_region","dataset_id":"01a2015b-2fec-7484-bca0-ef77467b3867","person_key":null,"occurred_on":"2024-01-15","record_hash":"41755405862c6374291e01a6614f1f05e8cceb2e4ed0f151ddb4e95740521524","address_kind":"dwelling","persons_band":null,"reporter_key":null,"household_key":"household-7","occurred_hour":null,"registered_on":null,"reporter_type":null,"household_role":"subject","organisation_id":"01a2015b-2fd3-7dd9-84ce-49c031ab97bc","source_category":"geluid","confused_behaviour":null,"near_care_location":null,"occurred_precision":"day"},
{"lab_id":"01a2015b-2fef-7f81-8862-2e5891595142","status":null,"channel":null,"load_id":"01a2015b-3121-7741-a9c5-df612af8cef0","category":"noise","area_code":"B01","closed_on":null,"grid_cell":null,"placement":"in_region","dataset_id":"01a2015b-2ff6-7623-a151-e0e0b151eea6","person_key":null,"occurred_on":"2024-01-15","record_hash":"0b3d4142fcc8b5737b383348ff8ee5f93aed8566426dbbf2a7994595f06ad146","address_kind":"dwelling","persons_band":null,"reporter_key":null,"household_key":"household-9","occurred_hour":null,"registered_on":null,"reporter_type":null,"household_role":"subject","organisation_id":"01a2015b-2fd5-7d11-8a52-0516f09c1cd1","source_category":"geluid","confused_behaviour":null,"near_care_location":null,"occurred_precision":"day"}
]');
insert into report_count select * from jsonb_populate_recordset(null::report_count, '[
{"count":12,"lab_id":"01a2015b-2fde-791a-aa9f-104b13f887f3","period":"2024-01","load_id":"01a2015b-30ed-71eb-90e8-5069ece53e93","category":"noise","area_code":"B01","placement":"in_region","starts_on":"2024-01-01","dataset_id":"01a2015b-2fee-7c06-b16c-e666a50131ac","record_hash":"9c40eb01ecf3a19359d015877c005dc49bb77ce944a43a1b2e58daeaae66de47","organisation_id":"01a2015b-2fd4-7b96-89e0-5d1c6d295a6e","source_category":"geluid"}
]');
insert into session select * from jsonb_populate_recordset(null::session, '[
{"id_hash":"hash of a cookie","id_token":"token","person_id":"01a2015b-2fd8-7365-86bc-37b3c901aa26","created_at":"2026-11-22T03:44:43.755604+00:00","expires_at":"2030-01-01T00:00:00+00:00"}
]');
insert into snapshot select * from jsonb_populate_recordset(null::snapshot, '[
{"id":"01a2015b-32d2-761d-aefc-efb977d3ab92","digest":"0ff6d850221815c4366e9bf530171b328e43476821db5af3162e0e124d737010","lab_id":"01a2015b-2fde-791a-aa9f-104b13f887f3","manifest":{"inputs":"34530b6aa5a99aa959c9906bb410962a37696609871f44b70ffeda1ec5fd57c6","sources":[{"grains":["all","year","quarter","month"],"periods":[{"grain":"year","period":"2024","delivered":"partial"},{"grain":"quarter","period":"2024-Q1","delivered":"full"},{"grain":"quarter","period":"2024-Q2","delivered":"partial"},{"grain":"month","period":"2024-01","delivered":"full"},{"grain":"month","period":"2024-02","delivered":"full"},{"grain":"month","period":"2024-03","delivered":"full"},{"grain":"month","period":"2024-04","delivered":"full"},{"grain":"month","period":"2024-05","delivered":"full"}],"datasetId":"01a2015b-2fec-7484-bca0-ef77467b3867","categories":["noise"],"lowestLevel":"buurt","householdKeyCoverage":1},{"grains":["all","year","quarter","month"],"periods":[{"grain":"year","period":"2024","delivered":"partial"},{"grain":"quarter","period":"2024-Q1","delivered":"full"},{"grain":"quarter","period":"2024-Q2","delivered":"partial"},{"grain":"month","period":"2024-01","delivered":"full"},{"grain":"month","period":"2024-02","delivered":"full"},{"grain":"month","period":"2024-03","delivered":"full"},{"grain":"month","period":"2024-04","delivered":"full"},{"grain":"month","period":"2024-05","delivered":"full"}],"datasetId":"01a2015b-2fee-7c06-b16c-e666a50131ac","categories":["noise"],"lowestLevel":"buurt","householdKeyCoverage":null}]},"created_at":"2026-11-22T03:44:43.726768+00:00"}
]');
reset session_replication_role;
