-- Step 2: what is signed before an upload, who has nothing, what everybody knows already, what is asked next, and how a picture differs from the
-- one before it.

-- The terms that a lab wrote itself. Where it wrote none, the platform's own text is version 1. Versions are added and never changed.
create table intake_terms (
  lab_id uuid not null references lab,
  version int not null check (version > 1),
  clauses jsonb not null,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  made_by uuid not null references person,
  made_at timestamptz not null,
  primary key (lab_id, version)
);

-- One organisation's signature, with the text as it was signed: that stays readable whatever becomes of the terms.
create table intake_signature (
  id uuid primary key default uuidv7(),
  lab_id uuid not null,
  organisation_id uuid not null,
  version int not null,
  clauses jsonb not null,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  signed_by uuid not null references person,
  signed_at timestamptz not null,
  -- Withdrawn, or followed by a signature under a newer text.
  ended_by uuid references person,
  ended_at timestamptz,
  ended_reason text,
  check (num_nonnulls(ended_by, ended_at, ended_reason) in (0, 3)),
  foreign key (lab_id, organisation_id) references lab_participant (lab_id, organisation_id)
);
create unique index intake_signature_in_force on intake_signature (lab_id, organisation_id) where ended_at is null;

-- "We have nothing": of a whole organisation, or of one dataset that was promised.
create table nothing_to_deliver (
  id uuid primary key default uuidv7(),
  lab_id uuid not null,
  organisation_id uuid not null,
  dataset_id uuid references dataset,
  reason text not null,
  declared_by uuid not null references person,
  declared_at timestamptz not null,
  ended_by uuid references person,
  ended_at timestamptz,
  check (num_nonnulls(ended_by, ended_at) in (0, 2)),
  foreign key (lab_id, organisation_id) references lab_participant (lab_id, organisation_id)
);
create unique index nothing_to_deliver_in_force on nothing_to_deliver (lab_id, organisation_id, dataset_id) nulls not distinct
  where ended_at is null;

-- What an organisation knew before anything was delivered: a figure, or where a document lies. For the whole lab to read.
create table known_fact (
  id uuid primary key default uuidv7(),
  lab_id uuid not null,
  organisation_id uuid not null,
  kind text not null check (kind in ('figure', 'document')),
  title text not null,
  note text not null default '',
  source text not null,
  -- Published already, so that no floor holds for it.
  is_published boolean not null,
  value double precision,
  unit text check (unit in ('reports', 'addresses', 'persons', 'per_thousand', 'percent', 'euro', 'days', 'other')),
  area_code text,
  starts_on date,
  ends_on date,
  location text,
  added_by uuid not null references person,
  added_at timestamptz not null,
  removed_by uuid references person,
  removed_at timestamptz,
  check ((kind = 'figure') = (num_nonnulls(value, unit, starts_on, ends_on) = 4)),
  check ((kind = 'document') = (location is not null)),
  check (starts_on <= ends_on),
  check (num_nonnulls(removed_by, removed_at) in (0, 2)),
  foreign key (lab_id, organisation_id) references lab_participant (lab_id, organisation_id)
);
create index on known_fact (lab_id, added_at);

-- What the lab wants to find out in step 4, with what it saw that made it ask.
create table deeper_question (
  id uuid primary key default uuidv7(),
  lab_id uuid not null,
  organisation_id uuid not null,
  question text not null,
  seen text not null default '',
  dataset_id uuid references dataset,
  area_code text,
  category text,
  period text,
  written_by uuid not null references person,
  written_at timestamptz not null,
  withdrawn_by uuid references person,
  withdrawn_at timestamptz,
  check (num_nonnulls(withdrawn_by, withdrawn_at) in (0, 2)),
  foreign key (lab_id, organisation_id) references lab_participant (lab_id, organisation_id)
);
create index on deeper_question (lab_id, written_at);

-- How a snapshot differs from the one before it, source by source: exact for the source's own organisation, in bands for the lab.
create table snapshot_difference (
  snapshot_id uuid not null references snapshot on delete cascade,
  dataset_id uuid not null references dataset,
  tier text not null check (tier in ('own', 'lab')),
  lab_id uuid not null references lab,
  organisation_id uuid not null references organisation,
  document jsonb not null,
  primary key (snapshot_id, dataset_id, tier)
);
create index on snapshot_difference (lab_id);

-- The labs in which the organisation of who asks has signed the text that holds now. It sees what they see: the rows of their own labs.
create function app.intake_signed_labs() returns uuid[] language sql stable set search_path = ''
  as $$ select coalesce(array_agg(s.lab_id), '{}') from public.intake_signature s
        where s.organisation_id = (select app.organisation_id()) and s.ended_at is null
          and s.version = coalesce((select max(t.version) from public.intake_terms t where t.lab_id = s.lab_id), 1) $$;

alter table intake_terms enable row level security, force row level security;
alter table intake_signature enable row level security, force row level security;
alter table nothing_to_deliver enable row level security, force row level security;
alter table known_fact enable row level security, force row level security;
alter table deeper_question enable row level security, force row level security;
alter table snapshot_difference enable row level security, force row level security;

create policy api_reads on intake_terms for select to datalab_api using (lab_id = any ((select app.my_labs())::uuid[]));
create policy api_leads on intake_terms for insert to datalab_api
  with check (lab_id = any ((select app.labs_with_role('coordinator'))::uuid[]) and made_by = (select app.user_id()));
create policy api_reads on intake_signature for select to datalab_api using (lab_id = any ((select app.my_labs())::uuid[]));
create policy api_signs on intake_signature for insert to datalab_api
  with check (organisation_id = (select app.organisation_id()) and lab_id = any ((select app.labs_with_role('privacy_officer'))::uuid[])
              and signed_by = (select app.user_id()) and ended_at is null);
create policy api_ends on intake_signature for update to datalab_api
  using (organisation_id = (select app.organisation_id()) and lab_id = any ((select app.labs_with_role('privacy_officer'))::uuid[]))
  with check (organisation_id = (select app.organisation_id()) and ended_by = (select app.user_id()));
create policy api_signed on load as restrictive for insert to datalab_api
  with check (lab_id = any ((select app.intake_signed_labs())::uuid[]));

create policy api_reads on nothing_to_deliver for select to datalab_api using (lab_id = any ((select app.my_labs())::uuid[]));
create policy api_declares on nothing_to_deliver for insert to datalab_api
  with check (organisation_id = (select app.organisation_id())
              and lab_id = any ((select app.labs_with_role('data_steward', 'domain_expert'))::uuid[])
              and declared_by = (select app.user_id()) and ended_at is null);
create policy api_ends on nothing_to_deliver for update to datalab_api
  using (organisation_id = (select app.organisation_id())
         and lab_id = any ((select app.labs_with_role('data_steward', 'domain_expert'))::uuid[]))
  with check (organisation_id = (select app.organisation_id()) and ended_by = (select app.user_id()));

create policy api_reads on known_fact for select to datalab_api using (lab_id = any ((select app.my_labs())::uuid[]));
create policy api_adds on known_fact for insert to datalab_api
  with check (organisation_id = (select app.organisation_id())
              and lab_id = any ((select app.labs_with_role('data_steward', 'domain_expert', 'analyst'))::uuid[])
              and added_by = (select app.user_id()) and removed_at is null);
create policy api_removes on known_fact for update to datalab_api
  using (organisation_id = (select app.organisation_id())
         and lab_id = any ((select app.labs_with_role('data_steward', 'domain_expert', 'analyst'))::uuid[]))
  with check (organisation_id = (select app.organisation_id()) and removed_by = (select app.user_id()));

create policy api_reads on deeper_question for select to datalab_api using (lab_id = any ((select app.my_labs())::uuid[]));
create policy api_writes on deeper_question for insert to datalab_api
  with check (organisation_id = (select app.organisation_id())
              and lab_id = any ((select app.labs_with_role('domain_expert', 'analyst'))::uuid[])
              and written_by = (select app.user_id()) and withdrawn_at is null);
create policy api_withdraws on deeper_question for update to datalab_api
  using (organisation_id = (select app.organisation_id())
         and lab_id = any ((select app.labs_with_role('domain_expert', 'analyst'))::uuid[]))
  with check (organisation_id = (select app.organisation_id()) and withdrawn_by = (select app.user_id()));

create policy api_own_tier on snapshot_difference for select to datalab_api
  using (tier = 'own' and organisation_id = (select app.organisation_id())
         and lab_id = any ((select app.labs_with_role('data_steward', 'domain_expert', 'analyst', 'privacy_officer'))::uuid[]));
create policy api_lab_tier on snapshot_difference for select to datalab_api
  using (tier = 'lab' and lab_id = any ((select app.my_labs())::uuid[]));
create policy worker_lab on snapshot_difference for all to datalab_worker
  using (lab_id = app.lab_id()) with check (lab_id = app.lab_id());

grant select, insert on intake_terms, intake_signature, nothing_to_deliver, known_fact, deeper_question to datalab_api;
grant update (ended_by, ended_at, ended_reason) on intake_signature to datalab_api;
grant update (ended_by, ended_at) on nothing_to_deliver to datalab_api;
grant update (removed_by, removed_at) on known_fact to datalab_api;
grant update (withdrawn_by, withdrawn_at) on deeper_question to datalab_api;
grant select on snapshot_difference to datalab_api;
grant select, insert, delete on snapshot_difference to datalab_worker;
