create table early_attempt (
    learner_id  uuid not null,
    sequence    bigint not null,
    attempt_id  uuid not null,
    question_id text not null,
    difficulty  double precision not null,
    topics      text[] not null,
    score       double precision not null check (score between 0 and 1),
    answered_at timestamptz not null,
    primary key (learner_id, sequence)
);
comment on table early_attempt is 'Attempts that came while one before them is missing; applied in order when it comes.';
