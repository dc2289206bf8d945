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
comment on column outbox.headers is 'A JSON object of strings: the headers, exactly as sent.';
comment on column outbox.payload is 'The JSON, exactly as sent; null is a tombstone.';
comment on column outbox.refused is 'Why Kafka will never take it; such a row waits for a human.';
