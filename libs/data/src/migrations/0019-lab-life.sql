-- How a lab begins, is changed, comes round again and ends. See ADR 0041 and 0042.

alter table person add column may_found_labs boolean not null default false;
grant select (may_found_labs) on person to datalab_policy;
grant update (may_found_labs) on person to datalab_api;

alter table lab add column closing_round int not null default 0;

-- What happened to a lab as a whole: asked to close, answered, closed.
create table lab_event (
  id uuid primary key default uuidv7(),
  lab_id uuid not null references lab,
  event text not null check (event in ('ask', 'consent', 'object', 'withdraw', 'close', 'finish')),
  round int not null,
  -- Both absent for what the platform did by itself.
  actor_id uuid references person,
  organisation_id uuid references organisation,
  reason text check (length(reason) <= 2000),
  at timestamptz not null default clock_timestamp(),
  check (event not in ('ask', 'object', 'withdraw') or length(trim(reason)) >= 3),
  check ((event = 'finish') = (actor_id is null) and (actor_id is null) = (organisation_id is null))
);
create index on lab_event (lab_id, at);
create trigger append_only before update or delete or truncate on lab_event for each statement execute function app.is_append_only();

-- What a lab taught, for whoever begins from the same template: no name of a lab, an organisation or a person goes with it.
create table lesson (
  id uuid primary key default uuidv7(),
  lab_id uuid not null references lab,
  template text not null check (template ~ '^[a-z_]{1,40}$'),
  text text not null check (length(trim(text)) between 10 and 2000),
  written_by uuid not null references person,
  written_at timestamptz not null default now()
);
create index on lesson (lab_id);
create index on lesson (template, written_at desc);

-- A lab that makes its picture anew every month or quarter, and what it is compared with.
create table lab_schedule (
  lab_id uuid primary key references lab,
  rhythm text not null check (rhythm in ('monthly', 'quarterly')),
  baseline_snapshot_id uuid references snapshot on delete set null,
  -- The day from which the next picture is due.
  next_due date not null,
  last_asked_at timestamptz,
  set_by uuid not null references person,
  set_at timestamptz not null default now()
);

set local role datalab_policy;
-- Who leads a lab, or was named by an administrator, may begin one.
create function app.may_found() returns boolean language plpgsql stable security definer set search_path = ''
  as $$ begin
    return exists (select from public.person p where p.id = app.user_id() and p.may_found_labs and p.left_at is null)
      or exists (select from public.membership m where m.person_id = app.user_id() and m.ended_at is null and m.role = 'coordinator'
                 and m.organisation_id = app.organisation_id());
  end $$;
-- The lab that this very transaction makes: what belongs to it may be written before anybody holds a role in it.
create function app.founded_labs() returns uuid[] language plpgsql stable security definer set search_path = ''
  as $$ begin
    return array(select l.id from public.lab l where l.created_by = app.user_id() and l.created_at = transaction_timestamp());
  end $$;
-- Labs in which nothing is changed any more.
create function app.closed_labs() returns uuid[] language plpgsql stable security definer set search_path = ''
  as $$ begin
    return array(select l.id from public.lab l where l.state in ('closing', 'closed'));
  end $$;
reset role;

alter table lab_event enable row level security, force row level security;
alter table lesson enable row level security, force row level security;
alter table lab_schedule enable row level security, force row level security;

create policy api_reads on lab_event for select to datalab_api
  using (lab_id = any ((select app.labs_with_role(
    'coordinator', 'data_steward', 'domain_expert', 'analyst', 'privacy_officer', 'wijkteam_member'))::uuid[]));
create policy api_leads on lab_event for insert to datalab_api
  with check (event in ('ask', 'withdraw', 'close') and actor_id = (select app.user_id()) and organisation_id = (select app.organisation_id())
    and lab_id = any ((select app.labs_with_role('coordinator'))::uuid[]));
create policy api_answers on lab_event for insert to datalab_api
  with check (event in ('consent', 'object') and actor_id = (select app.user_id()) and organisation_id = (select app.organisation_id())
    and lab_id = any ((select app.labs_with_role('privacy_officer'))::uuid[])
    and exists (select from lab l where l.id = lab_event.lab_id and l.state = 'to_close' and l.closing_round = lab_event.round));
create policy worker_lab on lab_event for select to datalab_worker using (lab_id = app.lab_id());
create policy worker_finishes on lab_event for insert to datalab_worker with check (lab_id = app.lab_id() and event = 'finish');

create policy api_reads on lesson for select to datalab_api
  using ((select app.may_found()) or lab_id = any ((select app.my_labs())::uuid[]));
create policy api_writes on lesson for insert to datalab_api
  with check (written_by = (select app.user_id()) and lab_id = any ((select app.labs_with_role('coordinator'))::uuid[]));

create policy api_reads on lab_schedule for select to datalab_api using (lab_id = any ((select app.my_labs())::uuid[]));
create policy api_leads on lab_schedule for insert to datalab_api
  with check (set_by = (select app.user_id()) and lab_id = any ((select app.labs_with_role('coordinator'))::uuid[]));
create policy api_changes on lab_schedule for update to datalab_api
  using (lab_id = any ((select app.labs_with_role('coordinator'))::uuid[]))
  with check (set_by = (select app.user_id()) and lab_id = any ((select app.labs_with_role('coordinator'))::uuid[]));
create policy api_ends on lab_schedule for delete to datalab_api
  using (lab_id = any ((select app.labs_with_role('coordinator'))::uuid[]));
create policy worker_lab on lab_schedule for all to datalab_worker
  using (lab_id = app.lab_id()) with check (lab_id = app.lab_id());

create policy api_founds on lab for insert to datalab_api
  with check (created_by = (select app.user_id()) and state = 'active' and (select app.may_found()));
create policy api_leads on lab for update to datalab_api
  using (id = any ((select app.labs_with_role('coordinator'))::uuid[]))
  with check (id = any ((select app.labs_with_role('coordinator'))::uuid[]));
create policy worker_closes on lab for update to datalab_worker
  using (id = app.lab_id() and state = 'closing') with check (id = app.lab_id() and state = 'closed');
create policy api_founds on lab_participant for insert to datalab_api
  with check (lab_id = any ((select app.founded_labs())::uuid[]) or lab_id = any ((select app.labs_with_role('coordinator'))::uuid[]));
create policy api_leads on lab_participant for delete to datalab_api
  using (lab_id = any ((select app.labs_with_role('coordinator'))::uuid[]));
create policy api_founds on membership for insert to datalab_api
  with check (person_id = (select app.user_id()) and organisation_id = (select app.organisation_id()) and role = 'coordinator'
              and lab_id = any ((select app.founded_labs())::uuid[]));
create policy api_founds on lab_step for insert to datalab_api
  with check (lab_id = any ((select app.founded_labs())::uuid[]) and round = 0
              and state = case step when 'prioritise' then 'open' else 'locked' end);
-- Who begins a lab chooses partners from the organisations of the platform: their names and types.
create policy api_founds on organisation for select to datalab_api using ((select app.may_found()));

grant insert (id, region_id, key, name, goal, question, quorum, template, copied_from, is_rehearsal, created_by) on lab to datalab_api;
grant update (name, goal, region_id, quorum, state, state_since, closing_round) on lab to datalab_api;
grant update (state, state_since) on lab to datalab_worker;
grant delete on lab_participant to datalab_api;
grant insert (lab_id, step, state) on lab_step to datalab_api;
grant select on lab_event, lesson, lab_schedule to datalab_api;
grant insert (lab_id, event, round, actor_id, organisation_id, reason) on lab_event to datalab_api, datalab_worker;
grant insert (lab_id, template, text, written_by) on lesson to datalab_api;
grant insert (lab_id, rhythm, baseline_snapshot_id, next_due, set_by), update (rhythm, baseline_snapshot_id, next_due, set_by, set_at), delete
  on lab_schedule to datalab_api;
grant select on lab_event to datalab_worker;
grant select on lab_schedule to datalab_worker;
grant update (next_due, last_asked_at) on lab_schedule to datalab_worker;

-- What was agreed in step 1 is changed in step 1; a lab closes by its states and with everybody's consent.
create function app.lab_changes() returns trigger language plpgsql as $$
declare
  participants int;
  given int;
begin
  if current_user <> 'datalab_api' then return new; end if;
  if (old.goal, old.quorum, old.region_id) is distinct from (new.goal, new.quorum, new.region_id)
    and not exists (select from lab_step s where s.lab_id = new.id and s.step = 'prioritise' and s.state = 'open') then
    raise exception 'goal, region and quorum are changed while step 1 is open' using errcode = 'check_violation';
  end if;
  if old.region_id <> new.region_id
    and exists (select from step_event e where e.lab_id = new.id and e.step = 'prioritise' and e.event = 'approve') then
    raise exception 'the region of a lab stays once step 1 was done' using errcode = 'check_violation';
  end if;
  if old.state <> new.state and (old.state, new.state) not in (('active', 'to_close'), ('to_close', 'active'), ('to_close', 'closing')) then
    raise exception 'a lab does not go from % to %', old.state, new.state using errcode = 'check_violation';
  end if;
  if new.state = 'closing' and old.state = 'to_close' then
    select count(*) into participants from lab_participant p where p.lab_id = new.id;
    select count(*) into given from lab_participant p
      where p.lab_id = new.id and (
        select e.event from lab_event e
        where e.lab_id = new.id and e.round = new.closing_round and e.organisation_id = p.organisation_id and e.event in ('consent', 'object')
        order by e.at desc, e.id desc limit 1) = 'consent';
    if given < participants then
      raise exception 'a lab closes when every organisation consented' using errcode = 'check_violation';
    end if;
  end if;
  return new;
end $$;
create trigger changes before update on lab for each row execute function app.lab_changes();

-- Who takes part is agreed in step 1; an administrator may add at any time.
create function app.lab_composition() returns trigger language plpgsql as $$
begin
  if current_user = 'datalab_api' and not (select app.is_administrator())
    and exists (select from lab_step s where s.lab_id = coalesce(new.lab_id, old.lab_id) and s.step = 'prioritise' and s.state <> 'open') then
    raise exception 'who takes part is changed while step 1 is open' using errcode = 'check_violation';
  end if;
  return coalesce(new, old);
end $$;
create trigger composition before insert or delete on lab_participant for each row execute function app.lab_composition();
