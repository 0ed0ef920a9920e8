-- Letters that go out by mail: put in the transaction that decides, sent after it, each at most once. "words" are erased
-- when the letter has gone, since some hold links that open a door.
create table letter (
    name      text primary key,
    recipient text not null,
    lang      text not null,
    subject   text not null,
    words     text not null,
    put       bigint not null,
    state     text not null check (state in ('waiting', 'sending', 'sent', 'uncertain', 'refused')),
    changed   bigint not null,
    note      text not null
);
create index letter_state on letter (state, put);
create index letter_unsent on letter (put desc, name) where state <> 'sent';
