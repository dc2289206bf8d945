alter table parameter_change add token uuid not null default gen_random_uuid();
alter table parameter_change alter token drop default;
comment on column parameter_change.token is 'Tells it from another change that ever had the same number: numbers of what failed may come back when the database crashes.';

alter table model add newest_token uuid not null default '00000000-0000-0000-0000-000000000000';
update model set newest_token = token from parameter_change where number = newest_change;
comment on column model.newest_token is 'That of the newest change; zeroes before the first.';
