-- The page that everybody can read, and what citizens say on it. See ADR 0060.

-- An objection to a finding, or something that the figures do not know. Without a name, an address or a session: nobody can be asked who it was.
create table public_note (
  id uuid primary key,
  lab_id uuid not null references lab,
  -- About which result; null: about the lab as a whole.
  release_id uuid references release,
  kind text not null check (kind in ('objection', 'context')),
  words text not null check (length(words) between 10 and 2000),
  state text not null default 'received' check (state in ('received', 'published', 'declined')),
  received_at timestamptz not null default now(),
  answer text check (length(answer) between 10 and 4000),
  -- Of a note that is not published: why, from a closed list that the page counts.
  decline_reason text check (decline_reason in ('tells_of_a_person', 'not_about_this', 'abuse', 'said_already')),
  answered_by uuid references person,
  answered_organisation_id uuid references organisation,
  answered_at timestamptz,
  check ((state = 'received') = (answered_at is null)),
  check ((state = 'published') = (answer is not null)),
  check ((state = 'declined') = (decline_reason is not null))
);
create index on public_note (lab_id, received_at desc);
alter table public_note enable row level security, force row level security;

-- What the page shows is looked up through these functions and through nothing else: each gives the columns that are public, of labs that are. The role
-- that owns them sees of these tables what is public already.
grant select (lab_id, step, state) on lab_step to datalab_policy;
create policy policy_reads on lab_step for select to datalab_policy using (true);
grant select (id, name, type) on organisation to datalab_policy;
create policy policy_reads on organisation for select to datalab_policy using (true);
grant select (id, lab_id, organisation_id, name, kind, legal_basis, purpose, retention_months, is_open) on dataset to datalab_policy;
create policy policy_reads on dataset for select to datalab_policy using (true);
grant select (dataset_id, version, document) on registration_card to datalab_policy;
create policy policy_reads on registration_card for select to datalab_policy using (true);
grant select (lab_id, shell_id, value, organisation_id, verdict, answer, answered_at) on value_answer to datalab_policy;
create policy policy_reads on value_answer for select to datalab_policy using (shell_id is null);
grant select (lab_id, version, state, in_force_since, document) on agreement to datalab_policy;
create policy policy_in_force on agreement for select to datalab_policy using (state = 'in_force');
grant select (id, lab_id, series_id, version, kind, analysis_kind, tier, state, document, digest, policy_version, criteria, released_at, public_from,
  withdrawn_at, withdrawn_reason, run_id) on release to datalab_policy;
create policy policy_public on release for select to datalab_policy
  using (tier = 'public' and released_at is not null and public_from <= now());
grant select (lab_id, release_id, kind, words, state, received_at, answer, answered_at) on public_note to datalab_policy;
create policy policy_reads on public_note for select to datalab_policy using (state <> 'declined');

set local role datalab_policy;
-- Everybody may know of a lab from the moment that its question is chosen, and no party can hold that back. A rehearsal is invented: never.
create function app.public_labs() returns setof uuid language plpgsql stable security definer set search_path = ''
  as $$ begin
    return query select l.id from public.lab l where not l.is_rehearsal
      and (exists (select from public.lab_step s where s.lab_id = l.id and s.step = 'prioritise' and s.state = 'done')
           or exists (select from public.release r where r.lab_id = l.id));
  end $$;
create function app.public_lab(lab_key text)
  returns table (id uuid, key text, name text, goal text, question text, region_id uuid, answer_days int, embargo_days int, purposes jsonb)
  language plpgsql stable security definer set search_path = ''
  as $$ begin
    return query select l.id, l.key, l.name, l.goal, l.question, l.region_id, (a.document ->> 'answerDays')::int,
        (a.document ->> 'embargoDays')::int, a.document -> 'purposes'
      from public.lab l left join public.agreement a on a.lab_id = l.id
      where (l.key = lab_key or l.id::text = lab_key) and l.id in (select app.public_labs());
  end $$;
create function app.public_partners(lab uuid) returns table (name text, type text)
  language plpgsql stable security definer set search_path = ''
  as $$ begin
    return query select o.name, o.type from public.lab_participant p join public.organisation o on o.id = p.organisation_id
      where p.lab_id = lab and lab in (select app.public_labs()) order by o.name;
  end $$;
create function app.public_data(lab uuid)
  returns table (name text, organisation text, kind text, legal_basis text, purpose text, retention_months int, is_open boolean, card jsonb)
  language plpgsql stable security definer set search_path = ''
  as $$ begin
    return query select d.name, o.name, d.kind, d.legal_basis, d.purpose, d.retention_months, d.is_open, c.document - 'remarks'
      from public.dataset d join public.organisation o on o.id = d.organisation_id
        left join lateral (select k.document from public.registration_card k where k.dataset_id = d.id order by k.version desc limit 1) c on true
      where d.lab_id = lab and lab in (select app.public_labs()) order by o.name, d.name;
  end $$;
create function app.public_values(lab uuid)
  returns table (value text, organisation text, verdict text, answer text, answered_at timestamptz)
  language plpgsql stable security definer set search_path = ''
  as $$ begin
    return query select distinct on (v.value, o.name) v.value, o.name, v.verdict, v.answer, v.answered_at
      from public.value_answer v join public.organisation o on o.id = v.organisation_id
      where v.lab_id = lab and lab in (select app.public_labs()) order by v.value, o.name, v.answered_at desc;
  end $$;
-- Without what is drawn: a page of ten results does not carry ten tables. What was withdrawn keeps its title and the reason.
create function app.public_releases(lab uuid)
  returns table (id uuid, series_id uuid, version int, kind text, analysis_kind text, state text, about jsonb, digest text, policy_version text,
                 criteria jsonb, released_at timestamptz, withdrawn_at timestamptz, withdrawn_reason text)
  language plpgsql stable security definer set search_path = ''
  as $$ begin
    return query select r.id, r.series_id, r.version, r.kind, r.analysis_kind, r.state, r.document - 'tables' - 'picture', r.digest, r.policy_version,
        r.criteria, r.released_at, r.withdrawn_at, r.withdrawn_reason
      from public.release r where r.lab_id = lab and lab in (select app.public_labs()) order by r.released_at desc limit 200;
  end $$;
create function app.public_document(release uuid) returns jsonb
  language plpgsql stable security definer set search_path = ''
  as $$ begin
    return (select r.document from public.release r
            where r.id = release and r.state = 'released' and r.lab_id in (select app.public_labs()));
  end $$;
create function app.public_notes(lab uuid)
  returns table (release_id uuid, kind text, state text, words text, received_at timestamptz, answer text, answered_at timestamptz)
  language plpgsql stable security definer set search_path = ''
  as $$ begin
    -- What waits to be read is counted and not shown: nobody has looked whether it tells of a person.
    return query select n.release_id, n.kind, n.state, case when n.state = 'published' then n.words end, n.received_at, n.answer, n.answered_at
      from public.public_note n where n.lab_id = lab and lab in (select app.public_labs()) order by n.received_at desc limit 500;
  end $$;
reset role;

-- Everybody who is nobody may leave a note: as received, about something that is public, and can read nothing of it back.
create policy everybody_leaves on public_note for insert to datalab_api
  with check ((select app.user_id()) is null and state = 'received' and lab_id in (select app.public_labs())
              and (release_id is null or release_id in (select r.id from app.public_releases(lab_id) r)));
create policy api_reads on public_note for select to datalab_api
  using (lab_id = any ((select app.labs_with_role('coordinator', 'privacy_officer', 'domain_expert', 'analyst'))::uuid[]));
create policy api_answers on public_note for update to datalab_api
  using (state = 'received' and lab_id = any ((select app.labs_with_role('coordinator', 'privacy_officer'))::uuid[]))
  with check (state in ('published', 'declined') and answered_by = (select app.user_id())
              and answered_organisation_id = (select app.organisation_id())
              and lab_id = any ((select app.labs_with_role('coordinator', 'privacy_officer'))::uuid[]));
grant select on public_note to datalab_api;
grant insert (id, lab_id, release_id, kind, words) on public_note to datalab_api;
grant update (state, answer, decline_reason, answered_by, answered_organisation_id, answered_at) on public_note to datalab_api;
