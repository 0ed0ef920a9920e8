-- Every wording that was ever saved, so that nothing that was written is lost and a reload can be undone.
create table draft_revision (
    release  text not null,
    lang     text not null,
    revision integer not null check (revision >= 1),
    doc      text not null,
    saved    bigint not null,
    saver    text not null,
    primary key (release, lang, revision),
    foreign key (release, lang) references version (release, lang)
);
insert into draft_revision (release, lang, revision, doc, saved, saver)
select release, lang, revision, doc, changed, changer from draft;

-- A draft that was thrown away before anything of it was public; taking the row away brings it back.
create table draft_discarded (
    release   text not null,
    lang      text not null,
    discarded bigint not null,
    discarder text not null,
    primary key (release, lang),
    foreign key (release, lang) references version (release, lang)
);

-- The narrow lines that the desk's lists are made of; derived from the tables above and kept with every change.
create table draft_line (
    release  text not null,
    lang     text not null,
    office   text not null,
    type     text not null,
    stage    text not null check (stage in ('drafted', 'in-press', 'public', 'withdrawn')),
    headline text not null,
    changed  bigint not null,
    changer  text not null,
    primary key (release, lang)
);
create index draft_line_changed on draft_line (changed, release, lang);
create index draft_line_office on draft_line (office, changed, release, lang);
create index draft_line_type on draft_line (type, changed, release, lang);
create index draft_line_lang on draft_line (lang, changed, release, lang);
create index draft_line_stage on draft_line (stage, changed, release, lang);
create index draft_line_office_stage on draft_line (office, stage, changed, release, lang);
create index draft_line_changer on draft_line (changer, stage, changed, release, lang);
insert into draft_line (release, lang, office, type, stage, headline, changed, changer)
select d.release, d.lang, r.office, r.type,
       coalesce((select case when h.kind in ('withdrawal', 'erasure') then 'withdrawn'
                             when exists (select 1 from press_run p where p.happening = h.id) then 'public'
                             else 'in-press' end
                 from happening h where h.release = d.release and h.lang = d.lang order by h.seq desc limit 1),
                'drafted'),
       d.headline, d.changed, d.changer
from draft d join release r on r.id = d.release;

-- The words of headlines, folded: a search goes from the beginning of a word to its lines.
create table draft_word (
    word    text not null,
    release text not null,
    lang    text not null,
    primary key (word, release, lang)
);
create index draft_word_line on draft_word (release, lang);
