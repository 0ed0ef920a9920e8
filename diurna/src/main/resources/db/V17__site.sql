-- Events that published editions announce; derived in the transaction that notes the ledger's receipts. "edition" is the
-- last one that announced it, "ends" is the start where nobody said when it ends.
create table agenda (
    release text not null,
    lang    text not null,
    event   text not null,
    office  text not null,
    ends    bigint not null,
    edition integer not null,
    stamp   bigint not null,
    doc     text not null,
    primary key (release, lang, event)
);
create index agenda_office on agenda (office, lang, ends);
