create table goal (
    learner_id      uuid primary key,
    day             date not null,
    minutes_per_day integer not null check (minutes_per_day between 1 and 1440),
    topics          text[] not null
);
comment on table goal is 'What learners want to be ready for. They told us: no event can bring it back.';
comment on column goal.topics is 'None means all topics that the learner is led through.';
