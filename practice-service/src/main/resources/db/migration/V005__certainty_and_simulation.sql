alter table attempt
    add column certainty double precision check (certainty between 0 and 1),
    add column simulated boolean not null default false;
comment on column attempt.certainty is 'How sure the learner was before the grade was shown; null when not asked.';
comment on column attempt.simulated is 'Whether a simulator made it and no person.';
