-- Imports of leads, how far each is, and the rows that were not taken; what stands in those is not kept.
create table import_run (
  id uuid primary key,
  file_hash text not null check (file_hash ~ '^[0-9a-f]{64}$'),
  state text not null check (state in ('RUNNING', 'CANCELLED', 'FINISHED')),
  document jsonb not null,
  version bigint not null,
  begun_by text not null,
  begun_at timestamptz not null,
  changed_by text not null,
  changed_by_name text not null,
  changed_at timestamptz not null
);

create index import_run_unfinished on import_run (file_hash) where state <> 'FINISHED';

create index import_run_of_user on import_run (begun_by, begun_at desc, id desc);

create table import_failure (
  run uuid not null references import_run (id) on delete cascade,
  row_number int not null,
  faults jsonb not null,
  primary key (run, row_number)
);
