create table question (
    id        text primary key,
    withdrawn boolean not null
);
comment on table question is 'Questions of the catalog that this service has heard of; no new attempt on a withdrawn one.';

create table question_version (
    question_id text not null references question,
    version     integer not null check (version > 0),
    content     text not null,
    primary key (question_id, version)
);
comment on table question_version is 'Every published version as its event said it, answer key included: an older one may still be on a learner''s screen.';

create table inbox_offset (
    topic       text not null,
    partition   integer not null,
    next_offset bigint not null,
    primary key (topic, partition)
);
comment on table inbox_offset is 'Where consumption of each partition goes on, moved in the transaction that applies the messages.';
