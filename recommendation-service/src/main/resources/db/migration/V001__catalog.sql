create table catalog_topic (
    slug          text primary key,
    title         text not null,
    topic_group   text not null,
    prerequisites text[] not null,
    withdrawn     boolean not null
);
comment on table catalog_topic is 'Topics of the catalog that this service has heard of; an attempt may know others before we do.';

create table catalog_question (
    id         text primary key,
    version    integer not null check (version > 0),
    kind       text not null,
    level      text not null,
    difficulty double precision not null,
    topics     text[] not null check (cardinality(topics) > 0),
    withdrawn  boolean not null
);
comment on table catalog_question is 'The newest published version of each question, without its text and its answer key.';
