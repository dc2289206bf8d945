create table session (
    id           uuid primary key,
    number       bigint not null generated always as identity,
    learner_id   uuid not null,
    fingerprint  text not null,
    size         integer not null check (size between 1 and 50),
    topic        text,
    level        text,
    started_at   timestamptz not null,
    completed_at timestamptz,
    unique (learner_id, number)
);
comment on table session is 'Sets of questions that learners work through: as long as they like, also in two browsers and after a restart.';
comment on column session.size is 'How many items it will have in the end; less than was asked for when there are no more questions.';
comment on column session.fingerprint is 'SHA-256 of what the client sent: tells a retry from another session under the same id.';

create table session_item (
    session_id       uuid not null references session,
    position         integer not null check (position between 1 and 50),
    attempt_id       uuid not null unique,
    question_id      text not null,
    question_version integer not null,
    question_kind    text not null,
    topics           text[] not null,
    chosen_by        text not null check (chosen_by in ('recommendation', 'practice')),
    primary key (session_id, position),
    unique (session_id, question_id)
);
comment on table session_item is 'The questions of a session in their order, each with the id under which its one attempt is made. Never changed.';
