-- Few learners are simulated, so the index stays small.
create index prediction_simulated on prediction (learner_id) where simulated;
