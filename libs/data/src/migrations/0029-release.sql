-- What is given out, and who looked at it first. A release is drafted by a person, filled and judged by the worker, checked by two people of two
-- organisations, and then never changed: a new version is a new row. See ADR 0058.

-- A design that two people checked once: it goes out again with each new picture while every rule and the ledger pass. See ADR 0059.
create table standing_release (
  id uuid primary key default uuidv7(),
  lab_id uuid not null references lab,
  -- Of all versions of one thing that is given out.
  series_id uuid not null,
  design jsonb not null,
  context jsonb not null,
  tier text not null check (tier in ('lab', 'public')),
  checked_release_id uuid not null,
  given_at timestamptz not null,
  -- At most twelve months after it was checked.
  good_until timestamptz not null,
  ended_at timestamptz,
  end_reason text check (end_reason in ('withdrawn', 'expired', 'sample_unsound', 'policy_changed', 'replaced')),
  unique (lab_id, series_id),
  check (good_until <= given_at + interval '12 months'),
  check ((ended_at is null) = (end_reason is null))
);
create index on standing_release (lab_id);

create table release (
  id uuid primary key default uuidv7(),
  lab_id uuid not null references lab,
  series_id uuid not null,
  version int not null check (version > 0),
  kind text not null check (kind in ('table', 'run')),
  analysis_kind text not null check (analysis_kind in ('descriptive', 'diagnostic', 'predictive')),
  tier text not null check (tier in ('lab', 'public')),
  state text not null check (state in
    ('draft', 'submitted', 'partially_reviewed', 'approved', 'returned', 'refused', 'released', 'withdrawn')),
  run_id uuid,
  table_key text,
  snapshot_id uuid not null references snapshot,
  -- Kept when the snapshot is destroyed.
  snapshot_digest text not null,
  design jsonb,
  context jsonb not null,
  -- Reviews count for the round in which they were given; a change begins a new one.
  round int not null default 1 check (round > 0),
  wants_standing boolean not null default false,
  -- Days until everybody sees it, at most what the agreement allows.
  embargo_days int not null default 0 check (embargo_days >= 0),
  requested_by uuid not null references person,
  requested_organisation_id uuid not null references organisation,
  created_at timestamptz not null default now(),
  submitted_at timestamptz,
  check_before timestamptz,
  -- By the worker alone, from here on.
  document jsonb,
  digest text check (digest ~ '^[0-9a-f]{64}$'),
  policy_version text,
  criteria jsonb,
  machine_checked_at timestamptz,
  -- Why the machine stopped it, in words for a person, and what could go out instead.
  stopped jsonb,
  standing_id uuid references standing_release,
  released_at timestamptz,
  public_from timestamptz,
  -- A refresh that went out without people and was drawn to be looked at afterwards.
  sampled_at timestamptz,
  sample_verdict text check (sample_verdict in ('sound', 'unsound')),
  withdrawn_at timestamptz,
  withdrawn_by uuid references person,
  withdrawn_reason text check (length(withdrawn_reason) between 3 and 1000),
  unique (lab_id, series_id, version),
  check ((kind = 'run') = (run_id is not null)),
  check ((kind = 'table') = (design is not null)),
  check ((document is null) = (digest is null)),
  check (state <> 'released' or num_nonnulls(document, policy_version, criteria, released_at) = 4),
  check (public_from is null or tier = 'public'),
  check ((state = 'withdrawn') = (withdrawn_at is not null))
);
create index on release (lab_id, created_at desc);
create index on release (snapshot_id);
alter table standing_release add foreign key (checked_release_id) references release;

-- One checker's judgement of what stood there in one round. Judgements are added and never changed.
create table release_review (
  id uuid primary key default uuidv7(),
  release_id uuid not null references release,
  lab_id uuid not null references lab,
  round int not null,
  organisation_id uuid not null references organisation,
  person_id uuid not null references person,
  as_privacy_officer boolean not null,
  verdict text not null check (verdict in ('approve', 'return', 'refuse')),
  remark text not null default '' check (length(remark) <= 2000),
  -- Of what was looked at: it is not what lies there now where the two differ.
  digest text not null,
  at timestamptz not null,
  unique (release_id, round, person_id)
);
create index on release_review (release_id);

create table release_comment (
  id uuid primary key default uuidv7(),
  release_id uuid not null references release,
  lab_id uuid not null references lab,
  organisation_id uuid not null references organisation,
  person_id uuid not null references person,
  words text not null check (length(words) between 1 and 2000),
  at timestamptz not null
);
create index on release_comment (release_id);

-- Which rule decided each cell and how far it passed, in bands; nothing of what is withheld but that it is. For checkers alone: "dominated" would
-- tell the lab that two households live there.
create table release_check (
  release_id uuid primary key references release,
  lab_id uuid not null references lab,
  document jsonb not null,
  checked_at timestamptz not null
);

alter table standing_release enable row level security, force row level security;
alter table release enable row level security, force row level security;
alter table release_review enable row level security, force row level security;
alter table release_comment enable row level security, force row level security;
alter table release_check enable row level security, force row level security;

-- On its way out: for those who ask, check and lead. Out: for all who work in the lab. Out for everybody: also for who looks after a wijk.
create policy api_works on release for select to datalab_api
  using (lab_id = any ((select app.labs_with_role('analyst', 'domain_expert', 'privacy_officer', 'coordinator'))::uuid[]));
create policy api_reads on release for select to datalab_api
  using (released_at is not null and lab_id = any (array(select app.full_labs())));
create policy api_reads_public on release for select to datalab_api
  using (lab_id = any ((select app.my_labs())::uuid[]) and tier = 'public' and state in ('released', 'withdrawn')
         and released_at is not null);
create policy api_drafts on release for insert to datalab_api
  with check (lab_id = any ((select app.labs_with_role('analyst', 'domain_expert'))::uuid[])
              and requested_by = (select app.user_id()) and requested_organisation_id = (select app.organisation_id())
              and state = 'draft');
-- What a person may make of it: the requester changes and hands in, checkers judge, the coordinator and every privacy officer may take it back.
create policy api_requester on release for update to datalab_api
  using (requested_by = (select app.user_id()) and lab_id = any ((select app.labs_with_role('analyst', 'domain_expert'))::uuid[]))
  with check (state in ('draft', 'submitted', 'withdrawn'));
create policy api_checks on release for update to datalab_api
  using (requested_by <> (select app.user_id()) and state in ('submitted', 'partially_reviewed', 'released')
         and lab_id = any ((select app.labs_with_role('privacy_officer', 'analyst', 'domain_expert'))::uuid[]))
  with check (state in ('partially_reviewed', 'approved', 'returned', 'refused', 'released'));
create policy api_takes_back on release for update to datalab_api
  using (lab_id = any ((select app.labs_with_role('coordinator', 'privacy_officer'))::uuid[]))
  with check (state = 'withdrawn');

create policy api_reads on release_review for select to datalab_api
  using (lab_id = any (array(select app.full_labs())));
create policy api_judges on release_review for insert to datalab_api
  with check (person_id = (select app.user_id()) and organisation_id = (select app.organisation_id())
              and exists (select from release r where r.id = release_id and r.lab_id = release_review.lab_id
                          and r.requested_by <> person_id and r.round = release_review.round
                          and (as_privacy_officer or r.requested_organisation_id <> release_review.organisation_id))
              and case when as_privacy_officer then lab_id = any ((select app.labs_with_role('privacy_officer'))::uuid[])
                  else lab_id = any ((select app.labs_with_role('analyst', 'domain_expert'))::uuid[]) end);
create policy api_reads on release_comment for select to datalab_api
  using (lab_id = any (array(select app.full_labs())));
create policy api_writes on release_comment for insert to datalab_api
  with check (person_id = (select app.user_id()) and organisation_id = (select app.organisation_id())
              and lab_id = any ((select app.labs_with_role('analyst', 'domain_expert', 'privacy_officer', 'coordinator'))::uuid[]));
create policy api_checkers on release_check for select to datalab_api
  using (lab_id = any ((select app.labs_with_role('privacy_officer', 'analyst', 'domain_expert'))::uuid[]));
create policy api_reads on standing_release for select to datalab_api
  using (lab_id = any (array(select app.full_labs())));
create policy api_ends on standing_release for update to datalab_api
  using (lab_id = any ((select app.labs_with_role('coordinator', 'privacy_officer', 'analyst', 'domain_expert'))::uuid[]))
  with check (ended_at is not null
              and lab_id = any ((select app.labs_with_role('coordinator', 'privacy_officer', 'analyst', 'domain_expert'))::uuid[]));

create policy worker_lab on release for all to datalab_worker using (lab_id = app.lab_id()) with check (lab_id = app.lab_id());
create policy worker_lab on release_review for select to datalab_worker using (lab_id = app.lab_id());
create policy worker_lab on release_check for all to datalab_worker using (lab_id = app.lab_id()) with check (lab_id = app.lab_id());
create policy worker_lab on standing_release for all to datalab_worker using (lab_id = app.lab_id()) with check (lab_id = app.lab_id());

grant select, insert (id, lab_id, series_id, version, kind, analysis_kind, tier, state, run_id, table_key, snapshot_id, snapshot_digest, design,
  context, wants_standing, embargo_days, requested_by, requested_organisation_id) on release to datalab_api;
grant update (state, context, round, wants_standing, embargo_days, submitted_at, check_before, machine_checked_at, sample_verdict, withdrawn_at,
  withdrawn_by, withdrawn_reason) on release to datalab_api;
grant select, insert on release_review, release_comment to datalab_api;
grant select on release_check, standing_release to datalab_api;
grant update (ended_at, end_reason) on standing_release to datalab_api;
grant select, insert, update on release, standing_release to datalab_worker;
grant select on release_review to datalab_worker;
grant select, insert, update, delete on release_check to datalab_worker;

-- What no role may do, whatever its policies say. Only the worker lets out; two organisations approved, one of them by its privacy officer; and what is
-- out stays as it is, but for being taken back or looked at afterwards.
create function app.release_keeps_its_word() returns trigger language plpgsql set search_path = ''
  as $$ begin
    if new.state = 'released' and old.state is distinct from 'released' and current_user <> 'datalab_worker' then
      raise exception 'only the worker lets a release out' using errcode = 'insufficient_privilege';
    end if;
    if new.state = 'approved' and old.state is distinct from 'approved'
       and not exists (select from public.release_review a join public.release_review b on b.release_id = a.release_id and b.round = a.round
                       where a.release_id = new.id and a.round = new.round and a.verdict = 'approve' and b.verdict = 'approve'
                         and a.organisation_id <> b.organisation_id and a.as_privacy_officer
                         and a.digest = new.digest and b.digest = new.digest) then
      raise exception 'a release is approved by two organisations, one of them by its privacy officer' using errcode = 'insufficient_privilege';
    end if;
    if new.state = 'released' and old.state = 'submitted' and new.standing_id is null then
      raise exception 'without people only a standing release goes out' using errcode = 'insufficient_privilege';
    end if;
    if old.released_at is not null
       and (to_jsonb(new) - '{state,sampled_at,sample_verdict,withdrawn_at,withdrawn_by,withdrawn_reason}'::text[])
           is distinct from (to_jsonb(old) - '{state,sampled_at,sample_verdict,withdrawn_at,withdrawn_by,withdrawn_reason}'::text[]) then
      raise exception 'what is released does not change' using errcode = 'insufficient_privilege';
    end if;
    if old.state in ('withdrawn', 'refused') and new.state <> old.state then
      raise exception 'this release has ended' using errcode = 'insufficient_privilege';
    end if;
    return new;
  end $$;
create trigger keeps_its_word before update on release for each row execute function app.release_keeps_its_word();
create trigger append_only before update or delete or truncate on release_review for each statement execute function app.is_append_only();
