-- A rehearsal is one for good, and a real lab never becomes one: what is invented and what is real are told apart by this alone. For whoever
-- writes, the operator too.
create function app.rehearsal_stays() returns trigger language plpgsql set search_path = ''
  as $$ begin
    if new.is_rehearsal is distinct from old.is_rehearsal then
      raise exception 'a rehearsal stays one, and a lab that is none never becomes one' using errcode = 'check_violation';
    end if;
    return new;
  end $$;
create trigger rehearsal_stays before update on lab for each row execute function app.rehearsal_stays();

-- What is invented is made by the worker, and comes in as any delivery does. It makes sources and loads in a rehearsal, and in no other lab.
create function app.works_on_rehearsal() returns boolean language sql stable set search_path = ''
  as $$ select exists (select from public.lab l where l.id = app.lab_id() and l.is_rehearsal and l.state = 'active') $$;
create policy worker_invents on dataset for insert to datalab_worker
  with check (lab_id = app.lab_id() and (select app.works_on_rehearsal()));
create policy worker_invents on load as restrictive for insert to datalab_worker with check ((select app.works_on_rehearsal()));
grant insert (id, lab_id, organisation_id, key, name, kind, vocabulary_name, vocabulary_version, legal_basis, purpose, retention_months)
  on dataset to datalab_worker;
grant insert (lab_id, organisation_id, dataset_id, revision, state, covers, declared_totals, content_sha256, created_by, answers,
  confirm_difference, key_causes, origin, submitted_on) on load to datalab_worker;
