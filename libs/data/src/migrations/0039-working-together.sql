-- Working together: comments on what a lab works on, deadlines, what happened in words, and mail that says no more than that something waits.
-- See ADR 0068.

-- What somebody says about one thing of a lab; a release has comments of its own, between those who check it. Its words stand in versions: what was said before a change stays readable.
create table comment (
  id uuid primary key default uuidv7(),
  lab_id uuid not null references lab,
  target_kind text not null
    check (target_kind in ('step', 'criterion', 'question', 'shell', 'run', 'finding', 'solution', 'dataset')),
  -- The id of the thing; of a step its name, of a criterion the step and its code.
  target_id text not null check (length(target_id) between 1 and 80),
  organisation_id uuid not null references organisation,
  written_by uuid not null references person,
  written_at timestamptz not null,
  withdrawn_at timestamptz,
  unique (id, lab_id)
);
create index on comment (lab_id, target_kind, target_id, written_at);

create table comment_version (
  comment_id uuid not null,
  lab_id uuid not null,
  version int not null check (version > 0),
  words text not null check (length(trim(words)) between 2 and 2000),
  written_at timestamptz not null,
  primary key (comment_id, version),
  foreign key (comment_id, lab_id) references comment (id, lab_id)
);
create trigger append_only before update or delete or truncate on comment_version for each statement execute function app.is_append_only();

-- Whom it asks for something: those in a role, of one organisation or of all. It waits for them until one of them says that it is done.
create table comment_mention (
  comment_id uuid not null,
  lab_id uuid not null,
  role text not null
    check (role in ('coordinator', 'data_steward', 'domain_expert', 'analyst', 'privacy_officer', 'wijkteam_member')),
  organisation_id uuid references organisation,
  settled_by uuid references person,
  settled_at timestamptz,
  primary key (comment_id, role),
  foreign key (comment_id, lab_id) references comment (id, lab_id),
  check ((settled_by is null) = (settled_at is null))
);
create index on comment_mention (lab_id) where settled_at is null;

-- The day on which a step, a criterion or a thing must be ready; the coordinator's to say.
create table deadline (
  lab_id uuid not null references lab,
  target_kind text not null
    check (target_kind in ('step', 'criterion', 'question', 'shell', 'run', 'finding', 'solution', 'dataset')),
  target_id text not null check (length(target_id) between 1 and 80),
  due_on date not null,
  set_by uuid not null references person,
  set_at timestamptz not null,
  primary key (lab_id, target_kind, target_id)
);

-- How often somebody wants to be mailed that something waits; without a row: once a day at most.
create table mail_preference (
  person_id uuid primary key references person,
  rhythm text not null check (rhythm in ('at_once', 'daily', 'never')),
  changed_at timestamptz not null
);

-- One mail, written down before it is sent: what is `sending` when a process starts was perhaps sent, and is not sent again.
create table mail (
  id uuid primary key default uuidv7(),
  person_id uuid not null references person,
  -- One of the labs in which something waits: the address is looked up there, so who left it is not mailed.
  lab_id uuid not null references lab,
  items int not null check (items > 0),
  state text not null default 'ready' check (state in ('ready', 'sending', 'sent', 'uncertain', 'failed')),
  attempts int not null default 0,
  try_after timestamptz not null,
  made_at timestamptz not null,
  ended_at timestamptz,
  -- A stable code: never what a mail server said, which names addresses.
  failure text check (failure ~ '^[a-z-]{1,40}$')
);
create index on mail (person_id, made_at desc);
create index on mail (try_after) where state in ('ready', 'sending');

-- That something waits for somebody, found once: which kind of thing by id, never what it says.
create table mail_notice (
  lab_id uuid not null references lab,
  person_id uuid not null references person,
  item text not null check (item ~ '^[a-z_]+(:[a-z0-9_.-]{1,60}){0,4}$'),
  found_at timestamptz not null,
  mail_id uuid references mail,
  primary key (lab_id, person_id, item)
);
create index on mail_notice (person_id) where mail_id is null;

alter table comment enable row level security, force row level security;
alter table comment_version enable row level security, force row level security;
alter table comment_mention enable row level security, force row level security;
alter table deadline enable row level security, force row level security;
alter table mail_preference enable row level security, force row level security;
alter table mail enable row level security, force row level security;
alter table mail_notice enable row level security, force row level security;

set local role datalab_policy;
-- The labs in which somebody takes part as a person, and not as a program.
create function app.peopled_labs() returns uuid[] language plpgsql stable security definer set search_path = ''
  as $$ begin
    return app.labs_with_role('coordinator', 'data_steward', 'domain_expert', 'analyst', 'privacy_officer', 'wijkteam_member');
  end $$;
reset role;

create policy api_reads on comment for select to datalab_api
  using (lab_id = any ((select app.peopled_labs())::uuid[]));
create policy api_writes on comment for insert to datalab_api
  with check (lab_id = any ((select app.peopled_labs())::uuid[])
              and organisation_id = (select app.organisation_id()) and written_by = (select app.user_id()) and withdrawn_at is null);
create policy api_withdraws on comment for update to datalab_api
  using (lab_id = any ((select app.peopled_labs())::uuid[]) and written_by = (select app.user_id()) and withdrawn_at is null)
  with check (written_by = (select app.user_id()) and withdrawn_at is not null);
-- What was withdrawn is not read any more, by whoever wrote it neither: it may have told of somebody.
create policy api_reads on comment_version for select to datalab_api
  using (comment_id in (select c.id from comment c where c.withdrawn_at is null));
create policy api_writes on comment_version for insert to datalab_api
  with check (comment_id in (select c.id from comment c where c.withdrawn_at is null and c.written_by = (select app.user_id())));
create policy api_reads on comment_mention for select to datalab_api using (comment_id in (select c.id from comment c));
create policy api_writes on comment_mention for insert to datalab_api
  with check (settled_at is null
              and comment_id in (select c.id from comment c where c.withdrawn_at is null and c.written_by = (select app.user_id())));
-- Settled by somebody in that role, of that organisation where one is named, or by whoever asked.
create policy api_settles on comment_mention for update to datalab_api
  using (settled_at is null and lab_id = any ((select app.peopled_labs())::uuid[])
         and (exists (select from membership m where m.lab_id = comment_mention.lab_id and m.person_id = (select app.user_id())
                        and m.role = comment_mention.role and m.ended_at is null
                        and (comment_mention.organisation_id is null or comment_mention.organisation_id = (select app.organisation_id())))
              or comment_id in (select c.id from comment c where c.written_by = (select app.user_id()))))
  with check (settled_by = (select app.user_id()));

create policy api_reads on deadline for select to datalab_api
  using (lab_id = any ((select app.peopled_labs())::uuid[]));
create policy api_sets on deadline for insert to datalab_api
  with check (lab_id = any ((select app.labs_with_role('coordinator'))::uuid[]) and set_by = (select app.user_id()));
create policy api_changes on deadline for update to datalab_api
  using (lab_id = any ((select app.labs_with_role('coordinator'))::uuid[]))
  with check (lab_id = any ((select app.labs_with_role('coordinator'))::uuid[]) and set_by = (select app.user_id()));
create policy api_ends on deadline for delete to datalab_api using (lab_id = any ((select app.labs_with_role('coordinator'))::uuid[]));

create policy api_own on mail_preference for all to datalab_api
  using (person_id = (select app.user_id())) with check (person_id = (select app.user_id()));

-- The worker learns of a lab that something waits there, and reads no comment. Whom to mail when is of no lab: it counts, by id.
create policy worker_lab on comment for select to datalab_worker using (lab_id = app.lab_id());
create policy worker_lab on comment_mention for select to datalab_worker using (lab_id = app.lab_id());
create policy worker_lab on deadline for select to datalab_worker using (lab_id = app.lab_id());
create policy worker_lab on output_shell_approval for select to datalab_worker using (lab_id = app.lab_id());
create policy worker_mails on mail_preference for select to datalab_worker using (true);
create policy worker_mails on mail_notice for all to datalab_worker using (true) with check (true);
create policy worker_mails on mail for all to datalab_worker using (true) with check (true);

grant select, insert on comment, comment_version, comment_mention, deadline, mail_preference to datalab_api;
grant update (withdrawn_at) on comment to datalab_api;
grant update (settled_by, settled_at) on comment_mention to datalab_api;
grant update (due_on, set_by, set_at), delete on deadline to datalab_api;
grant update (rhythm, changed_at) on mail_preference to datalab_api;
grant select (id, lab_id, target_kind, target_id, withdrawn_at) on comment to datalab_worker;
grant select on comment_mention, deadline, mail_preference, output_shell_approval to datalab_worker;
grant select, insert on mail_notice, mail to datalab_worker;
grant update (mail_id) on mail_notice to datalab_worker;
grant update (state, attempts, try_after, ended_at, failure) on mail to datalab_worker;

select app.wall_of_closed_labs(name::regclass) from unnest(array['comment', 'comment_version', 'comment_mention', 'deadline']) name;

-- What is told of what happened in a lab: deeds that its people see the outcome of anyhow. Reading is told to nobody but the privacy officers.
grant select (id, lab_id, at, organisation_id, actor_id, action, object_kind, object_id, outcome) on audit_event to datalab_policy;
set local role datalab_policy;
create function app.told_actions() returns text[] language sql immutable set search_path = ''
  as $$ select array[
    'agreement.draft', 'agreement.propose', 'agreement.support', 'agreement.offer', 'agreement.sign', 'agreement.withdraw',
    'board.record', 'card.save', 'checklist.answer', 'comment.write', 'comment.change', 'comment.withdraw', 'comment.settle',
    'consultation.record', 'deadline.set', 'deadline.end', 'deeper-question.write', 'deeper-question.withdraw', 'evaluation.build',
    'fact.add', 'fact.remove', 'finding.state', 'finding.withdraw', 'goal.state', 'intake.sign', 'intake.withdraw', 'intake.write',
    'interpretation.open', 'interpretation.share', 'interpretation.agree', 'interpretation.reopen',
    'inventory.declare', 'inventory.end', 'lab.ask', 'lab.change', 'lab.close', 'lab.consent', 'lab.finish', 'lab.found', 'lab.object',
    'lab.schedule', 'lab.withdraw', 'load.accepted', 'load.withdraw', 'note.answer', 'note.decline', 'participant.add', 'participant.remove',
    'picture.build', 'quality.accept', 'question.choose', 'question.propose', 'question.rank', 'question.withdraw',
    'release.ask', 'release.out', 'release.withdraw', 'role.accept', 'role.end', 'role.grant',
    'run.cancel', 'run.fail', 'run.finish', 'run.refuse', 'run.request', 'shell.approve', 'shell.draft', 'shell.return', 'shell.submit',
    'solution.choose', 'solution.drop', 'solution.finish', 'solution.propose', 'solution.start', 'solution.stop',
    'step.approve', 'step.consent', 'step.fall_back', 'step.object', 'step.reopen', 'step.return', 'step.submit', 'value.answer'] $$;
create function app.lab_activity(lab uuid, actions text[], organisation uuid, before uuid, most int)
  returns table (id uuid, at timestamptz, organisation_id uuid, actor_id uuid, action text, step text, roles text[])
  language plpgsql stable security definer set search_path = ''
  as $$ begin
    if lab is null or lab <> all (app.peopled_labs()) then return; end if;
    return query
      select e.id, e.at, e.organisation_id, e.actor_id, e.action, case when e.object_kind = 'step' then e.object_id end,
        array(select m.role from public.membership m
              where m.lab_id = lab and m.person_id = e.actor_id and m.ended_at is null order by m.role)
      from public.audit_event e
      where e.lab_id = lab and e.outcome = 'done' and e.action = any (actions) and e.action = any (app.told_actions())
        and (organisation is null or e.organisation_id = organisation) and (before is null or e.id < before)
      order by e.id desc limit least(most, 101);
  end $$;
reset role;
create policy policy_tells on audit_event for select to datalab_policy
  using (outcome = 'done' and action = any ((select app.told_actions())::text[]));
