-- A lab that is closing or closed can be read, and nothing in it is changed: a wall on every table of a lab that the api writes, beside the
-- policies that it has. The audit log is still written, and a role can still be ended. A table that is added later gets its own three
-- (app.wall_of_closed_labs), which the test of the catalogue holds it to. See ADR 0042.
create function app.wall_of_closed_labs(which regclass) returns void language plpgsql set search_path = ''
  as $$ begin
    execute format($f$create policy closed_labs_insert on %s as restrictive for insert to datalab_api
      with check (lab_id is null or lab_id <> all ((select app.closed_labs())::uuid[]))$f$, which);
    execute format($f$create policy closed_labs_update on %s as restrictive for update to datalab_api
      using (lab_id is null or lab_id <> all ((select app.closed_labs())::uuid[]))
      with check (lab_id is null or lab_id <> all ((select app.closed_labs())::uuid[]))$f$, which);
    execute format($f$create policy closed_labs_delete on %s as restrictive for delete to datalab_api
      using (lab_id is null or lab_id <> all ((select app.closed_labs())::uuid[]))$f$, which);
  end $$;
revoke all on function app.wall_of_closed_labs(regclass) from public;

do $$
declare
  one record;
begin
  for one in
    select c.oid::regclass as name from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'lab_id' and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      and c.relname not in ('audit_event', 'membership')
      and (has_any_column_privilege('datalab_api', c.oid, 'insert') or has_any_column_privilege('datalab_api', c.oid, 'update')
           or has_table_privilege('datalab_api', c.oid, 'delete'))
  loop
    perform app.wall_of_closed_labs(one.name);
  end loop;
end $$;

-- Of the lab itself too.
create policy closed_labs_update on lab as restrictive for update to datalab_api
  using (id <> all ((select app.closed_labs())::uuid[])) with check (id <> all ((select app.closed_labs())::uuid[]));

-- What is invented is never published.
create function app.nothing_invented_in_public() returns trigger language plpgsql set search_path = ''
  as $$ begin
    if new.tier = 'public' and exists (select from public.lab l where l.id = new.lab_id and l.is_rehearsal) then
      raise exception 'nothing of a rehearsal is published' using errcode = 'check_violation';
    end if;
    return new;
  end $$;
create trigger nothing_invented_in_public before insert or update on release for each row execute function app.nothing_invented_in_public();
