-- As the other keys (0007): stored encrypted under the key of its source. Nothing filled the column before this version.
alter table report
  alter column check_key type bytea using null,
  add constraint report_check_key_encrypted check (octet_length(check_key) = 80);
