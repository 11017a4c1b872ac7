-- Step 1: what each organisation wants, which questions there are, how each organisation scores them, which one it became, what law and
-- quality ask, and the shells of what will be shown. What an organisation says is added as a version and never changed.

create table organisation_goal (
  lab_id uuid not null,
  organisation_id uuid not null,
  version int not null,
  goal text not null,
  made_by uuid not null references person,
  made_at timestamptz not null,
  primary key (lab_id, organisation_id, version),
  foreign key (lab_id, organisation_id) references lab_participant (lab_id, organisation_id)
);

create table question_candidate (
  id uuid primary key default uuidv7(),
  lab_id uuid not null,
  -- Who proposed it works there.
  organisation_id uuid not null,
  question text not null,
  -- The question behind the question: what somebody will decide or do with the answer.
  behind text not null,
  made_by uuid not null references person,
  made_at timestamptz not null,
  withdrawn_at timestamptz,
  foreign key (lab_id, organisation_id) references lab_participant (lab_id, organisation_id),
  unique (id, lab_id)
);
create index on question_candidate (lab_id);

create table question_score (
  question_id uuid not null,
  organisation_id uuid not null,
  version int not null,
  lab_id uuid not null,
  impact int not null check (impact between 1 and 5),
  answerability int not null check (answerability between 1 and 5),
  privacy_cost int not null check (privacy_cost between 1 and 5),
  note text not null,
  -- Written before this organisation could see what others had scored.
  independent boolean not null,
  made_by uuid not null references person,
  made_at timestamptz not null,
  primary key (question_id, organisation_id, version),
  foreign key (question_id, lab_id) references question_candidate (id, lab_id),
  foreign key (lab_id, organisation_id) references lab_participant (lab_id, organisation_id)
);
create index on question_score (lab_id, organisation_id);

create table question_ranking (
  id uuid primary key default uuidv7(),
  lab_id uuid not null references lab,
  -- SHA-256 of what it was computed from.
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  document jsonb not null,
  computed_at timestamptz not null
);
create index on question_ranking (lab_id, computed_at desc);

create table core_question (
  lab_id uuid not null,
  version int not null,
  question_id uuid not null,
  -- Why this one, where it was not ranked first.
  reason text,
  chosen_by uuid not null references person,
  chosen_at timestamptz not null,
  primary key (lab_id, version),
  foreign key (question_id, lab_id) references question_candidate (id, lab_id)
);

create table checklist_answers (
  lab_id uuid not null,
  organisation_id uuid not null,
  checklist text not null check (checklist in ('legal', 'quality')),
  version int not null,
  document jsonb not null,
  made_by uuid not null references person,
  made_at timestamptz not null,
  primary key (lab_id, organisation_id, checklist, version),
  foreign key (lab_id, organisation_id) references lab_participant (lab_id, organisation_id)
);

-- What the board of an organisation said about results that are independent and published also when they are unwelcome.
create table board_agreement (
  lab_id uuid not null,
  organisation_id uuid not null,
  version int not null,
  agrees boolean not null,
  person_name text not null,
  function text not null,
  agreed_on date not null,
  recorded_by uuid not null references person,
  recorded_at timestamptz not null,
  primary key (lab_id, organisation_id, version),
  foreign key (lab_id, organisation_id) references lab_participant (lab_id, organisation_id)
);

create table citizen_consultation (
  lab_id uuid not null references lab,
  version int not null,
  held boolean not null,
  how text,
  held_on date,
  outcome text,
  reason text,
  -- The reason for consulting nobody is for everybody to read.
  is_public boolean not null,
  recorded_by uuid not null references person,
  recorded_at timestamptz not null,
  primary key (lab_id, version),
  check (case when held then num_nulls(how, held_on, outcome) = 0 and reason is null
              else num_nonnulls(how, held_on, outcome) = 0 and reason is not null and is_public end)
);

create table output_shell (
  id uuid primary key default uuidv7(),
  lab_id uuid not null,
  organisation_id uuid not null,
  title text not null,
  kind text not null check (kind in ('descriptive', 'diagnostic', 'predictive')),
  method text not null,
  unit text not null check (unit in ('report', 'address', 'person', 'area')),
  area_level text not null,
  grain text not null check (grain in ('all', 'year', 'quarter', 'month')),
  period_from date not null,
  period_to date not null check (period_to >= period_from),
  dataset_ids uuid[] not null check (cardinality(dataset_ids) > 0),
  rows text not null,
  columns text[] not null check (cardinality(columns) > 0),
  use text not null,
  version int not null,
  -- The approved shell that this one takes the place of once it is approved itself.
  replaces uuid,
  state text not null check (state in ('draft', 'submitted', 'approved', 'replaced')),
  -- Since when it is in that state, and why it came back as a draft.
  since timestamptz not null,
  remark text,
  made_by uuid not null references person,
  made_at timestamptz not null,
  foreign key (lab_id, organisation_id) references lab_participant (lab_id, organisation_id),
  unique (id, lab_id),
  foreign key (replaces, lab_id) references output_shell (id, lab_id)
);
create index on output_shell (lab_id);
-- One new version at a time.
create unique index output_shell_next on output_shell (lab_id, replaces) where state <> 'replaced';

create table output_shell_approval (
  shell_id uuid not null,
  organisation_id uuid not null,
  lab_id uuid not null,
  approved_by uuid not null references person,
  approved_at timestamptz not null,
  primary key (shell_id, organisation_id),
  foreign key (shell_id, lab_id) references output_shell (id, lab_id) on delete cascade,
  foreign key (lab_id, organisation_id) references lab_participant (lab_id, organisation_id)
);

alter table organisation_goal enable row level security, force row level security;
alter table question_candidate enable row level security, force row level security;
alter table question_score enable row level security, force row level security;
alter table question_ranking enable row level security, force row level security;
alter table core_question enable row level security, force row level security;
alter table checklist_answers enable row level security, force row level security;
alter table board_agreement enable row level security, force row level security;
alter table citizen_consultation enable row level security, force row level security;
alter table output_shell enable row level security, force row level security;
alter table output_shell_approval enable row level security, force row level security;

-- First apart, then together: whose scores may be seen now. An organisation sees those of others once it has scored every question, and
-- of those alone who have done so too. See ADR 0043.
grant select (id, lab_id, withdrawn_at) on question_candidate to datalab_policy;
grant select (question_id, organisation_id, lab_id) on question_score to datalab_policy;
create policy policy_reads on question_candidate for select to datalab_policy using (lab_id = any ((select app.my_labs())::uuid[]));
create policy policy_reads on question_score for select to datalab_policy using (lab_id = any ((select app.my_labs())::uuid[]));
set local role datalab_policy;
create function app.complete_scorers() returns table (lab_id uuid, organisation_id uuid)
  language sql stable security definer set search_path = ''
  as $$ with live as (
          select q.id, q.lab_id from public.question_candidate q
          where q.withdrawn_at is null and q.lab_id = any ((select app.my_labs())::uuid[]))
        select p.lab_id, p.organisation_id from public.lab_participant p
        where p.lab_id in (select l.lab_id from live l)
          and not exists (select from live l where l.lab_id = p.lab_id
            and not exists (select from public.question_score s where s.question_id = l.id and s.organisation_id = p.organisation_id)) $$;
create function app.open_scores() returns table (lab_id uuid, organisation_id uuid)
  language sql stable security definer set search_path = ''
  as $$ select c.lab_id, c.organisation_id from app.complete_scorers() c
        where c.lab_id in (select own.lab_id from app.complete_scorers() own where own.organisation_id = (select app.organisation_id())) $$;
reset role;

create policy api_reads on organisation_goal for select to datalab_api using (lab_id = any ((select app.my_labs())::uuid[]));
create policy api_writes on organisation_goal for insert to datalab_api
  with check (organisation_id = (select app.organisation_id()) and made_by = (select app.user_id())
              and lab_id = any ((select app.labs_with_role('domain_expert'))::uuid[]));

create policy api_reads on question_candidate for select to datalab_api using (lab_id = any ((select app.my_labs())::uuid[]));
-- Everybody with a role: a program has none.
create policy api_proposes on question_candidate for insert to datalab_api
  with check (organisation_id = (select app.organisation_id()) and made_by = (select app.user_id())
              and lab_id = any ((select app.labs_with_role('data_steward', 'coordinator', 'domain_expert', 'analyst', 'privacy_officer', 'wijkteam_member'))::uuid[]));
create policy api_withdraws on question_candidate for update to datalab_api
  using ((made_by = (select app.user_id()) and lab_id = any ((select app.my_labs())::uuid[]))
         or lab_id = any ((select app.labs_with_role('coordinator'))::uuid[]))
  with check (lab_id = any ((select app.my_labs())::uuid[]));

create policy api_own on question_score for select to datalab_api
  using (organisation_id = (select app.organisation_id()) and lab_id = any ((select app.my_labs())::uuid[]));
create policy api_together on question_score for select to datalab_api
  using ((lab_id, organisation_id) in (select o.lab_id, o.organisation_id from app.open_scores() o));
create policy api_scores on question_score for insert to datalab_api
  with check (organisation_id = (select app.organisation_id()) and made_by = (select app.user_id())
              and lab_id = any ((select app.labs_with_role('domain_expert'))::uuid[]));

-- A ranking tells what others scored: seen by whoever sees their scores.
create policy api_together on question_ranking for select to datalab_api
  using (lab_id = any (array(select o.lab_id from app.open_scores() o)));

create policy api_reads on core_question for select to datalab_api using (lab_id = any ((select app.my_labs())::uuid[]));
create policy api_chooses on core_question for insert to datalab_api
  with check (chosen_by = (select app.user_id()) and lab_id = any ((select app.labs_with_role('coordinator'))::uuid[]));
create policy api_chooses_question on lab for update to datalab_api
  using (id = any ((select app.labs_with_role('coordinator'))::uuid[]))
  with check (id = any ((select app.labs_with_role('coordinator'))::uuid[]));

create policy api_reads on checklist_answers for select to datalab_api using (lab_id = any ((select app.my_labs())::uuid[]));
create policy api_answers on checklist_answers for insert to datalab_api
  with check (organisation_id = (select app.organisation_id()) and made_by = (select app.user_id())
              and (lab_id = any ((select app.labs_with_role('domain_expert'))::uuid[])
                   or checklist = 'legal' and lab_id = any ((select app.labs_with_role('privacy_officer'))::uuid[])
                   or checklist = 'quality' and lab_id = any ((select app.labs_with_role('data_steward'))::uuid[])));

create policy api_reads on board_agreement for select to datalab_api using (lab_id = any ((select app.my_labs())::uuid[]));
create policy api_records on board_agreement for insert to datalab_api
  with check (organisation_id = (select app.organisation_id()) and recorded_by = (select app.user_id())
              and lab_id = any ((select app.labs_with_role('privacy_officer', 'domain_expert'))::uuid[]));

create policy api_reads on citizen_consultation for select to datalab_api using (lab_id = any ((select app.my_labs())::uuid[]));
create policy api_records on citizen_consultation for insert to datalab_api
  with check (recorded_by = (select app.user_id()) and lab_id = any ((select app.labs_with_role('coordinator'))::uuid[]));

create policy api_reads on output_shell for select to datalab_api using (lab_id = any ((select app.my_labs())::uuid[]));
create policy api_drafts on output_shell for insert to datalab_api
  with check (organisation_id = (select app.organisation_id()) and made_by = (select app.user_id())
              and state = 'draft' and lab_id = any ((select app.labs_with_role('domain_expert', 'analyst', 'coordinator'))::uuid[]));
create policy api_changes on output_shell for update to datalab_api
  using (lab_id = any ((select app.labs_with_role('domain_expert', 'analyst', 'coordinator'))::uuid[]))
  with check (lab_id = any ((select app.labs_with_role('domain_expert', 'analyst', 'coordinator'))::uuid[]));
-- Approved is what an organisation's domain expert has the last word in, never whoever drafted it.
create policy api_approves on output_shell as restrictive for update to datalab_api using (true)
  with check (state in ('draft', 'submitted') or lab_id = any ((select app.labs_with_role('domain_expert'))::uuid[]));
create policy api_discards on output_shell for delete to datalab_api
  using (state = 'draft' and lab_id = any ((select app.labs_with_role('domain_expert', 'analyst', 'coordinator'))::uuid[]));

create policy api_reads on output_shell_approval for select to datalab_api using (lab_id = any ((select app.my_labs())::uuid[]));
create policy api_approves on output_shell_approval for insert to datalab_api
  with check (organisation_id = (select app.organisation_id()) and approved_by = (select app.user_id())
              and lab_id = any ((select app.labs_with_role('domain_expert'))::uuid[]));
-- What comes back as a draft is approved anew by everybody.
create policy api_clears on output_shell_approval for delete to datalab_api
  using (lab_id = any ((select app.labs_with_role('domain_expert', 'analyst', 'coordinator'))::uuid[]));

create policy worker_lab on question_candidate for select to datalab_worker using (lab_id = app.lab_id());
create policy worker_lab on question_score for select to datalab_worker using (lab_id = app.lab_id());
create policy worker_lab on question_ranking for all to datalab_worker
  using (lab_id = app.lab_id()) with check (lab_id = app.lab_id());
-- A run is held to its shell.
create policy worker_lab on output_shell for select to datalab_worker using (lab_id = app.lab_id());

grant select on organisation_goal, question_candidate, question_score, question_ranking, core_question, checklist_answers, board_agreement,
  citizen_consultation, output_shell, output_shell_approval to datalab_api;
grant insert on organisation_goal, question_candidate, question_score, core_question, checklist_answers, board_agreement,
  citizen_consultation, output_shell, output_shell_approval to datalab_api;
grant update (withdrawn_at) on question_candidate to datalab_api;
grant update (question) on lab to datalab_api;
grant update (title, kind, method, unit, area_level, grain, period_from, period_to, dataset_ids, rows, columns, use, state, since, remark)
  on output_shell to datalab_api;
grant delete on output_shell, output_shell_approval to datalab_api;
grant select on question_candidate, question_score, output_shell to datalab_worker;
grant select, insert on question_ranking to datalab_worker;
