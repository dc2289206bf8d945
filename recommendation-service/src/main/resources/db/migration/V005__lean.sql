-- Another model has other numbers: all attempts are learned from anew. The topic keeps them for ever, so the inbox begins again;
-- the catalog's topics, read again, change nothing.
truncate learner, belief, question_seen, prediction, early_attempt;
delete from inbox_offset;
drop table calibration;

create table model (
    name          text primary key,
    attempts      bigint not null check (attempts >= 0),
    newest_change bigint not null,
    quality       bytea not null
);
comment on table model is 'Models that learn from attempts: how many, up to which change, and how well each was predicted. Whoever learns locks the row.';
insert into model (name, attempts, newest_change, quality) values ('lean/1', 0, 0, '');

-- What does not shrink is not worth the attempt: numbers of this kind do not.
create table parameter_change (
    number   bigint generated always as identity primary key,
    model    text not null references model,
    since    bigint not null check (since >= 0),
    attempts bigint not null check (attempts > since),
    bytes    bytea not null
);
alter table parameter_change alter bytes set storage external;
comment on table parameter_change is 'What attempts have changed in a model''s parameters, in order. Changes since 0 are a snapshot, and replace all before them.';

alter table learner drop mean, drop variance, add memory bytea not null;
alter table learner alter memory set storage external;
comment on table learner is 'What the model remembers of each learner after the attempt with this sequence, the last one applied.';

create table shadow_memory (
    model      text not null references model,
    learner_id uuid not null,
    memory     bytea not null,
    primary key (model, learner_id)
);
alter table shadow_memory alter memory set storage external;
comment on table shadow_memory is 'What a model remembers of each learner that learns beside the one that serves.';

alter table belief drop mean, drop variance,
    add low  double precision not null check (low between 0 and 1),
    add high double precision not null check (high between 0 and 1),
    add surprise double precision not null check (surprise between -1 and 1);
comment on table belief is 'How well a learner does on each topic that they have answered on, as last published. What a learner is shown is computed anew.';
comment on column belief.mastery is 'Expected success on the topic''s questions, with its 90 % interval.';
comment on column belief.surprise is 'How much better than expected the learner has done lately on the topic: where they are going.';

alter table question_seen
    add stability  double precision not null check (stability > 0),
    add difficulty double precision not null check (difficulty between 1 and 10);
comment on column question_seen.stability is 'After so many days the chance to recall the answer has fallen to 90 % (FSRS).';
comment on column question_seen.difficulty is 'How hard it is to make it stick (FSRS).';

comment on column prediction.model is 'The model''s name, and after @ how many attempts it had learned from.';
