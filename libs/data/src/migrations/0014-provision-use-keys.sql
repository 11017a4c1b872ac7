-- As for reports (0007): keys are stored encrypted under the key of their source. A row of provision use without its household says nothing, so
-- what was stored readable goes as a whole and comes back with the next load of its source.
delete from provision_use_row;
alter table provision_use_row
  alter column household_key type bytea using null,
  alter column person_key type bytea using null,
  add constraint provision_use_household_key_encrypted check (octet_length(household_key) = 80),
  add constraint provision_use_person_key_encrypted check (octet_length(person_key) = 80);
