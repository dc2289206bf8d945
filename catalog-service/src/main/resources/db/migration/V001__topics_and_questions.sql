create table topic (
    slug          text primary key check (slug ~ '^[a-z0-9][a-z0-9.-]{0,79}$'),
    title         text not null,
    heading       text not null,
    prerequisites text[] not null,
    revision      integer not null check (revision >= 1)
);
comment on table topic is 'What can be learnt; revision counts its changes.';

create table question (
    id              text primary key check (id ~ '^[a-z0-9][a-z0-9.-]{0,79}$'),
    current_version integer not null check (current_version >= 1),
    withdrawn_at    timestamptz
);
comment on table question is 'Which version of a question is current, and whether it is withdrawn; this row is locked by who publishes.';

create table question_version (
    question_id  text not null references question (id),
    version      integer not null check (version >= 1),
    content      jsonb not null,
    published_at timestamptz not null,
    kind         text not null generated always as (content ->> 'kind') stored,
    level        text not null generated always as (content ->> 'level') stored,
    difficulty   double precision not null generated always as ((content ->> 'difficulty')::double precision) stored,
    topics       jsonb not null generated always as (content -> 'topics') stored,
    -- Only what a learner sees before answering: a search must not find out what the answer key says.
    search       tsvector not null generated always as (
        setweight(to_tsvector('english', content ->> 'stem'), 'A')
        || setweight(to_tsvector('english', content -> 'topics'), 'B')
        || to_tsvector('english', content -> 'hints')
        || to_tsvector('english', jsonb_path_query_array(content, '$.answer.choices[*].text'))
    ) stored,
    primary key (question_id, version)
);
comment on table question_version is 'Published versions with their answer keys: inserted, never changed.';
create index on question_version using gin (topics);
create index on question_version using gin (search);
create index on question_version (kind);
