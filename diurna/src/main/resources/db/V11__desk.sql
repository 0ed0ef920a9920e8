-- Who signs in by the organisation's provider is asked at each page of a person who sets up an account.
create index identity_person on identity (person);
