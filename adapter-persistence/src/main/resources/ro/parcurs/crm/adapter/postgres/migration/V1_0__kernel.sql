-- What every use case leaves behind, written in its own transaction.

-- Every domain event. It is read in the order (txid, position), and only up to the oldest
-- transaction still under way: whoever reads on from there misses nothing that is committed later.
create table event_log (
  id uuid primary key,
  txid xid8 not null default pg_current_xact_id(),
  position bigint generated always as identity,
  lead uuid,
  pursuit uuid,
  type text not null,
  payload jsonb not null,
  changed_by text not null,
  changed_by_name text not null,
  changed_at timestamptz not null
);

create unique index event_log_in_order on event_log (txid, position);

-- The history of each lead. It references no lead, so that it can be kept by a role of its own.
create table timeline (
  id uuid primary key,
  position bigint generated always as identity,
  lead uuid not null,
  pursuit uuid,
  type text not null,
  payload jsonb not null,
  changed_by text not null,
  changed_by_name text not null,
  changed_at timestamptz not null
);

create unique index timeline_of_lead on timeline (lead, position);

-- The results of commands that were given with an idempotency key. A row is there, without a
-- result, only while the command is being carried out.
create table command_result (
  key text primary key,
  fingerprint text not null,
  result_type text,
  result jsonb,
  -- for housekeeping only, so by the database's own clock
  claimed_at timestamptz not null default now(),
  constraint command_result_whole check ((result_type is null) = (result is null))
);

create index command_result_by_age on command_result (claimed_at);

-- The last number given in each series and year. A number is taken and given back with its
-- transaction, so there are no holes.
create table number_series (
  series text not null,
  year int not null check (year between 2000 and 9999),
  last int not null check (last >= 1),
  primary key (series, year)
);
