-- The agreement of a lab, in versions: a draft is edited, what is signed never changes again. See ADR 0047 and 0048.

-- When somebody last showed to the identity provider who they are, as the provider says (`auth_time`); null where it does not say.
alter table session add column authenticated_at timestamptz;

create table agreement (
  id uuid primary key default uuidv7(),
  lab_id uuid not null references lab,
  version int not null check (version > 0),
  state text not null default 'draft' check (state in ('draft', 'proposed', 'signing', 'in_force', 'lapsed', 'withdrawn')),
  document jsonb not null,
  -- Goes up with every time it is saved: who saves says which they saw.
  revision int not null default 1 check (revision > 0),
  -- SHA-256 of the text as it is signed; from the moment that it leaves draft.
  text_hash text check (text_hash ~ '^[0-9a-f]{64}$'),
  made_by uuid not null references person,
  made_at timestamptz not null,
  saved_at timestamptz not null,
  signing_since timestamptz,
  in_force_since timestamptz,
  -- When it lapsed or was withdrawn, and why.
  ended_at timestamptz,
  end_reason text check (length(end_reason) between 3 and 1000),
  unique (lab_id, version),
  unique (id, lab_id),
  check (state in ('draft', 'withdrawn') or text_hash is not null),
  check (state not in ('in_force', 'lapsed') or in_force_since is not null)
);
create unique index agreement_in_force on agreement (lab_id) where state = 'in_force';
-- One at a time: two drafts beside each other would be signed by half of the organisations each.
create unique index agreement_under_way on agreement (lab_id) where state in ('draft', 'proposed', 'signing');

-- Who wants a version to be signed: the organisation that proposes it, and one that says so too.
create table agreement_support (
  agreement_id uuid not null,
  lab_id uuid not null,
  organisation_id uuid not null,
  person_id uuid not null references person,
  at timestamptz not null,
  primary key (agreement_id, organisation_id),
  foreign key (agreement_id, lab_id) references agreement (id, lab_id),
  foreign key (lab_id, organisation_id) references lab_participant (lab_id, organisation_id)
);

create table agreement_signature (
  agreement_id uuid not null,
  lab_id uuid not null,
  organisation_id uuid not null,
  person_id uuid not null references person,
  text_hash text not null check (text_hash ~ '^[0-9a-f]{64}$'),
  signed_at timestamptz not null,
  -- When the signer had shown who they are: minutes before, never hours.
  authenticated_at timestamptz not null
    check (authenticated_at <= signed_at + interval '1 minute' and authenticated_at > signed_at - interval '10 minutes'),
  primary key (agreement_id, organisation_id),
  foreign key (agreement_id, lab_id) references agreement (id, lab_id),
  foreign key (lab_id, organisation_id) references lab_participant (lab_id, organisation_id)
);

alter table agreement enable row level security, force row level security;
alter table agreement_support enable row level security, force row level security;
alter table agreement_signature enable row level security, force row level security;

-- What was offered to be signed stays as it is, and is in force only with a signature of everybody who takes part.
create function app.agreement_stays() returns trigger language plpgsql set search_path = ''
  as $$ begin
    if (new.lab_id, new.version, new.made_by, new.made_at) is distinct from (old.lab_id, old.version, old.made_by, old.made_at)
       or old.state <> 'draft' and (new.document, new.text_hash) is distinct from (old.document, old.text_hash)
       or old.state in ('lapsed', 'withdrawn') then
      raise exception 'an agreement that was offered does not change';
    end if;
    if new.state = 'in_force' and old.state <> 'in_force' and exists (
         select from public.lab_participant p where p.lab_id = new.lab_id and not exists (
           select from public.agreement_signature s
           where s.agreement_id = new.id and s.organisation_id = p.organisation_id and s.text_hash = new.text_hash)) then
      raise exception 'an agreement is in force when everybody has signed it';
    end if;
    return new;
  end $$;
create trigger agreement_stays before update on agreement for each row execute function app.agreement_stays();

create policy api_reads on agreement for select to datalab_api using (lab_id = any ((select app.my_labs())::uuid[]));
create policy api_drafts on agreement for insert to datalab_api
  with check (state = 'draft' and made_by = (select app.user_id())
              and lab_id = any ((select app.labs_with_role('coordinator', 'privacy_officer'))::uuid[]));
create policy api_changes on agreement for update to datalab_api
  using (lab_id = any ((select app.labs_with_role('coordinator', 'privacy_officer'))::uuid[]))
  with check (lab_id = any ((select app.labs_with_role('coordinator', 'privacy_officer'))::uuid[]));
create policy worker_reads on agreement for select to datalab_worker using (lab_id = app.lab_id());

create policy api_reads on agreement_support for select to datalab_api using (lab_id = any ((select app.my_labs())::uuid[]));
create policy api_supports on agreement_support for insert to datalab_api
  with check (person_id = (select app.user_id()) and organisation_id = (select app.organisation_id())
              and lab_id = any ((select app.labs_with_role('coordinator', 'privacy_officer'))::uuid[]));
create policy worker_reads on agreement_support for select to datalab_worker using (lab_id = app.lab_id());

create policy api_reads on agreement_signature for select to datalab_api using (lab_id = any ((select app.my_labs())::uuid[]));
-- A privacy officer, for the own organisation, on the text that lies there to be signed, in a session in which they showed who they are.
create policy api_signs on agreement_signature for insert to datalab_api
  with check (person_id = (select app.user_id()) and organisation_id = (select app.organisation_id())
              and lab_id = any ((select app.labs_with_role('privacy_officer'))::uuid[])
              and (agreement_id, text_hash) in (select a.id, a.text_hash from agreement a where a.state = 'signing')
              and authenticated_at in (select s.authenticated_at from session s where s.person_id = (select app.user_id())));
create policy worker_reads on agreement_signature for select to datalab_worker using (lab_id = app.lab_id());

grant select on agreement, agreement_support, agreement_signature to datalab_api, datalab_worker;
grant insert on agreement, agreement_support, agreement_signature to datalab_api;
grant update (state, document, revision, text_hash, saved_at, signing_since, in_force_since, ended_at, end_reason)
  on agreement to datalab_api;
