create table account (
    id         uuid primary key,
    name       text not null,
    password   text,
    learner_id uuid not null unique,
    roles      text[] not null,
    demo       boolean not null,
    created_at timestamptz not null
);
create unique index account_name on account (lower(name));
comment on table account is 'People who may sign in. Nowhere else is it known whose pseudonym a learner id is.';
comment on column account.password is 'Argon2id, salted, in PHC string format; a demo learner has none and signs in by making one.';

create table sign_in (
    token_hash   text primary key,
    account_id   uuid not null references account on delete cascade,
    csrf         text not null,
    device       text not null,
    signed_in_at timestamptz not null,
    seen_at      timestamptz not null
);
create index sign_in_account on sign_in (account_id);
comment on table sign_in is 'Browsers that are signed in. Removing a row signs that browser out at once.';
comment on column sign_in.token_hash is 'SHA-256 of the cookie, in hexadecimal: who reads this table cannot sign in with it.';

create table signing_key (
    id         text primary key,
    jwk        text not null,
    made_at    timestamptz not null
);
comment on table signing_key is 'RSA keys that sign access tokens, private half included: guard this database as you would a key.';
