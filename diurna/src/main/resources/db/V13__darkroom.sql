-- A picture of the library that another one has taken the place of; what shows the old one goes on showing it.
create table picture_replacement (
    picture   text primary key references picture (id),
    successor text not null references picture (id),
    at        bigint not null,
    doer      text not null,
    check (picture <> successor)
);
create index picture_replacement_successor on picture_replacement (successor);
