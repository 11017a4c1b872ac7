-- Who is asking. Every operation sets these for its own transaction (set_config(…, true)); without them every policy below is false.
create schema app;
grant usage on schema app to datalab_api, datalab_worker, datalab_operator, datalab_policy;

create function app.user_id() returns uuid language sql stable
  as $$ select nullif(current_setting('app.user_id', true), '')::uuid $$;
create function app.organisation_id() returns uuid language sql stable
  as $$ select nullif(current_setting('app.organisation_id', true), '')::uuid $$;
-- The lab that a job works for; a person's labs follow from the memberships, not from what the request says.
create function app.lab_id() returns uuid language sql stable
  as $$ select nullif(current_setting('app.lab_id', true), '')::uuid $$;
create function app.session_hash() returns text language sql stable
  as $$ select nullif(current_setting('app.session_hash', true), '') $$;
create function app.subject() returns text language sql stable
  as $$ select nullif(current_setting('app.subject', true), '') $$;
