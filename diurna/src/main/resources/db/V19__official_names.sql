-- Leaves that are of no release: lists of official names. Their places are fixed here as those of leaf are there.
create table other_leaf (
    idx     bigint primary key,
    said    ${bytes} not null,
    at      bigint not null,
    bytes   ${bytes} not null,
    hash    text,
    code    text,
    proof   ${bytes}
);
