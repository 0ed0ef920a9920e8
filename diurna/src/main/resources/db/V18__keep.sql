-- A call to the organisation's own address for a new entry of the ledger; each is made at most once.
create table leaf_call (
    name    text primary key,
    body    text not null,
    state   text not null check (state in ('waiting', 'sending', 'sent', 'uncertain', 'refused')),
    changed bigint not null,
    note    text not null
);

-- What an administrator has to know until it is over; one of each name.
create table alarm (
    name  text primary key,
    words text not null,
    at    bigint not null
);
