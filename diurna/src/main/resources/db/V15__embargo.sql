-- Sign-offs that were made with one click: at one moment, or each at the same time on the wall of its office.
create table schedule_bundle (
    schedule text primary key references schedule (id),
    bundle   text not null
);
create index schedule_bundle_bundle on schedule_bundle (bundle);

-- Somebody outside the house who may see one revision before it is public. Of the link only the digest is kept; "mark" is
-- the key by which the copy is marked.
create table guest (
    id       text primary key,
    kind     text not null check (kind in ('expert', 'journalist')),
    release  text not null,
    lang     text not null,
    revision integer not null,
    digest   text not null check (length(digest) = 64),
    name     text not null,
    medium   text not null,
    mail     text not null,
    tongue   text not null,
    comments boolean not null,
    secret   text not null unique check (length(secret) = 64),
    mark     text not null check (length(mark) = 64),
    made     bigint not null,
    maker    text not null,
    expires  bigint not null,
    foreign key (release, lang) references version (release, lang)
);
create index guest_version on guest (release, lang, made);

create table guest_end (
    guest text primary key references guest (id),
    how   text not null check (how in ('revoked', 'cancelled', 'lifted')),
    at    bigint not null,
    doer  text not null
);

-- That the terms were accepted, by the SHA-256 of their words.
create table guest_acceptance (
    guest   text primary key references guest (id),
    terms   text not null check (length(terms) = 64),
    at      bigint not null,
    address text not null
);

create table guest_opening (
    seq     ${serial},
    guest   text not null references guest (id),
    at      bigint not null,
    address text not null
);
create index guest_opening_guest on guest_opening (guest, seq);

-- Days that an office thinks of when it plans. An empty office means all of them; "year" is that of which anniversaries
-- are counted, or the only one where the day does not come again.
create table planned_day (
    id     text primary key,
    office text not null,
    name   text not null,
    kind   text not null check (kind in ('national', 'anniversary', 'commemoration', 'mourning')),
    month  integer not null check (month between 1 and 12),
    day    integer not null check (day between 1 and 31),
    year   integer,
    yearly boolean not null,
    made   bigint not null,
    maker  text not null
);

-- From when to when nothing is published, and why. An empty office means all of them.
create table silence (
    id     text primary key,
    office text not null,
    zone   text not null,
    starts bigint not null,
    ends   bigint not null check (ends > starts),
    reason text not null,
    made   bigint not null,
    maker  text not null
);
create index silence_ends on silence (ends);

create table silence_end (
    silence text primary key references silence (id),
    at      bigint not null,
    doer    text not null
);

-- A release that may go in spite of a silence, once a second person has agreed.
create table silence_exception (
    silence text not null references silence (id),
    release text not null references release (id),
    reason  text not null,
    asked   bigint not null,
    asker   text not null,
    agreed  bigint,
    agreer  text,
    primary key (silence, release)
);

-- The words that were agreed to, by the SHA-256 of the draft: with others nothing is agreed.
create table silence_words (
    silence text not null,
    release text not null,
    lang    text not null,
    digest  text not null check (length(digest) = 64),
    primary key (silence, release, lang),
    foreign key (silence, release) references silence_exception (silence, release)
);
