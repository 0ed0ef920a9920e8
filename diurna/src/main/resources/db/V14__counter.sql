-- The counter: what the public asks for. A request for a licence, of a release that is public. Who asked is told in the
-- columns from "name" to "territory" and in the words of its steps; all of them are emptied when the person is forgotten.
create table licence (
    id           text primary key,
    office       text not null references office (code),
    release      text not null references release (id),
    lang         text not null,
    edition      integer not null,
    headline     text not null,
    name         text not null,
    organisation text not null,
    mail         text not null,
    person       text not null,
    medium       text not null,
    purpose      text not null,
    territory    text not null,
    first_day    text not null,
    last_day     text not null,
    form         text not null unique,
    digest       text not null,
    state        text not null check (state in ('open', 'question', 'granted', 'refused', 'expired')),
    version      integer not null,
    asked        bigint not null,
    changed      bigint not null,
    ends         bigint,
    erased       bigint
);
create index licence_office on licence (office, state, changed, id);
create index licence_open on licence (state, office) where erased is null;
-- what waits for an answer first, then what changed last: the list of the desk walks along it
create index licence_order on licence
    ((case state when 'open' then 0 when 'question' then 1 else 2 end), changed desc, id) where erased is null;
create index licence_changed on licence (changed, id);
create index licence_person on licence (person);
create index licence_digest on licence (digest);
create index licence_ends on licence (ends) where ends is not null;
create index licence_release on licence (release);

-- What is asked for: place 0 is the words, any other the picture at that place of the edition.
create table licence_item (
    licence text not null references licence (id),
    place   integer not null,
    picture text not null,
    title   text not null,
    primary key (licence, place)
);

create table licence_step (
    seq     ${serial},
    licence text not null references licence (id),
    at      bigint not null,
    doer    text not null,
    kind    text not null check (kind in ('asked', 'question', 'reply', 'granted', 'refused', 'expired', 'erased')),
    words   text not null
);
create index licence_step_licence on licence_step (licence, seq);

-- What was granted, with the signed receipt; emptied with the person.
create table licence_grant (
    licence text primary key references licence (id),
    terms   text not null,
    receipt text not null
);

-- Pictures of a licence in full size, as they lie backstage.
create table licence_file (
    licence   text not null references licence (id),
    place     integer not null,
    sha256    text not null check (length(sha256) = 64),
    width     integer not null,
    height    integer not null,
    bytes     bigint not null,
    downloads integer not null,
    primary key (licence, place)
);
