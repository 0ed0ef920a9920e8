-- Everything that was changed after publication, for readers. Grows at its end only, like the lists of releases.
create table change_line (
    office   text not null,
    lang     text not null,
    ordinal  integer not null check (ordinal >= 1),
    idx      bigint not null unique references leaf (idx),
    headline text not null,
    note     text not null,
    primary key (office, lang, ordinal)
);

insert into change_line (office, lang, ordinal, idx, headline, note)
select r.office, l.lang,
       row_number() over (partition by r.office, l.lang order by l.idx),
       l.idx, p.headline, coalesce(w.reason, e.note, '')
from leaf l
join release r on r.id = l.release
join publication p on p.release = l.release and p.lang = l.lang
left join withdrawal w on w.happening = l.happening
left join edition e on e.release = l.release and e.lang = l.lang and e.number = l.edition
where l.proof is not null and l.kind not in ('release', 'translation');
