-- The library: pictures by the digest of their master, with what is known of them. An empty office means all offices.
create table picture (
    sha256  text primary key check (length(sha256) = 64),
    office  text not null,
    version integer not null check (version >= 1),
    doc     text not null,
    expires text,
    taken   bigint not null,
    taker   text not null,
    changed bigint not null,
    changer text not null
);
create index picture_office on picture (office, taken desc, sha256);
create index picture_expires on picture (expires) where expires is not null;

create table picture_word (
    word   text not null,
    sha256 text not null references picture (sha256),
    primary key (word, sha256)
);
create index picture_word_picture on picture_word (sha256);
