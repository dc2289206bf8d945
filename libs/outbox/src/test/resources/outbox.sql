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
