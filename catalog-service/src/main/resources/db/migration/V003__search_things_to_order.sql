-- Things to put in order are shown before the answer, too. Without positions: those would tell a search for a phrase
-- which of two things comes first.
alter table question_version drop column search;
alter table question_version add column search tsvector not null generated always as (
    setweight(to_tsvector('english', content ->> 'stem'), 'A')
    || setweight(to_tsvector('english', content -> 'topics'), 'B')
    || to_tsvector('english', content -> 'hints')
    || to_tsvector('english', jsonb_path_query_array(content, '$.answer.choices[*].text'))
    || strip(to_tsvector('english', jsonb_path_query_array(content, '$.answer.items[*].text')))
) stored;
create index on question_version using gin (search);
