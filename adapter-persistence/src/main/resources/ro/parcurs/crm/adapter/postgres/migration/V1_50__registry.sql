-- What the registry said of leads' companies, answer by answer, and the runs that ask it about all.

create table registry_snapshot (
  lead uuid not null references lead (id) on delete cascade,
  answered_at timestamptz not null,
  company jsonb not null,
  primary key (lead, answered_at)
);

create table registry_refresh (
  id uuid primary key,
  version bigint not null check (version >= 1),
  state text not null check (state in ('RUNNING', 'DONE', 'CANCELLED')),
  total bigint not null check (total >= 0),
  done bigint not null check (done >= 0),
  changed bigint not null check (changed >= 0),
  failed bigint not null check (failed >= 0),
  -- the last lead that was asked about; it may be gone since
  cursor_lead uuid,
  busy_until timestamptz,
  started_by text not null,
  started_by_name text not null,
  started_at timestamptz not null,
  constraint registry_refresh_adds_up check (changed + failed <= done)
);

create unique index registry_refresh_one_running on registry_refresh (state)
where state = 'RUNNING';

create index registry_refresh_by_start on registry_refresh (started_at, id);

-- Only active leads are gone through.
create index lead_active on lead (id) where state = 'ACTIVE';
