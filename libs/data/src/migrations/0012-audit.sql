-- The audit log: also reads, also what was refused or failed, with its purpose; chained afterwards, so that a change shows. See ADR 0035.

-- Ids, words and figures: what a pseudonym, a value or a sentence does not look like. A string may be a UUID, a period, or words, each with two digits at most at its end.
create function app.is_plain_word(text) returns boolean language sql immutable parallel safe
  as $$ select $1 ~ '^[a-z]+[0-9]{0,2}([._-][a-z]+[0-9]{0,2})*$' and length($1) <= 60
    or $1 ~ '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$'
    or $1 ~ '^[0-9]{4}(-(Q[1-4]|[0-9]{2}(-[0-9]{2})?))?$' $$;
create function app.is_plain_detail(jsonb) returns boolean language sql immutable parallel safe
  as $$ select jsonb_typeof($1) = 'object' and not exists (
      select from jsonb_each($1) as e(name, value)
      where e.name !~ '^[a-zA-Z]{1,40}$'
        or jsonb_typeof(e.value) not in ('number', 'boolean', 'string')
        or jsonb_typeof(e.value) = 'number' and length(e.value #>> '{}') > 15
        or jsonb_typeof(e.value) = 'string' and not app.is_plain_word(e.value #>> '{}')) $$;

alter table audit_event
  add column outcome text not null default 'done' check (outcome in ('done', 'refused', 'failed')),
  -- Why it was done, in the words of libs/data/src/audit/purpose.ts; empty for what is older than this column.
  add column purpose text not null default '' check (purpose = '' or app.is_plain_word(purpose)),
  -- Whose data it was, where that is one organisation's.
  add column data_organisation_id uuid,
  -- `at` is when the transaction began; this is when the event was written.
  add column recorded_at timestamptz not null default clock_timestamp(),
  add constraint audit_event_action check (length(action) <= 60 and action ~ '^[a-zA-Z]+([._-][a-zA-Z]+)*$'),
  add constraint audit_event_object_kind check (app.is_plain_word(object_kind)),
  -- An id, a word, the address of an identity provider, or the short code of a region.
  add constraint audit_event_object_id check (app.is_plain_word(object_id) or object_id ~ '^https?://[a-zA-Z0-9./:_-]{1,200}$'
    or object_id ~ '^[A-Za-z0-9._:-]{1,31}$'),
  add constraint audit_event_request_id check (length(request_id) between 1 and 100),
  add constraint audit_event_detail check (app.is_plain_detail(detail));
create index audit_event_page on audit_event (lab_id, id desc);

-- What is not sealed yet, so that the sealer need not look through the whole log. Written by the database itself.
create table audit_tail (
  event_id uuid primary key references audit_event,
  -- The lab, or all zeros for what belongs to none.
  chain_id uuid not null
);
create index on audit_tail (chain_id);

-- One link: the hash of the link before it and of the event. Its number says in which order the events were found committed.
create table audit_seal (
  chain_id uuid not null,
  seq bigint not null check (seq > 0),
  event_id uuid not null unique references audit_event,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  sealed_at timestamptz not null,
  primary key (chain_id, seq)
);

-- Once a day: how far a chain had come, signed with a key that the database does not hold.
create table audit_head (
  chain_id uuid not null,
  day date not null,
  seq bigint not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  signed_at timestamptz not null,
  public_key text not null,
  signature text not null,
  primary key (chain_id, day)
);

insert into audit_tail (event_id, chain_id)
  select id, coalesce(lab_id, '00000000-0000-0000-0000-000000000000') from audit_event;

alter table audit_tail enable row level security, force row level security;
alter table audit_seal enable row level security, force row level security;
alter table audit_head enable row level security, force row level security;

create function app.audit_is_tailed() returns trigger language plpgsql security definer set search_path = ''
  as $$ begin
    insert into public.audit_tail (event_id, chain_id)
      values (new.id, coalesce(new.lab_id, '00000000-0000-0000-0000-000000000000'));
    return null;
  end $$;
revoke all on function app.audit_is_tailed() from public;
grant insert on audit_tail to datalab_policy;
create policy policy_writes on audit_tail for insert to datalab_policy with check (true);

-- Append-only for everybody, the owner of the table too; a grant alone would not hold the owner back.
create function app.is_append_only() returns trigger language plpgsql
  as $$ begin raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege'; end $$;
create trigger tailed after insert on audit_event for each row execute function app.audit_is_tailed();
alter function app.audit_is_tailed() owner to datalab_policy;
create trigger append_only before update or delete or truncate on audit_event for each statement execute function app.is_append_only();
create trigger append_only before update or delete or truncate on audit_seal for each statement execute function app.is_append_only();
create trigger append_only before update or delete or truncate on audit_head for each statement execute function app.is_append_only();

-- The labs in which the person who asks holds one of these roles for the organisation that they work for; as one array, so that a
-- policy that wraps it in a select asks once per statement and an index on the lab still serves.
grant select (organisation_id) on membership to datalab_policy;
create function app.labs_with_role(variadic roles text[]) returns uuid[]
  language sql stable security definer set search_path = ''
  as $$ select coalesce(array_agg(distinct m.lab_id), '{}') from public.membership m
        where m.person_id = app.user_id() and m.ended_at is null and m.role = any(roles)
          and m.organisation_id = app.organisation_id() $$;
alter function app.labs_with_role(text[]) owner to datalab_policy;

-- Who and when are the database's to say, not the writer's.
revoke insert on audit_event from datalab_api, datalab_worker, datalab_operator;
grant insert (actor_id, organisation_id, lab_id, data_organisation_id, action, object_kind, object_id, outcome, purpose, request_id, detail)
  on audit_event to datalab_api, datalab_worker, datalab_operator;

-- A privacy officer sees what the own people did in the lab, what anybody did with the own data, and what the platform did by itself.
create policy api_reads on audit_event for select to datalab_api
  using (lab_id = any ((select app.labs_with_role('privacy_officer'))::uuid[])
         and (organisation_id = (select app.organisation_id()) or data_organisation_id = (select app.organisation_id())
              or organisation_id is null));
create policy api_reads on audit_tail for select to datalab_api
  using (chain_id = any ((select app.labs_with_role('privacy_officer'))::uuid[]));
create policy api_reads on audit_seal for select to datalab_api
  using (chain_id = any ((select app.labs_with_role('privacy_officer'))::uuid[]));
create policy api_reads on audit_head for select to datalab_api
  using (chain_id = any ((select app.labs_with_role('privacy_officer'))::uuid[]));
grant select on audit_event, audit_tail, audit_seal, audit_head to datalab_api;

-- The sealer works for one chain at a time; for the chain of no lab it says so.
create policy worker_seals on audit_event for select to datalab_worker
  using (coalesce(lab_id, '00000000-0000-0000-0000-000000000000') = (select app.lab_id()));
create policy worker_seals on audit_tail for all to datalab_worker
  using (chain_id = (select app.lab_id())) with check (false);
create policy worker_seals on audit_seal for all to datalab_worker
  using (chain_id = (select app.lab_id())) with check (chain_id = (select app.lab_id()));
create policy worker_seals on audit_head for all to datalab_worker
  using (chain_id = (select app.lab_id())) with check (chain_id = (select app.lab_id()));
grant select on audit_event to datalab_worker;
grant select, delete on audit_tail to datalab_worker;
grant select, insert on audit_seal, audit_head to datalab_worker;

-- Who checks the chains sees all of the log and nothing else of the platform; the operator sees none of it.
create policy auditor_reads on audit_event for select to datalab_auditor using (true);
create policy auditor_reads on audit_tail for select to datalab_auditor using (true);
create policy auditor_reads on audit_seal for select to datalab_auditor using (true);
create policy auditor_reads on audit_head for select to datalab_auditor using (true);
create policy auditor_reads on lab for select to datalab_auditor using (true);
grant select on audit_event, audit_tail, audit_seal, audit_head to datalab_auditor;
grant select (id, key, name) on lab to datalab_auditor;
grant usage on schema app to datalab_auditor;
