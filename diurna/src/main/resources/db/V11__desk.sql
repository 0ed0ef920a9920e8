-- Who signs in by the organisation's provider is asked at each page of a person who sets up an account.
create index identity_person on identity (person);

-- What a person did of one kind, and what was done of one kind to a thing: a search of the trail names both.
create index trail_person_act on trail (person, act, seq);
create index trail_subject_act on trail (subject, act, seq);
