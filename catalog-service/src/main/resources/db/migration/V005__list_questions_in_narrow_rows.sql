-- PostgreSQL moves a value out of a row only when the row is longer than two kilobytes, so the words never moved: they were
-- half of what a search had to read. They are read from the questions themselves, when they are counted.
drop materialized view listed_word;
alter table listed_question drop column words;
alter table listed_question reset (toast_tuple_target);
drop view question_to_list;

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
           || strip(to_tsvector('english', jsonb_path_query_array(content, '$.answer.items[*].text'))) as search
  from question join question_version on question_id = id and version = current_version
 where withdrawn_at is null;
comment on view question_to_list is 'The newest version of every question that is not withdrawn, as far as a search needs it.';

-- Rewrites the rows, which keep a dropped column otherwise; and those that are cut off by id lie beside each other.
cluster listed_question using listed_question_pkey;

-- The same parts of a question as above: a correction must not find out what the answer key says, either.
create materialized view listed_word as
select word, count(*) as questions
  from question join question_version on question_id = id and version = current_version,
       unnest(tsvector_to_array(to_tsvector('simple', jsonb_build_array(
           content -> 'stem',
           content -> 'topics',
           content -> 'hints',
           jsonb_path_query_array(content, '$.answer.choices[*].text'),
           jsonb_path_query_array(content, '$.answer.items[*].text'))))) as word
 where withdrawn_at is null and length(word) between 4 and 40 and word ~ '^[[:alpha:]]+$'
 group by word;
comment on materialized view listed_word is 'In how many listed questions each word stands: what a mistyped one may have meant; refreshed soon after changes.';
create unique index on listed_word (word);
create index on listed_word using gist (word gist_trgm_ops);
