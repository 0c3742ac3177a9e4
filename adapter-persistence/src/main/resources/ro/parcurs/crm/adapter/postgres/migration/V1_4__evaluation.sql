-- Evaluation sheets: items by quantity, and what was frozen when they were finalised.

create table evaluation_sheet (
  id uuid primary key,
  position bigint generated always as identity,
  lead uuid not null references lead,
  pursuit uuid not null references pursuit,
  responsibility uuid not null references responsibility,
  number text not null,
  state text not null check (state in ('DRAFT', 'FINALISED', 'DISCARDED')),
  currency text not null check (currency in ('RON', 'EUR')),
  exchange_rate numeric(8, 4) check (exchange_rate > 0),
  explosion text not null check (explosion in ('COMPONENTS', 'LEAVES')),
  -- the chapters with their prices, whole, as they were when the sheet was finalised
  chapters jsonb,
  net numeric(17, 2),
  finalised_by text,
  finalised_by_name text,
  finalised_at timestamptz,
  added_by text not null,
  added_by_name text not null,
  added_at timestamptz not null,
  version bigint not null check (version >= 1),
  changed_by text not null,
  changed_by_name text not null,
  changed_at timestamptz not null,
  constraint evaluation_sheet_number_once unique (number),
  constraint evaluation_sheet_frozen_when_finalised check (
    (state = 'FINALISED') = (chapters is not null)
    and (state = 'FINALISED') = (net is not null)
    and (state = 'FINALISED') = (finalised_by is not null)
    and (state = 'FINALISED') = (finalised_by_name is not null)
    and (state = 'FINALISED') = (finalised_at is not null)
  )
);

create unique index evaluation_sheet_live_once on evaluation_sheet (pursuit)
where state <> 'DISCARDED';
create index evaluation_sheet_in_order on evaluation_sheet (position);
create index evaluation_sheet_of_lead on evaluation_sheet (lead, position);
create index evaluation_sheet_of_pursuit on evaluation_sheet (pursuit);
create index evaluation_sheet_of_responsibility on evaluation_sheet (responsibility);

create table evaluation_sheet_line (
  sheet uuid not null references evaluation_sheet,
  place int not null check (place >= 0),
  item uuid not null references catalogue_item,
  quantity numeric(12, 3) not null check (quantity > 0),
  primary key (sheet, place)
);

create index evaluation_sheet_line_of_item on evaluation_sheet_line (item);
