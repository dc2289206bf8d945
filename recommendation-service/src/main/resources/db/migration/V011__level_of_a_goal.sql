alter table goal add level text not null default 'senior' check (level in ('junior', 'mid', 'senior'));
comment on column goal.level is 'Of the role: what those of this level and of the levels below are asked counts.';
