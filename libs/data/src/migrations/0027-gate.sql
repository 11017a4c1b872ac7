-- All rules of disclosure control in the standard tables, and the ledger of every number that leaves. See ADR 0055–0057.

-- `coarser`: this cell is not published, and the next coarser one is. "None or too few" is no row: as with zero, that there is no row says
-- nothing, and what it means follows from category, level and grain.
alter table cell drop constraint cell_state_check;
alter table cell add constraint cell_state_check check (state in ('shown', 'withheld', 'coarser'));

-- In which periods the cells of the areas under one parent are published. Chosen from the closed year before, and fixed for its year.
create table series_grain (
  lab_id uuid not null references lab,
  dataset_id uuid not null,
  tier text not null check (tier in ('lab', 'public')),
  level text not null,
  parent_code text not null,
  category text not null,
  year text not null check (year ~ '^\d{4}$'),
  grain text not null check (grain in ('month', 'quarter', 'year', 'all')),
  chosen_at timestamptz not null default now(),
  primary key (lab_id, dataset_id, tier, level, category, year, parent_code)
);

-- What was published of which snapshot, under which policy. Its numbers are in `ledger_line`, which the worker alone reads.
create table ledger_entry (
  id uuid primary key default uuidv7(),
  lab_id uuid not null references lab,
  snapshot_id uuid not null references snapshot,
  kind text not null check (kind in ('picture', 'release')),
  release_id uuid,
  tier text not null check (tier in ('lab', 'public')),
  table_key text not null,
  -- SHA-256 over the lines as they stand in ledger_line.
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  policy_version text not null,
  lines int not null check (lines >= 0),
  -- How many cells each rule decided on: exact, so for the worker alone.
  outcomes jsonb not null,
  requested_by uuid references person,
  checked_by uuid[] not null default '{}',
  standing_id uuid,
  entered_at timestamptz not null default now(),
  check ((kind = 'release') = (release_id is not null))
);
create index on ledger_entry (lab_id, entered_at);
create unique index on ledger_entry (release_id) where release_id is not null;

-- Per map (level, grain, period, category of one source; no source: all of them together) what an onlooker knows of each area: at least and
-- at most so many reports. No upper bound: null.
create table ledger_line (
  entry_id uuid not null references ledger_entry on delete cascade,
  lab_id uuid not null,
  dataset_id uuid not null,
  level text not null,
  grain text not null,
  period text not null,
  category text not null,
  area_codes text[] not null,
  lows int[] not null,
  highs int[] not null,
  primary key (entry_id, dataset_id, level, grain, period, category),
  check (cardinality(area_codes) = cardinality(lows) and cardinality(area_codes) = cardinality(highs))
);

alter table series_grain enable row level security, force row level security;
alter table ledger_entry enable row level security, force row level security;
alter table ledger_line enable row level security, force row level security;

create policy api_reads on series_grain for select to datalab_api using (lab_id = any ((select app.my_labs())::uuid[]));
create policy api_reads on ledger_entry for select to datalab_api using (lab_id = any ((select app.my_labs())::uuid[]));
create policy worker_lab on series_grain for all to datalab_worker using (lab_id = app.lab_id()) with check (lab_id = app.lab_id());
create policy worker_lab on ledger_entry for all to datalab_worker using (lab_id = app.lab_id()) with check (lab_id = app.lab_id());
create policy worker_lab on ledger_line for all to datalab_worker using (lab_id = app.lab_id()) with check (lab_id = app.lab_id());

grant select on series_grain to datalab_api;
grant select (id, lab_id, snapshot_id, kind, release_id, tier, table_key, digest, policy_version, lines, requested_by, checked_by, standing_id,
  entered_at) on ledger_entry to datalab_api;
grant select, insert on series_grain, ledger_entry, ledger_line to datalab_worker;

-- The audit of one lab looks at what other labs released of the same organisations' rows. The worker sees one lab at a time; this tells it
-- which others there are, as ids.
create function app.labs_with_shared_participants(lab uuid) returns setof uuid language sql stable security definer set search_path = ''
  as $$ select distinct other.lab_id from public.lab_participant mine join public.lab_participant other using (organisation_id)
        where mine.lab_id = lab and other.lab_id <> lab $$;
revoke all on function app.labs_with_shared_participants(uuid) from public;
grant execute on function app.labs_with_shared_participants(uuid) to datalab_worker;
alter function app.labs_with_shared_participants(uuid) owner to datalab_policy;
