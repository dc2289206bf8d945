-- Nearly seven kilobytes, written with each batch: to compress them took a fifth of this database's processor time while attempts came singly.
-- A row fills a page then, so each batch leaves one dead until autovacuum comes.
alter table model alter quality set storage external;
alter table model set (toast_tuple_target = 8160);
