-- A person may look at what a load changes before it counts; the file waits until they have said so.
alter table load
  add column confirm_difference boolean not null default false,
  add column confirmed_at timestamptz,
  -- Why rows have no household key, as the client counted them: only it has seen the addresses.
  add column key_causes jsonb,
  -- Days whose rows were deleted (expired, withdrawn, replaced long ago): they are a gap from then on, never a zero.
  add column deleted_covers datemultirange not null default '{}';
grant select (dataset_id, unchanged, revision, origin) on load to datalab_policy;
grant update (confirmed_at) on load to datalab_api;

-- How long rows stay that a newer revision says differently: so long the newer one can still be taken back.
alter table dataset add column keep_replaced_days int not null default 90 check (keep_replaced_days >= 0);

-- A second key on postcode + number. It estimates how many matches the first one misses, and is used for no finding.
alter table report add column check_key text;

-- What a load changed against what it replaced: counts per period and category, exact, so for its own organisation alone.
create table load_difference (
  load_id uuid primary key references load on delete cascade,
  lab_id uuid not null references lab,
  organisation_id uuid not null references organisation,
  document jsonb not null,
  computed_at timestamptz not null
);

-- How good a load is. Exact, for its own organisation.
create table quality_report (
  load_id uuid primary key references load on delete cascade,
  lab_id uuid not null references lab,
  organisation_id uuid not null references organisation,
  dataset_id uuid not null references dataset,
  document jsonb not null,
  computed_at timestamptz not null,
  accepted_by uuid references person,
  accepted_at timestamptz,
  remark text,
  check (num_nonnulls(accepted_by, accepted_at) in (0, 2))
);
create index on quality_report (dataset_id);

-- The same in bands, for every participant of the lab.
create table quality_summary (
  load_id uuid primary key references load on delete cascade,
  lab_id uuid not null references lab,
  organisation_id uuid not null references organisation,
  dataset_id uuid not null references dataset,
  document jsonb not null,
  computed_at timestamptz not null,
  accepted_at timestamptz
);
create index on quality_summary (dataset_id);

-- Who registers what, when, when not. Versions are added and never changed: a trend is read with the card of its time.
create table registration_card (
  dataset_id uuid not null references dataset,
  version int not null,
  lab_id uuid not null references lab,
  organisation_id uuid not null references organisation,
  document jsonb not null,
  made_by uuid not null references person,
  made_at timestamptz not null,
  primary key (dataset_id, version)
);

-- Which loads a snapshot holds rows of, and of which days: what is deleted must leave it too.
create table snapshot_load (
  snapshot_id uuid not null references snapshot on delete cascade,
  load_id uuid not null references load on delete cascade,
  lab_id uuid not null references lab,
  covers datemultirange not null,
  primary key (snapshot_id, load_id)
);
alter table snapshot add column destroyed_at timestamptz;

-- That something was deleted: what, how much, why, and a digest by which who still has the record hashes can check which.
create table deletion_proof (
  id uuid primary key default uuidv7(),
  lab_id uuid not null references lab,
  -- Absent for what belongs to the lab as a whole: a snapshot, work that was done.
  organisation_id uuid references organisation,
  dataset_id uuid references dataset,
  object_kind text not null,
  object_id text not null,
  reason text not null,
  counts jsonb not null,
  digest text check (digest ~ '^[0-9a-f]{64}$'),
  request_id text not null,
  deleted_at timestamptz not null
);
create index on deletion_proof (lab_id, deleted_at desc);

alter table load_difference enable row level security, force row level security;
alter table quality_report enable row level security, force row level security;
alter table quality_summary enable row level security, force row level security;
alter table registration_card enable row level security, force row level security;
alter table snapshot_load enable row level security, force row level security;
alter table deletion_proof enable row level security, force row level security;

create policy api_own on load_difference for select to datalab_api
  using (organisation_id = app.organisation_id() and lab_id in (select app.labs()));
create policy api_own on quality_report for select to datalab_api
  using (organisation_id = app.organisation_id() and lab_id in (select app.labs()));
create policy api_accepts on quality_report for update to datalab_api
  using (organisation_id = app.organisation_id() and lab_id in (select app.labs()))
  with check (organisation_id = app.organisation_id() and lab_id in (select app.labs()) and accepted_by = app.user_id());
create policy api_reads on quality_summary for select to datalab_api using (lab_id in (select app.labs()));
create policy api_accepts on quality_summary for update to datalab_api
  using (organisation_id = app.organisation_id() and lab_id in (select app.labs()))
  with check (organisation_id = app.organisation_id() and lab_id in (select app.labs()));
create policy api_reads on registration_card for select to datalab_api using (lab_id in (select app.labs()));
create policy api_writes on registration_card for insert to datalab_api
  with check (organisation_id = app.organisation_id() and lab_id in (select app.labs()) and made_by = app.user_id());
create policy api_own on deletion_proof for select to datalab_api
  using ((organisation_id is null or organisation_id = app.organisation_id()) and lab_id in (select app.labs()));

create policy worker_lab on load_difference for all to datalab_worker
  using (lab_id = app.lab_id()) with check (lab_id = app.lab_id());
create policy worker_lab on quality_report for all to datalab_worker
  using (lab_id = app.lab_id()) with check (lab_id = app.lab_id());
create policy worker_lab on quality_summary for all to datalab_worker
  using (lab_id = app.lab_id()) with check (lab_id = app.lab_id());
create policy worker_lab on snapshot_load for all to datalab_worker
  using (lab_id = app.lab_id()) with check (lab_id = app.lab_id());
create policy worker_lab on deletion_proof for all to datalab_worker
  using (lab_id = app.lab_id()) with check (lab_id = app.lab_id());
-- A session that is over is of no use to anybody; the worker learns nothing of it but that it is over.
create policy worker_cleans on session for all to datalab_worker
  using (expires_at < now()) with check (false);

grant select on load_difference, quality_report, quality_summary, registration_card, deletion_proof to datalab_api;
grant update (accepted_by, accepted_at, remark) on quality_report to datalab_api;
grant update (accepted_at) on quality_summary to datalab_api;
grant insert on registration_card to datalab_api;
grant select, insert, delete on load_difference, quality_report, quality_summary, snapshot_load to datalab_worker;
-- A proof is written once.
grant select, insert on deletion_proof to datalab_worker;
grant update (destroyed_at) on snapshot to datalab_worker;
grant select (expires_at), delete on session to datalab_worker;

-- Of which datasets the newest load that counts has an accepted quality report: what a step waits for. What comes in report by report is
-- sealed every night and has a report of its own, that nobody is asked to accept each morning.
create function app.accepted_quality() returns table (lab_id uuid, dataset_id uuid, load_id uuid, accepted boolean)
  language sql stable security definer set search_path = ''
  as $$ select distinct on (l.dataset_id) l.lab_id, l.dataset_id, l.id, coalesce(q.accepted_at is not null, false)
        from public.load l left join public.quality_summary q on q.load_id = l.id
        where l.state = 'accepted' and not l.unchanged and l.origin = 'file' and (l.lab_id in (select app.labs()) or l.lab_id = app.lab_id())
        order by l.dataset_id, l.revision desc $$;
grant select (id) on load to datalab_policy;
grant select (load_id, accepted_at) on quality_summary to datalab_policy;
create policy policy_reads on quality_summary for select to datalab_policy using (true);
alter function app.accepted_quality() owner to datalab_policy;

-- Which of these areas hold rows: a region that is imported again must not drop them. Codes are public; no count, no lab.
create function app.areas_with_rows(region uuid, codes text[]) returns setof text
  language sql stable security definer set search_path = ''
  as $$ select r.area_code from public.report r join public.lab l on l.id = r.lab_id
          where l.region_id = region and r.area_code = any(codes)
        union
        select c.area_code from public.report_count c join public.lab l on l.id = c.lab_id
          where l.region_id = region and c.area_code = any(codes) $$;
grant select (lab_id, area_code) on report, report_count to datalab_policy;
create policy policy_reads on report for select to datalab_policy using (true);
create policy policy_reads on report_count for select to datalab_policy using (true);
-- Before it is handed over: afterwards only its new owner can.
revoke execute on function app.areas_with_rows(uuid, text[]) from public;
grant execute on function app.areas_with_rows(uuid, text[]) to datalab_operator;
alter function app.areas_with_rows(uuid, text[]) owner to datalab_policy;
