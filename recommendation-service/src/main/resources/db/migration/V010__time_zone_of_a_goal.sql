alter table goal add time_zone text not null default 'UTC';
comment on column goal.time_zone is 'Name in the IANA database: where the learner''s days begin and end.';
