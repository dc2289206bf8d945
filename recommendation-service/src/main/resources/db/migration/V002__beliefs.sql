create table learner (
    learner_id  uuid primary key,
    sequence    bigint not null check (sequence > 0),
    answered_at timestamptz not null,
    mean        double precision not null,
    variance    double precision not null check (variance > 0)
) with (fillfactor = 70);
comment on table learner is 'The general level of each learner after the attempt with this sequence, the last one applied.';

create table belief (
    learner_id  uuid not null,
    topic       text not null,
    mean        double precision not null,
    variance    double precision not null check (variance > 0),
    attempts    integer not null check (attempts > 0),
    answered_at timestamptz not null,
    mastery     double precision not null check (mastery between 0 and 1),
    primary key (learner_id, topic)
) with (fillfactor = 70);
comment on table belief is 'The level of a learner on each topic that they have answered on, relative to their general level.';
comment on column belief.mastery is 'Expected success as last published. What a learner is shown is computed anew: other topics and learners move it.';

create table question_seen (
    learner_id    uuid not null,
    question_id   text not null,
    attempts      integer not null check (attempts > 0),
    last_score    double precision not null check (last_score between 0 and 1),
    last_sequence bigint not null,
    last_at       timestamptz not null,
    primary key (learner_id, question_id)
) with (fillfactor = 70);
comment on table question_seen is 'Which questions a learner has answered, and how it went last time.';

create table calibration (
    kind     text not null check (kind in ('bias', 'topic', 'question')),
    id       text not null,
    mean     double precision not null,
    variance double precision not null check (variance > 0),
    version  bigint not null,
    primary key (kind, id)
) with (fillfactor = 70);
comment on table calibration is 'What all learners together have taught us about questions and topics. The one row of kind bias carries the newest version and is locked by whoever learns.';
insert into calibration (kind, id, mean, variance, version) values ('bias', '', 0, 1, 0);

create table prediction (
    learner_id  uuid not null,
    sequence    bigint not null,
    attempt_id  uuid not null,
    question_id text not null,
    predicted   double precision not null check (predicted between 0 and 1),
    score       double precision not null check (score between 0 and 1),
    model       text not null,
    answered_at timestamptz not null,
    primary key (learner_id, sequence)
);
comment on table prediction is 'What we expected of each attempt before we learned from it, and what came. Its key witnesses that each was applied once.';
