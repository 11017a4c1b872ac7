-- The partners of a rehearsal are invented as its reports are: organisations and people that the worker makes, that nobody can sign in as, and that
-- take part in rehearsals alone. What they answer goes through the same rules and policies as what people answer. See ADR 0074.
alter table organisation add column is_invented boolean not null default false;
alter table person drop constraint person_kind_check,
  add constraint person_kind_check check (kind in ('human', 'api_client', 'invented'));

-- Held to for whoever writes, the operator too.
grant select (is_invented) on organisation to datalab_policy;
set local role datalab_policy;
create function app.invented_in_rehearsals() returns trigger language plpgsql security definer set search_path = ''
  as $$ begin
    if exists (select from public.organisation o where o.id = new.organisation_id and o.is_invented)
       and not exists (select from public.lab l where l.id = new.lab_id and l.is_rehearsal) then
      raise exception 'who is invented takes part in rehearsals alone' using errcode = 'check_violation';
    end if;
    return new;
  end $$;
create function app.invented_works_for_invented() returns trigger language plpgsql security definer set search_path = ''
  as $$ begin
    if (new.kind = 'invented') is distinct from
       exists (select from public.organisation o where o.id = new.organisation_id and o.is_invented) then
      raise exception 'who is invented works for who is invented' using errcode = 'check_violation';
    end if;
    return new;
  end $$;
-- Whether who asks is invented: the platform answers for them, so there is no session in which they showed who they are.
create function app.is_invented() returns boolean language sql stable security definer set search_path = ''
  as $$ select exists (select from public.membership m join public.organisation o on o.id = m.organisation_id
                       where m.person_id = app.user_id() and m.ended_at is null and o.is_invented) $$;
revoke all on function app.is_invented() from public;
grant execute on function app.is_invented() to datalab_api;
reset role;
create function app.invented_stays() returns trigger language plpgsql set search_path = ''
  as $$ begin
    if new.is_invented is distinct from old.is_invented then
      raise exception 'an organisation that is invented stays so' using errcode = 'check_violation';
    end if;
    return new;
  end $$;
create trigger invented_in_rehearsals before insert or update on lab_participant for each row execute function app.invented_in_rehearsals();
create trigger invented_in_rehearsals before insert or update on membership for each row execute function app.invented_in_rehearsals();
create trigger invented_works_for_invented before insert or update on person for each row execute function app.invented_works_for_invented();
create trigger invented_stays before update on organisation for each row execute function app.invented_stays();

set local role datalab_policy;
revoke all on function app.invented_in_rehearsals(), app.invented_works_for_invented() from public;
reset role;

-- Made by the worker, in a rehearsal.
create policy worker_invents on organisation for insert to datalab_worker with check (is_invented and (select app.works_on_rehearsal()));
create policy worker_invents on person for insert to datalab_worker with check (kind = 'invented' and (select app.works_on_rehearsal()));
create policy worker_invents on lab_participant for insert to datalab_worker
  with check (lab_id = app.lab_id() and (select app.works_on_rehearsal()));
create policy worker_invents on membership for insert to datalab_worker
  with check (lab_id = app.lab_id() and (select app.works_on_rehearsal()));
grant insert (id, key, name, type, is_invented) on organisation to datalab_worker;
grant insert (id, organisation_id, issuer, subject, name, kind) on person to datalab_worker;
grant insert on lab_participant to datalab_worker;
grant insert (lab_id, person_id, organisation_id, role, areas) on membership to datalab_worker;

create policy api_signs_invented on agreement_signature for insert to datalab_api
  with check (person_id = (select app.user_id()) and organisation_id = (select app.organisation_id())
              and lab_id = any ((select app.labs_with_role('privacy_officer'))::uuid[])
              and (agreement_id, text_hash) in (select a.id, a.text_hash from agreement a where a.state = 'signing')
              and (select app.is_invented()));
