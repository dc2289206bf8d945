-- Both are trusted: the owner of the database may have them.
create extension pg_trgm;
create extension fuzzystrmatch;

alter table question_version
    drop column kind, drop column level, drop column difficulty, drop column topics, drop column search;

-- Only what a learner sees before answering: a search must not find out what the answer key says. Things to put in order
-- are without positions: those would tell a search for a phrase which of two things comes first.
create view question_to_list as
select id,
       version,
       content ->> 'kind' as kind,
       content ->> 'level' as level,
       (content ->> 'difficulty')::double precision as difficulty,
       array(select jsonb_array_elements_text(content -> 'topics')) as topics,
       setweight(to_tsvector('english', content ->> 'stem'), 'A')
           || setweight(to_tsvector('english', content -> 'topics'), 'B')
           || to_tsvector('english', content -> 'hints')
           || to_tsvector('english', jsonb_path_query_array(content, '$.answer.choices[*].text'))
           || strip(to_tsvector('english', jsonb_path_query_array(content, '$.answer.items[*].text'))) as search,
       strip(to_tsvector('simple', content ->> 'stem')
           || to_tsvector('simple', content -> 'topics')
           || to_tsvector('simple', content -> 'hints')
           || to_tsvector('simple', jsonb_path_query_array(content, '$.answer.choices[*].text'))
           || to_tsvector('simple', jsonb_path_query_array(content, '$.answer.items[*].text'))) as words
  from question join question_version on question_id = id and version = current_version
 where withdrawn_at is null;
comment on view question_to_list is 'The newest version of every question that is not withdrawn, as far as a search needs it.';

create table listed_question (
    id         text primary key references question (id),
    version    integer not null,
    kind       text not null,
    level      text not null,
    difficulty double precision not null,
    topics     text[] not null,
    search     tsvector not null,
    words      tsvector not null
) with (toast_tuple_target = 128);
-- Searching reads thousands of rows: what it does not need moves out of their way.
alter table listed_question alter column search set storage main, alter column words set storage external;
comment on table listed_question is 'What question_to_list says, kept in the transactions that change it.';
comment on column listed_question.search is 'Stems of words, weighed by where they stand.';
comment on column listed_question.words is 'The words as they are written: what a mistyped one may have meant.';
insert into listed_question select * from question_to_list;
create index on listed_question using gin (search);
create index on listed_question using gin (topics);
create index on listed_question (kind, id);

create materialized view listed_count as
select topic, kind, level, least(width_bucket(difficulty, -4, 4, 8), 8) as band, count(*) as questions
  from listed_question, lateral (select '' as topic union all select unnest(topics)) as each
 group by topic, kind, level, band;
comment on materialized view listed_count is 'How many questions are listed on each topic, on any topic in the rows without one; refreshed soon after changes.';
create unique index on listed_count (topic, kind, level, band);

create materialized view listed_word as
select word, count(*) as questions
  from listed_question, unnest(tsvector_to_array(words)) as word
 where length(word) between 4 and 40 and word ~ '^[[:alpha:]]+$'
 group by word;
comment on materialized view listed_word is 'In how many listed questions each word stands; refreshed soon after changes.';
create unique index on listed_word (word);
create index on listed_word using gist (word gist_trgm_ops);
