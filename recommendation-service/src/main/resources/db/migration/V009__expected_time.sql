alter table catalog_question add expected_seconds integer check (expected_seconds between 1 and 3600);
comment on column catalog_question.expected_seconds is 'Time that a prepared learner needs, as the author thinks. Null until a question drawn before we kept it is read again.';

-- Read again what was drawn without it. The catalog's topics are compacted: they hold all that there is.
delete from inbox_offset where topic like '%catalog.questions%';
