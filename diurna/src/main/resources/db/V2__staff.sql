-- People, how they sign in, what they may do, and the trail of it. No row here names anything but a release's opaque id.

create table person (
    id      text primary key check (length(id) between 2 and 40),
    mail    text not null unique check (length(mail) <= 254),
    name    text not null check (length(name) between 1 and 120),
    lang    text not null,
    created bigint not null,
    creator text not null
);

create table person_disabled (
    person text primary key references person (id),
    at     bigint not null,
    doer   text not null
);

-- Offices, types and languages are words with a space between; none means all.
create table duty (
    person  text not null references person (id),
    duty    text not null,
    offices text not null,
    types   text not null,
    langs   text not null,
    at      bigint not null,
    doer    text not null,
    primary key (person, duty)
);

-- One-time links. Only a digest of a link is kept; what it does is its kind.
create table link (
    digest  text primary key check (length(digest) = 64),
    kind    text not null check (kind in ('first', 'invitation', 'recovery')),
    mail    text not null,
    name    text not null,
    lang    text not null,
    person  text references person (id),
    duties  text not null,
    made    bigint not null,
    doer    text not null,
    expires bigint not null
);
create index link_made on link (made);

create table link_used (
    digest text primary key references link (digest) on delete cascade,
    at     bigint not null,
    person text references person (id)
);

-- A wish to let somebody in again who has lost every means; a second person must agree to it.
create table recovery_wish (
    id     text primary key,
    person text not null references person (id),
    asked  bigint not null,
    doer   text not null
);

create table recovery_agreed (
    wish text primary key references recovery_wish (id),
    at   bigint not null,
    doer text not null
);

create table password (
    person  text primary key references person (id),
    hash    text not null,
    changed bigint not null
);

-- last_step: a time step whose code was used is never accepted again (RFC 6238, section 5.2).
create table totp (
    person    text primary key references person (id),
    secret    text not null,
    last_step bigint not null,
    since     bigint not null
);

create table recovery_code (
    person text not null references person (id),
    digest text not null check (length(digest) = 64),
    primary key (person, digest)
);

create table identity (
    issuer  text not null,
    subject text not null,
    person  text not null references person (id),
    primary key (issuer, subject)
);

-- Somebody at a browser, from signing in to signing out. Without its row a session means nothing.
create table sitting (
    id      text primary key,
    person  text not null references person (id),
    begun   bigint not null,
    seen    bigint not null,
    proved  bigint not null,
    means   text not null,
    address text not null,
    agent   text not null
);
create index sitting_person on sitting (person, begun);
create index sitting_begun on sitting (begun);

-- Failed attempts, by account and by address.
create table attempt (
    source text primary key,
    failed integer not null,
    since  bigint not null
);
create index attempt_since on attempt (since);

-- A thing that only named people may see. Who is named here has a part in it.
create table restriction (
    thing  text not null,
    person text not null references person (id),
    at     bigint not null,
    doer   text not null,
    primary key (thing, person)
);

-- What was decided and who signed in. Rows are added and never changed: the guard below refuses it.
create table trail (
    seq     ${serial},
    at      bigint not null,
    person  text not null,
    act     text not null,
    subject text not null,
    office  text not null,
    lang    text not null,
    digest  text not null,
    address text not null,
    detail  text not null
);
create index trail_at on trail (at, seq);
create index trail_person on trail (person, seq);
create index trail_subject on trail (subject, seq);
create index trail_act on trail (act, seq);
${guard-trail}

-- Spring Security's own table of passkeys
create table user_credentials (
    credential_id                text primary key,
    user_entity_user_id          text not null,
    public_key                   ${bytes} not null,
    signature_count              bigint,
    uv_initialized               boolean,
    backup_eligible              boolean not null,
    authenticator_transports     text,
    public_key_credential_type   text,
    backup_state                 boolean not null,
    attestation_object           ${bytes},
    attestation_client_data_json ${bytes},
    created                      ${instant},
    last_used                    ${instant},
    label                        text not null
);
create index user_credentials_user on user_credentials (user_entity_user_id);

-- Spring Session's own tables
create table desk_session (
    primary_id            text primary key,
    session_id            text not null unique,
    creation_time         bigint not null,
    last_access_time      bigint not null,
    max_inactive_interval integer not null,
    expiry_time           bigint not null,
    principal_name        text
);
create index desk_session_expiry on desk_session (expiry_time);
create index desk_session_principal on desk_session (principal_name);

create table desk_session_attributes (
    session_primary_id text not null references desk_session (primary_id) on delete cascade,
    attribute_name     text not null,
    attribute_bytes    ${bytes} not null,
    primary key (session_primary_id, attribute_name)
);
