-- Programs of others that speak to the desk, each with a token of its own. Only a digest of the token is kept. The trail
-- names an integration by its name, so a name is given once and for ever.
create table integration (
    id      text primary key,
    name    text not null unique check (length(name) between 2 and 40),
    digest  text not null unique check (length(digest) = 64),
    duties  text not null,
    made    bigint not null,
    maker   text not null,
    expires bigint not null
);

create table integration_revoked (
    integration text primary key references integration (id),
    at          bigint not null,
    doer        text not null
);

create table integration_used (
    integration text primary key references integration (id),
    at          bigint not null,
    address     text not null
);

-- What an integration asked with a key of its own, and what it was answered: the same key is never done twice. A row
-- without a status is being answered, or nobody knows what became of it.
create table api_repeat (
    integration text not null references integration (id),
    word        text not null check (length(word) between 1 and 200),
    request     text not null check (length(request) = 64),
    at          bigint not null,
    status      integer,
    type        text,
    headers     text,
    body        ${bytes},
    primary key (integration, word)
);
create index api_repeat_at on api_repeat (at);

-- When what can wait was made of a happening, its PDF files above all: shown to who waits for it, and never read otherwise.
create table paper_run (
    happening text primary key references happening (id),
    at        bigint not null
);
