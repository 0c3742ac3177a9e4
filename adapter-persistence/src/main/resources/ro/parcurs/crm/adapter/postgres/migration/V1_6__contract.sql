-- Contracts, and the files that are kept for them.

-- The content of files; it never changes. At most 10 MiB each.
create table stored_file (
  id uuid primary key,
  content bytea not null check (octet_length(content) between 1 and 10485760)
);

create table contract (
  id uuid primary key,
  version bigint not null check (version >= 1),
  lead uuid not null references lead (id),
  pursuit uuid not null references pursuit (id),
  number text not null,
  -- what searches look into, folded by the application
  number_key text not null,
  signed_on date not null,
  starts_on date not null,
  ends_on date,
  payment_term int not null check (payment_term between 0 and 365),
  our_representative text,
  client_representative text,
  notes text,
  offer uuid,
  currency text check (currency in ('RON', 'EUR')),
  net numeric(17, 2),
  gross numeric(17, 2),
  file uuid references stored_file (id),
  file_name text,
  file_size int,
  file_sha256 text check (file_sha256 ~ '^[0-9a-f]{64}$'),
  attached_by text,
  attached_by_name text,
  attached_at timestamptz,
  added_by text not null,
  added_by_name text not null,
  added_at timestamptz not null,
  changed_by text not null,
  changed_by_name text not null,
  changed_at timestamptz not null,
  constraint contract_term check (ends_on >= starts_on),
  constraint contract_value_whole check (num_nulls(offer, currency, net, gross) in (0, 4)),
  constraint contract_file_whole check (
    num_nulls(file, file_name, file_size, file_sha256, attached_by, attached_by_name, attached_at)
      in (0, 7)
  )
);

create unique index contract_one_per_pursuit on contract (pursuit);
create unique index contract_one_per_number on contract (number);
create index contract_of_lead on contract (lead);
create index contract_by_date on contract (signed_on, id);
create index contract_by_file on contract (file);
