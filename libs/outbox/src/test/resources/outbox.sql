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
