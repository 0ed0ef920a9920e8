-- Each office may hold the same file as a picture of its own, so a picture has an id and its master's digest stands beside it.
-- Pictures from before this keep the digest as their id. "event" makes albums, "look" finds what looks the same.
alter table picture rename column sha256 to id;
alter table picture_word rename column sha256 to picture;
alter table picture add column master text not null default '';
alter table picture add column event text not null default '';
alter table picture add column look text not null default '';
update picture set master = id,
    event = coalesce(doc${json} ->> 'event', ''),
    look = coalesce(doc${json} ->> 'look', '');
create unique index picture_master on picture (master, office);
create index picture_event on picture (office, event);
