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
