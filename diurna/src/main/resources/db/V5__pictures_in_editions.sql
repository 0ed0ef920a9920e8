-- The pictures of each edition as they were frozen with it: "place" is the banner's or the id of the figure.
create table edition_picture (
    release  text not null,
    lang     text not null,
    number   integer not null,
    position integer not null,
    picture  text not null check (length(picture) = 64),
    doc      text not null,
    primary key (release, lang, number, position),
    foreign key (release, lang, number) references edition (release, lang, number)
);
create index edition_picture_picture on edition_picture (picture, release, lang, number);

-- The pictures that each draft shows now; written with every save.
create table draft_picture (
    picture text not null check (length(picture) = 64),
    release text not null,
    lang    text not null,
    primary key (release, lang, picture)
);
create index draft_picture_picture on draft_picture (picture, release, lang);

-- A picture that was taken back from the public for good, because the right to show it has ended.
create table picture_recall (
    picture text primary key check (length(picture) = 64),
    reason  text not null,
    at      bigint not null,
    doer    text not null
);

-- What was developed, so that the same order is never developed twice and a lost file can be made again.
create table development (
    id      text primary key check (length(id) = 64),
    picture text not null,
    ordered text not null,
    made    text not null,
    engine  text not null,
    at      bigint not null
);
create table rendition (
    sha256      text primary key check (length(sha256) = 64),
    development text not null references development (id)
);
create index rendition_development on rendition (development);
