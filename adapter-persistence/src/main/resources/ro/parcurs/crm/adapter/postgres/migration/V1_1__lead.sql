-- Leads with the people and the sites known of them, and the filters that users have saved.

create table lead (
  id uuid primary key,
  version bigint not null check (version >= 1),
  cui text not null constraint lead_cui_form check (cui ~ '^[1-9][0-9]{1,9}$'),
  name text not null,
  county text not null check (county ~ '^[A-Z]{1,2}$'),
  locality text not null,
  street text,
  postal_code text,
  trade_register_number text,
  vat_state text check (vat_state in ('PAYER', 'NON_PAYER')),
  vat_checked_at timestamptz,
  registry_state text check (registry_state in ('ACTIVE', 'INACTIVE', 'STRUCK_OFF')),
  registry_since date,
  caen text,
  iban text,
  phone text,
  email text,
  website text,
  source text,
  notes text,
  priority text not null check (priority in ('LOW', 'NORMAL', 'HIGH', 'URGENT')),
  priority_rank smallint not null generated always as (
    case priority when 'LOW' then 0 when 'NORMAL' then 1 when 'HIGH' then 2 else 3 end
  ) stored,
  tags text[] not null,
  owner text,
  state text not null check (state in ('INACTIVE', 'ACTIVE', 'CONTRACTED', 'REFUSED')),
  -- what searches look into and names are ordered by, folded by the application
  search_text text not null,
  name_key text collate "C" not null,
  added_by text not null,
  added_by_name text not null,
  added_at timestamptz not null,
  changed_by text not null,
  changed_by_name text not null,
  changed_at timestamptz not null,
  constraint lead_vat_whole check (vat_state is not null or vat_checked_at is null),
  constraint lead_registry_whole check (registry_state is not null or registry_since is null)
);

create unique index lead_one_per_cui on lead (cui);
create index lead_by_owner on lead (owner);
create index lead_by_name on lead (name_key, id);
create index lead_by_priority on lead (priority_rank, id);
create index lead_by_addition on lead (added_at, id);
create index lead_by_change on lead (changed_at, id);

create table contact_person (
  id uuid primary key,
  lead uuid not null references lead (id) on delete cascade,
  position int not null,
  name text not null,
  role text,
  phones text[] not null,
  emails text[] not null,
  is_primary boolean not null,
  constraint contact_person_in_order unique (lead, position)
);

create unique index contact_person_one_primary on contact_person (lead) where is_primary;

create table work_point (
  id uuid primary key,
  lead uuid not null references lead (id) on delete cascade,
  position int not null,
  name text not null,
  county text not null check (county ~ '^[A-Z]{1,2}$'),
  locality text not null,
  street text not null,
  postal_code text,
  constraint work_point_in_order unique (lead, position)
);

create table saved_filter (
  id uuid primary key,
  user_id text not null,
  name text not null,
  filter jsonb not null,
  sort text not null check (sort in ('NAME', 'PRIORITY', 'DEADLINE', 'ADDED', 'CHANGED')),
  descending boolean not null,
  constraint saved_filter_one_per_name unique (user_id, name)
);
