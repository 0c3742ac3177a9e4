-- Price offers, each revision a row.

create table offer (
  id uuid primary key,
  lead uuid not null references lead,
  pursuit uuid not null references pursuit,
  number text not null check (number ~ '^OF-[0-9]{4}-[0-9]{5,10}$'),
  revision int not null check (revision between 1 and 999),
  state text not null check (
    state in (
      'DRAFT', 'SUBMITTED', 'APPROVED', 'FINALISED', 'SENT', 'ACCEPTED', 'REFUSED', 'SUPERSEDED'
    )
  ),
  sheet uuid references evaluation_sheet,
  valid_until date not null,
  -- what it says, and who brought it how far: always read and written whole
  content jsonb not null,
  milestones jsonb not null,
  -- what lists show and search; computed from the content each time it is written
  currency text not null check (currency in ('RON', 'EUR')),
  net numeric(17, 2) not null,
  gross numeric(17, 2) not null,
  search_text text not null,
  drafted_by text not null,
  drafted_by_name text not null,
  drafted_at timestamptz not null,
  version bigint not null check (version >= 1),
  changed_by text not null,
  changed_by_name text not null,
  changed_at timestamptz not null,
  constraint offer_revision_once unique (number, revision)
);

create unique index offer_live_once on offer (pursuit)
where state in ('DRAFT', 'SUBMITTED', 'APPROVED', 'FINALISED', 'SENT');

create index offer_of_lead on offer (lead, drafted_at);
create index offer_of_pursuit on offer (pursuit, drafted_at);
create index offer_of_sheet on offer (sheet);
create index offer_by_draft on offer (drafted_at, revision, id);
