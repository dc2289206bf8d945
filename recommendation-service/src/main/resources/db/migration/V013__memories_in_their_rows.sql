-- A memory of two to eight kilobytes, which is what some dozens of attempts make, is written with its row and not apart in pieces:
-- each batch writes all memories of its learners anew.
alter table learner set (toast_tuple_target = 8160);
alter table shadow_memory set (toast_tuple_target = 8160);

-- Up to half a page, its next version finds room beside it, as in learner. Rows that are there move when they are written next.
alter table shadow_memory set (fillfactor = 70);
