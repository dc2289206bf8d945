-- For the newest attempts of all learners. A group of attempts shares its time, and new times only ever come at the end.
create index attempt_recorded_at on attempt (recorded_at);
