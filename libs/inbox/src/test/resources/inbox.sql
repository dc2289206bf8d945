create table inbox_offset (
    topic       text not null,
    partition   integer not null,
    next_offset bigint not null,
    primary key (topic, partition)
);
comment on table inbox_offset is 'Where consumption of each partition goes on, moved in the transaction that applies the messages.';

create table applied (
    id      bigint generated always as identity primary key,
    message text not null
);
comment on table applied is 'What the handlers of these tests have done: no constraint would hide a second time.';
