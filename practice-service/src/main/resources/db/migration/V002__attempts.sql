create table learner_sequence (
    learner_id uuid primary key,
    last       bigint not null check (last > 0)
);
comment on table learner_sequence is 'The number of each learner''s last attempt; its row lock puts a learner''s attempts in order.';

create table attempt (
    id               uuid primary key,
    learner_id       uuid not null,
    sequence         bigint not null,
    question_id      text not null,
    question_version integer not null,
    question_kind    text not null,
    topics           text[] not null,
    fingerprint      text not null,
    answer           jsonb not null,
    score            double precision not null check (score between 0 and 1),
    correct          boolean not null,
    graded_by        text not null check (graded_by in ('answer-key', 'learner')),
    response_time_ms bigint check (response_time_ms >= 0),
    hints_used       integer not null check (hints_used >= 0),
    self_rating      integer check (self_rating between 1 and 4),
    session_id       uuid,
    answered_at      timestamptz not null,
    recorded_at      timestamptz not null,
    unique (learner_id, sequence)
);
comment on table attempt is 'Graded attempts, never changed. The answer is here and nowhere else.';
comment on column attempt.fingerprint is 'SHA-256 of what the client sent: tells a retry from another attempt under the same id.';

-- Rows live for milliseconds: dead ones must not pile up, not even to a share of what an outage left behind.
create table outbox (
    seq         bigint generated always as identity primary key,
    topic       text not null,
    key         text not null,
    headers     text not null,
    payload     text,
    refused     text,
    appended_at timestamptz not null default now()
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);
comment on table outbox is 'Messages that left with a committed change and that Kafka has not acknowledged yet.';
