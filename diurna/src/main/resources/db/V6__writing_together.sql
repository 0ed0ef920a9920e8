-- People who are quoted, with their names and offices; and what the directory said of them before.
create table speaker (
    id      text primary key,
    version integer not null check (version >= 1),
    doc     text not null,
    changed bigint not null,
    changer text not null
);

create table speaker_version (
    id      text not null references speaker (id),
    version integer not null,
    doc     text not null,
    changed bigint not null,
    changer text not null,
    primary key (id, version)
);

-- Texts that releases end with, kept for each office and language. Every change is a row.
create table standing_text (
    office  text not null references office (code),
    lang    text not null,
    kind    text not null,
    version integer not null check (version >= 1),
    words   text not null,
    changed bigint not null,
    changer text not null,
    primary key (office, lang, kind, version)
);

-- Comments on blocks of a draft. They belong to no wording, so no edition can hold one.
create table comment (
    id      text primary key,
    release text not null,
    lang    text not null,
    block   text not null,
    words   text not null,
    at      bigint not null,
    author  text not null,
    foreign key (release, lang) references version (release, lang)
);
create index comment_draft on comment (release, lang, at, id);

create table comment_resolved (
    comment text primary key references comment (id),
    at     bigint not null,
    doer   text not null
);

create table comment_mention (
    comment text not null references comment (id),
    person text not null,
    primary key (comment, person)
);
create index comment_mention_person on comment_mention (person, comment);

-- Language versions that others are begun from.
create table model (
    release text not null,
    lang    text not null,
    name    text not null,
    at      bigint not null,
    doer    text not null,
    primary key (release, lang),
    foreign key (release, lang) references version (release, lang)
);

-- Why a number was never borne by a release that the public has seen.
create table number_explained (
    office text not null references office (code),
    series text not null,
    year   integer not null,
    serial integer not null,
    words  text not null,
    at     bigint not null,
    doer   text not null,
    primary key (office, series, year, serial)
);
