-- What is needed to choose a question without reading its content; of the version with the highest number.
alter table question
    add column newest integer check (newest > 0),
    add column level  text,
    add column kind   text,
    add column topics text[];
comment on column question.newest is 'The highest version, whose level, kind and topics these are; null when only a withdrawal was heard of.';

-- A content that is no valid JSON to PostgreSQL was graded with all the same: it is chosen again once it is published anew.
update question
   set newest = last.version,
       level  = coalesce(last.content::jsonb ->> 'level', ''),
       kind   = last.content::jsonb ->> 'kind',
       topics = array(select jsonb_array_elements_text(last.content::jsonb -> 'topics'))
  from (select distinct on (question_id) question_id, version, content
          from question_version
         where pg_input_is_valid(content, 'jsonb')
         order by question_id, version desc) as last
 where last.question_id = question.id;
