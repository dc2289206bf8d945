create table inbox_offset (
    topic       text not null,
    partition   integer not null,
    next_offset bigint not null,
    primary key (topic, partition)
);
comment on table inbox_offset is 'Where consumption of each partition goes on, moved in the transaction that applies the messages.';

create table outbox (
    seq         bigint generated always as identity primary key,
    topic       text not null,
    key         text not null,
    headers     text not null,
    payload     text,
    refused     text,
    appended_at timestamptz not null default now()
);
comment on table outbox is 'Messages that left with a committed change and that Kafka has not acknowledged yet.';
