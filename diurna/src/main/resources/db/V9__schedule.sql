-- A sign-off: language versions that go to the public together at a time that is a clock on a wall and its zone. "due"
-- is the instant that follows from both, and is computed anew when the rules of the zone change.
create table schedule (
    id     text primary key,
    local  text not null,
    zone   text not null,
    shift  text not null check (shift in ('only', 'earlier', 'later')),
    due    bigint not null,
    was    bigint,
    signed bigint not null,
    signer text not null
);

-- What was signed off: the very words, by revision and SHA-256, and the pictures as they were developed.
create table schedule_version (
    schedule  text not null references schedule (id),
    release   text not null,
    lang      text not null,
    revision  integer not null,
    digest    text not null check (length(digest) = 64),
    plates    text not null,
    happening text references happening (id),
    primary key (schedule, release, lang),
    foreign key (release, lang) references version (release, lang)
);
create index schedule_version_release on schedule_version (release, lang);

-- A version that waits, in one sign-off at most. Its draft cannot be changed as long as the row is there.
create table scheduled (
    release  text not null,
    lang     text not null,
    schedule text not null references schedule (id),
    primary key (release, lang),
    foreign key (release, lang) references version (release, lang)
);
create index scheduled_schedule on scheduled (schedule);

-- Sign-offs whose time has not come: a row for each, so that finding the next one never costs more with the years.
create table schedule_waiting (
    schedule text primary key references schedule (id),
    due      bigint not null
);
create index schedule_due on schedule_waiting (due, schedule);

-- Sign-offs that did not go at their time and wait for a person.
create table schedule_held (
    schedule text primary key references schedule (id),
    reason   text not null check (reason in ('missed', 'changed', 'picture', 'gap', 'failed')),
    since    bigint not null
);

create table schedule_end (
    schedule text primary key references schedule (id),
    how      text not null check (how in ('published', 'cancelled')),
    at       bigint not null,
    doer     text not null
);

-- A draft that waits for a second pair of eyes.
create table review (
    release  text not null,
    lang     text not null,
    revision integer not null,
    words    text not null,
    asked    bigint not null,
    asker    text not null,
    primary key (release, lang),
    foreign key (release, lang) references version (release, lang)
);

-- A draft that was approved, with the very words; gone with the next change of the draft.
create table approval (
    release  text not null,
    lang     text not null,
    revision integer not null,
    digest   text not null check (length(digest) = 64),
    approved bigint not null,
    approver text not null,
    primary key (release, lang),
    foreign key (release, lang) references version (release, lang)
);

-- Why a draft came back from review.
create table review_return (
    seq      ${serial},
    release  text not null,
    lang     text not null,
    revision integer not null,
    words    text not null,
    at       bigint not null,
    reviewer text not null,
    foreign key (release, lang) references version (release, lang)
);
create index review_return_version on review_return (release, lang, seq);

-- A publication without approval, until somebody looks at it afterwards.
create table emergency (
    happening text primary key references happening (id),
    release   text not null,
    lang      text not null,
    reason    text not null,
    at        bigint not null,
    doer      text not null,
    seen      bigint,
    seer      text
);
create index emergency_open on emergency (at) where seen is null;
create index emergency_version on emergency (release, lang);

-- The lines of the desk know more stages. The table is derived, and made anew because a check cannot be changed.
create table draft_line_anew (
    release  text not null,
    lang     text not null,
    office   text not null,
    type     text not null,
    stage    text not null check (stage in
        ('drafted', 'in-review', 'approved', 'scheduled', 'held', 'in-press', 'public', 'withdrawn')),
    headline text not null,
    changed  bigint not null,
    changer  text not null,
    primary key (release, lang)
);
insert into draft_line_anew (release, lang, office, type, stage, headline, changed, changer)
select release, lang, office, type, stage, headline, changed, changer from draft_line;
drop table draft_line;
alter table draft_line_anew rename to draft_line;
create index draft_line_changed on draft_line (changed, release, lang);
create index draft_line_office on draft_line (office, changed, release, lang);
create index draft_line_type on draft_line (type, changed, release, lang);
create index draft_line_lang on draft_line (lang, changed, release, lang);
create index draft_line_stage on draft_line (stage, changed, release, lang);
create index draft_line_office_stage on draft_line (office, stage, changed, release, lang);
create index draft_line_changer on draft_line (changer, stage, changed, release, lang);
