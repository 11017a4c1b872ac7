-- A promised source that is put right or taken back before anything of it was delivered; an address for questions about a lab; and what the worker
-- reads to tell people by mail that something waits, by the criteria that the start page goes by. See ADR 0083.

-- Whether anything of a source came in: from then on what was promised stays as it is. And whether an output shell names it: then it stays.
grant select (lab_id, dataset_ids) on output_shell to datalab_policy;
create policy policy_promises on output_shell for select to datalab_policy using (true);
grant select (lab_id, dataset_id) on submission to datalab_policy;
create policy policy_promises on submission for select to datalab_policy using (true);
set local role datalab_policy;
create function app.is_delivered(dataset uuid) returns boolean language sql stable security definer set search_path = ''
  as $$ select exists (select from public.load l where l.dataset_id = dataset and l.lab_id = any ((select app.my_labs())::uuid[]))
            or exists (select from public.submission s where s.dataset_id = dataset and s.lab_id = any ((select app.my_labs())::uuid[])) $$;
create function app.is_in_shell(dataset uuid) returns boolean language sql stable security definer set search_path = ''
  as $$ select exists (select from public.output_shell o
                     where dataset = any (o.dataset_ids) and o.lab_id = any ((select app.my_labs())::uuid[])) $$;
revoke all on function app.is_delivered(uuid), app.is_in_shell(uuid) from public;
grant execute on function app.is_delivered(uuid), app.is_in_shell(uuid) to datalab_api;
reset role;

-- A steward could always say how the own files are read; what was promised changes on these terms alone.
create function app.promise_changes() returns trigger language plpgsql set search_path = ''
  as $$ begin
    if current_user <> 'datalab_api' then return new; end if;
    if (old.name, old.kind, old.vocabulary_name, old.vocabulary_version, old.legal_basis, old.purpose, old.purposes, old.retention_months, old.is_open)
         is distinct from
       (new.name, new.kind, new.vocabulary_name, new.vocabulary_version, new.legal_basis, new.purpose, new.purposes, new.retention_months, new.is_open)
       and (app.is_rehearsal(old.lab_id) or app.is_delivered(old.id)) then
      raise exception 'what was promised of a source stays once something of it was delivered' using errcode = 'check_violation';
    end if;
    return new;
  end $$;
create trigger promise_changes before update on dataset for each row execute function app.promise_changes();
grant update (name, kind, vocabulary_name, vocabulary_version, legal_basis, purpose, purposes, retention_months, is_open) on dataset to datalab_api;
create policy api_takes_back on dataset for delete to datalab_api
  using (organisation_id = (select app.organisation_id())
         and lab_id = any ((select app.labs_with_role('data_steward'))::uuid[])
         and not app.is_rehearsal(lab_id) and not app.is_delivered(id) and not app.is_in_shell(id));
grant delete on dataset to datalab_api;

-- What everybody in a lab is told of, with what was promised.
set local role datalab_policy;
create or replace function app.told_actions() returns text[] language sql immutable set search_path = ''
  as $$ select array[
    'agreement.draft', 'agreement.propose', 'agreement.support', 'agreement.offer', 'agreement.sign', 'agreement.withdraw',
    'board.record', 'card.save', 'checklist.answer', 'comment.write', 'comment.change', 'comment.withdraw', 'comment.settle',
    'consultation.record', 'dataset.add', 'dataset.change', 'dataset.remove', 'deadline.set', 'deadline.end', 'deeper-question.write',
    'deeper-question.withdraw', 'evaluation.build', 'fact.add', 'fact.remove', 'finding.state', 'finding.withdraw', 'goal.state', 'intake.sign',
    'intake.withdraw', 'intake.write', 'interpretation.open', 'interpretation.share', 'interpretation.agree', 'interpretation.reopen',
    'inventory.declare', 'inventory.end', 'lab.ask', 'lab.change', 'lab.close', 'lab.consent', 'lab.finish', 'lab.found', 'lab.object',
    'lab.schedule', 'lab.withdraw', 'load.accepted', 'load.withdraw', 'note.answer', 'note.decline', 'participant.add', 'participant.remove',
    'picture.build', 'quality.accept', 'question.choose', 'question.propose', 'question.rank', 'question.withdraw',
    'release.ask', 'release.out', 'release.withdraw', 'role.accept', 'role.end', 'role.grant',
    'run.cancel', 'run.fail', 'run.finish', 'run.refuse', 'run.request', 'shell.approve', 'shell.draft', 'shell.return', 'shell.submit',
    'solution.choose', 'solution.drop', 'solution.finish', 'solution.propose', 'solution.start', 'solution.stop',
    'step.approve', 'step.consent', 'step.fall_back', 'step.object', 'step.reopen', 'step.return', 'step.submit', 'value.answer'] $$;

-- Where anybody may ask about a lab: a mailbox of an office. Public with the rest of its page.
drop function app.public_lab(text);
reset role;
alter table lab add column contact_email text check (length(contact_email) <= 120 and contact_email ~ '^[^@\s]+@[^@\s]+\.[^@\s.]+$');
grant update (contact_email) on lab to datalab_api;
set local role datalab_policy;
create function app.public_lab(lab_key text)
  returns table (id uuid, key text, name text, goal text, question text, region_id uuid, answer_days int, embargo_days int, purposes jsonb,
                 contact_email text)
  language plpgsql stable security definer set search_path = ''
  as $$ begin
    return query select l.id, l.key, l.name, l.goal, l.question, l.region_id, (a.document ->> 'answerDays')::int,
        (a.document ->> 'embargoDays')::int, a.document -> 'purposes', l.contact_email
      from public.lab l left join public.agreement a on a.lab_id = l.id
      where (l.key = lab_key or l.id::text = lab_key) and l.id in (select app.public_labs());
  end $$;
reset role;

-- What the criteria of a lab's steps follow from, read by the worker in the context of that lab.
do $$
declare
  name text;
begin
  foreach name in array array['organisation_goal', 'checklist_answers', 'board_agreement', 'core_question', 'citizen_consultation', 'deeper_question',
    'intake_signature', 'intake_terms', 'nothing_to_deliver', 'registration_card', 'finding', 'solution_finding', 'interpretation']
  loop
    execute format('grant select on %I to datalab_worker', name);
    execute format('create policy worker_lab on %I for select to datalab_worker using (lab_id = app.lab_id())', name);
  end loop;
end $$;
