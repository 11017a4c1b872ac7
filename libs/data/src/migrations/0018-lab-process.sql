-- A lab's way through its steps: consent per organisation, every event kept, and a second wall that knows the process. See ADR 0040.

alter table lab
  -- How many organisations must consent where not all must; null: all.
  add column quorum int check (quorum >= 2),
  -- From which ready template it was made, by its name in libs/domain.
  add column template text check (template ~ '^[a-z_]{1,40}$'),
  add column copied_from uuid references lab,
  -- All of it is invented: it may never be published.
  add column is_rehearsal boolean not null default false,
  add column state text not null default 'active' check (state in ('active', 'to_close', 'closing', 'closed')),
  add column state_since timestamptz not null default now(),
  add column created_by uuid references person;

alter table lab_step
  -- How often it was handed in: consent is given to one of these times.
  add column round int not null default 0,
  -- When it, or a step before it, was last reopened: what was signed or released in it before is documented history.
  add column reopened_at timestamptz,
  add constraint lab_step_state check (state in ('locked', 'open', 'in_review', 'done'));

create table step_event (
  id uuid primary key default uuidv7(),
  lab_id uuid not null,
  step text not null,
  event text not null
    check (event in ('unlock', 'submit', 'consent', 'object', 'return', 'fall_back', 'approve', 'reopen', 'lock')),
  round int not null,
  from_state text not null,
  to_state text not null,
  -- Who did it, for which organisation.
  actor_id uuid not null references person,
  organisation_id uuid not null references organisation,
  reason text check (length(reason) <= 2000),
  -- The criteria as they were: code, met, who was missing.
  criteria jsonb not null default '[]',
  at timestamptz not null default clock_timestamp(),
  foreign key (lab_id, step) references lab_step (lab_id, step),
  check (event not in ('object', 'return', 'reopen') or length(trim(reason)) >= 3)
);
create index on step_event (lab_id, step, at);
create trigger append_only before update or delete or truncate on step_event for each statement execute function app.is_append_only();

alter table step_event enable row level security, force row level security;
-- For everybody who takes part, and for no program: reasons are written for people.
create policy api_reads on step_event for select to datalab_api
  using (lab_id = any ((select app.labs_with_role(
    'coordinator', 'data_steward', 'domain_expert', 'analyst', 'privacy_officer', 'wijkteam_member'))::uuid[]));
-- In one's own name and for one's own organisation; the coordinator moves, the organisations answer what was handed in this time.
create policy api_leads on step_event for insert to datalab_api
  with check (event not in ('consent', 'object', 'fall_back')
    and actor_id = (select app.user_id()) and organisation_id = (select app.organisation_id())
    and lab_id = any ((select app.labs_with_role('coordinator'))::uuid[]));
create policy api_answers on step_event for insert to datalab_api
  with check (event in ('consent', 'object')
    and actor_id = (select app.user_id()) and organisation_id = (select app.organisation_id())
    and (lab_id = any ((select app.labs_with_role('privacy_officer'))::uuid[])
         or step <> 'share_safely' and lab_id = any ((select app.labs_with_role('domain_expert'))::uuid[]))
    and exists (select from lab_step s where s.lab_id = step_event.lab_id and s.step = step_event.step
                and s.state = 'in_review' and s.round = step_event.round));
create policy api_falls_back on step_event for insert to datalab_api
  with check (event = 'fall_back' and actor_id = (select app.user_id()) and organisation_id = (select app.organisation_id())
    and lab_id = any ((select app.labs_with_role('coordinator', 'privacy_officer', 'domain_expert'))::uuid[]));
create policy worker_reads on step_event for select to datalab_worker using (lab_id = app.lab_id());
grant select on step_event to datalab_api, datalab_worker;
grant insert (lab_id, step, event, round, from_state, to_state, actor_id, organisation_id, reason, criteria) on step_event to datalab_api;

-- A step whose criteria no longer hold goes back to open by whoever comes upon it; any other move stays the coordinator's.
create policy api_falls_back on lab_step for update to datalab_api
  using (lab_id = any ((select app.labs_with_role('privacy_officer', 'domain_expert'))::uuid[]) and state = 'in_review')
  with check (lab_id = any ((select app.labs_with_role('privacy_officer', 'domain_expert'))::uuid[]) and state = 'open');
grant update (round, reopened_at) on lab_step to datalab_api;

create function app.step_position(step text) returns int language sql immutable parallel safe
  as $$ select array_position(array['prioritise', 'factual_picture', 'share_safely', 'deeper_analyses', 'solutions'], step) $$;

-- The process once more, for whatever the api writes: no gate is skipped, whatever the application believes. Rows are written one after another,
-- so that it holds after each: steps that are done, then at most one that is worked on, then locked ones.
create function app.step_moves() returns trigger language plpgsql as $$
declare
  participants int;
  agreed int;
  given int;
begin
  if current_user <> 'datalab_api' or (old.state, old.round) = (new.state, new.round) then return new; end if;
  if (old.state, new.state) not in (('locked', 'open'), ('open', 'in_review'), ('in_review', 'open'), ('in_review', 'done'),
                                    ('done', 'open'), ('open', 'locked'), ('in_review', 'locked'), ('done', 'locked')) then
    raise exception 'a step does not go from % to %', old.state, new.state using errcode = 'check_violation';
  end if;
  if new.round <> old.round + (old.state = 'open' and new.state = 'in_review')::int then
    raise exception 'a step is handed in one round after another' using errcode = 'check_violation';
  end if;
  if old.state = 'locked' and exists (
      select from lab_step s where s.lab_id = new.lab_id and app.step_position(s.step) < app.step_position(new.step) and s.state <> 'done')
    or old.state = 'done' and exists (
      select from lab_step s where s.lab_id = new.lab_id and app.step_position(s.step) > app.step_position(new.step) and s.state <> 'locked') then
    raise exception 'the steps of a lab are taken in order' using errcode = 'check_violation';
  end if;
  if new.state = 'done' then
    select count(*) into participants from lab_participant p where p.lab_id = new.lab_id;
    select case when new.step in ('prioritise', 'share_safely') then null else l.quorum end into agreed from lab l where l.id = new.lab_id;
    select count(*) into given from lab_participant p
      where p.lab_id = new.lab_id and (
        select e.event from step_event e
        where e.lab_id = new.lab_id and e.step = new.step and e.round = new.round and e.organisation_id = p.organisation_id
          and e.event in ('consent', 'object')
        order by e.at desc, e.id desc limit 1) = 'consent';
    if given < greatest(1, least(coalesce(agreed, participants), participants)) then
      raise exception 'a step is done when enough organisations consented' using errcode = 'check_violation';
    end if;
  end if;
  return new;
end $$;
create trigger moves before update on lab_step for each row execute function app.step_moves();
