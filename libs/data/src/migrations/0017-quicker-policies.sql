-- What the policies ask of the database itself, in a language that keeps its plans: a function in SQL that runs as its owner is planned anew in every
-- statement, and these stood three deep. Same answers, same owner, same rights. See ADR 0037.
set local role datalab_policy;
create or replace function app.organisation_id() returns uuid language plpgsql stable security definer set search_path = ''
  as $$ begin
    return (select p.organisation_id from public.person p where p.id = app.user_id() and p.left_at is null);
  end $$;
create or replace function app.my_labs() returns uuid[] language plpgsql stable security definer set search_path = ''
  as $$ declare
    me uuid := app.user_id();
    mine uuid := app.organisation_id();
  begin
    return array(
      select m.lab_id from public.membership m where m.person_id = me and m.ended_at is null and m.organisation_id = mine
      union select c.lab_id from public.api_client c where c.person_id = me and c.ended_at is null and c.organisation_id = mine);
  end $$;
create or replace function app.labs_with_role(variadic roles text[]) returns uuid[] language plpgsql stable security definer set search_path = ''
  as $$ declare
    me uuid := app.user_id();
    mine uuid := app.organisation_id();
  begin
    return array(
      select distinct m.lab_id from public.membership m
      where m.person_id = me and m.ended_at is null and m.role = any(roles) and m.organisation_id = mine);
  end $$;
reset role;
