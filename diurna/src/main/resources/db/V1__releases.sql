-- Instants are milliseconds since 1970 in UTC, documents are JSON in text, states are rows with who and when.

create table office (
    code     text primary key,
    position integer not null,
    doc      text not null
);

create table office_host (
    host   text primary key,
    office text not null references office (code)
);

create table release (
    id      text primary key check (length(id) = 10),
    office  text not null references office (code),
    type    text not null,
    series  text,
    serial  integer,
    year    integer,
    printed text,
    created bigint not null,
    creator text not null
);
create unique index release_number on release (office, series, year, serial) where serial is not null;
create index release_created on release (created, id);
create index release_office on release (office, created, id);

create table version (
    release  text not null references release (id),
    lang     text not null,
    standing text not null,
    primary key (release, lang)
);

create table draft (
    release  text not null,
    lang     text not null,
    revision integer not null check (revision >= 1),
    doc      text not null,
    headline text not null,
    changed  bigint not null,
    changer  text not null,
    found    text,
    reports  text not null,
    primary key (release, lang),
    foreign key (release, lang) references version (release, lang)
);
create index draft_changed on draft (changed, release, lang);

create table edition (
    release   text not null,
    lang      text not null,
    number    integer not null check (number >= 1),
    kind      text not null,
    note      text not null,
    doc       text not null,
    json      ${bytes} not null,
    body_html text not null,
    digest    text not null check (length(digest) = 64),
    revision  integer not null,
    published bigint not null,
    primary key (release, lang, number),
    foreign key (release, lang) references version (release, lang)
);

-- A language version taken back from the public. "kept" says whether the text stays readable.
create table withdrawal (
    happening text primary key,
    release   text not null,
    lang      text not null,
    kept      boolean not null,
    reason    text not null,
    at        bigint not null,
    foreign key (release, lang) references version (release, lang)
);
create index withdrawal_version on withdrawal (release, lang, at);

-- What a decision did, written in its own transaction; the rest of the house works from here.
create table happening (
    seq     ${serial},
    id      text not null unique,
    kind    text not null,
    release text not null,
    lang    text not null,
    edition integer not null,
    at      bigint not null,
    doer    text not null
);
create index happening_release on happening (release, seq);

-- Happenings on their way to the public: a row here for each, so that finding them never costs more with the years.
create table waiting (
    seq       bigint primary key,
    happening text not null references happening (id)
);

-- The leaf of a happening: its place in the ledger is fixed here before anything is written there.
create table leaf (
    idx       bigint primary key,
    happening text not null unique references happening (id),
    release   text not null,
    lang      text not null,
    edition   integer not null,
    kind      text not null,
    content   text not null,
    bytes     ${bytes} not null,
    hash      text,
    code      text,
    proof     ${bytes}
);
create index leaf_edition on leaf (release, lang, edition, idx);
create index leaf_unsealed on leaf (idx) where proof is null;

-- A happening whose sheets are on the stand.
create table press_run (
    happening text primary key references happening (id),
    turn      bigint not null,
    at        bigint not null
);

-- What the public sees of each language version; derived from sealed editions and withdrawals.
create table publication (
    release   text not null,
    lang      text not null,
    office    text not null,
    type      text not null,
    edition   integer not null,
    day       text not null,
    month     text not null,
    published bigint not null,
    updated   bigint not null,
    headline  text not null,
    summary   text not null,
    place     text not null,
    slug      text not null,
    withdrawn text check (withdrawn in ('kept', 'removed')),
    primary key (release, lang)
);
create index publication_latest on publication (office, lang, published desc, release);
create index publication_standing on publication (office, lang, published desc, release) where withdrawn is null;
create index publication_month on publication (office, month, published, release, lang);

create table slug_gone (
    release text not null,
    lang    text not null,
    slug    text not null,
    primary key (release, lang, slug)
);

-- Lists grow at their end only: an entry keeps its ordinal for ever, so a full page never changes.
create table listing (
    office  text not null,
    lang    text not null,
    list    text not null,
    ordinal integer not null check (ordinal >= 1),
    release text not null,
    primary key (office, lang, list, ordinal)
);
create unique index listing_release on listing (release, lang, list);

-- db-scheduler's own table
create table scheduled_tasks (
    task_name            text not null,
    task_instance        text not null,
    task_data            ${bytes},
    execution_time       ${instant} not null,
    picked               boolean not null,
    picked_by            text,
    last_success         ${instant},
    last_failure         ${instant},
    consecutive_failures integer,
    last_heartbeat       ${instant},
    version              bigint not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_due on scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on scheduled_tasks (last_heartbeat);

-- How long each list is, so that nothing is ever counted. "gone" entries are withdrawn with their text.
create table list_head (
    office  text not null,
    lang    text not null,
    list    text not null,
    entries integer not null,
    gone    integer not null,
    changed bigint not null,
    primary key (office, lang, list)
);
