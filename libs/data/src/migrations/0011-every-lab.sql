-- Upkeep comes round for every lab without anybody asking. The worker sees one lab at a time, the one that it says it works for; this
-- tells it which there are, as ids, and nothing else about them.
create function app.every_lab() returns setof uuid language sql stable security definer set search_path = ''
  as $$ select id from public.lab $$;
-- Before it is handed over: afterwards only its new owner can.
revoke all on function app.every_lab() from public;
grant execute on function app.every_lab() to datalab_worker;
alter function app.every_lab() owner to datalab_policy;
