alter table early_attempt add simulated boolean not null default false;
alter table prediction add simulated boolean not null default false;
comment on column prediction.simulated is 'Whether no person made the attempt: then it says nothing about how well we predict people.';
