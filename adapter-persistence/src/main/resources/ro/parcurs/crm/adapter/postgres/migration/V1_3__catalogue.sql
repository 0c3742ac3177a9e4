-- The catalogue: items, their recipes, the VAT rates.

create table catalogue_item (
  id uuid primary key,
  code text collate "C" not null,
  name text not null,
  unit text not null,
  kind text not null check (kind in ('SERVICE', 'PRODUCT')),
  category text not null,
  vat_code text not null,
  vat_percentage numeric(5, 2) not null check (vat_percentage between 0 and 100),
  vat_exempt boolean not null,
  commission numeric(5, 2) not null check (commission between 0 and 100),
  -- both empty for an item with a recipe
  price numeric(13, 4) check (price >= 0),
  currency text check (currency in ('RON', 'EUR')),
  cost numeric(13, 4) check (cost >= 0),
  active boolean not null,
  -- what searches look into and names are ordered by, folded by the application
  search_text text not null,
  name_key text collate "C" not null,
  category_key text collate "C" not null,
  version bigint not null check (version >= 1),
  added_by text not null,
  added_by_name text not null,
  added_at timestamptz not null,
  changed_by text not null,
  changed_by_name text not null,
  changed_at timestamptz not null,
  constraint catalogue_item_code_once unique (code),
  constraint catalogue_item_price_whole check ((price is null) = (currency is null)),
  constraint catalogue_item_cost_of_price check (cost is null or price is not null),
  constraint catalogue_item_exempt_at_nothing check (not vat_exempt or vat_percentage = 0)
);

create index catalogue_item_by_name on catalogue_item (name_key, code);

create table recipe_component (
  item uuid not null references catalogue_item,
  place int not null check (place >= 0),
  component uuid not null references catalogue_item,
  quantity numeric(12, 3) not null check (quantity > 0),
  primary key (item, place),
  constraint recipe_component_once unique (item, component),
  constraint recipe_component_not_itself check (component <> item)
);

create index recipe_component_used_in on recipe_component (component);

-- Its one row is locked by whoever changes recipes or prices, so that they do it one after another.
create table recipe_lock (
  id int primary key check (id = 1)
);

insert into recipe_lock (id) values (1);

-- All rates are changed together: the one row of vat_rate_book counts the changes.
create table vat_rate_book (
  id int primary key check (id = 1),
  version bigint not null check (version >= 1),
  changed_by text,
  changed_by_name text,
  changed_at timestamptz
);

create table vat_rate (
  code text not null,
  percentage numeric(5, 2) not null check (percentage between 0 and 100),
  exempt boolean not null,
  valid_from date not null,
  valid_until date,
  primary key (code, valid_from),
  constraint vat_rate_ends_after_its_beginning check (valid_until >= valid_from),
  constraint vat_rate_exempt_at_nothing check (not exempt or percentage = 0)
);

-- What was in force in Romania: 21 % and 11 % since 1 August 2025 (Law 141/2025).
insert into vat_rate_book (id, version) values (1, 1);
insert into vat_rate (code, percentage, exempt, valid_from, valid_until)
values
  ('21', 21, false, date '2025-08-01', null),
  ('11', 11, false, date '2025-08-01', null),
  ('0', 0, false, date '2017-01-01', null),
  ('SCUTIT', 0, true, date '2017-01-01', null),
  ('19', 19, false, date '2017-01-01', date '2025-07-31'),
  ('9', 9, false, date '2017-01-01', date '2026-07-31'),
  ('5', 5, false, date '2017-01-01', date '2025-07-31');
