-- Client orders, and the invoices and payments that the ERP reports.

-- An order never changes.
create table client_order (
  id uuid primary key,
  number text not null,
  lead uuid not null references lead (id),
  pursuit uuid not null references pursuit (id),
  contract uuid not null references contract (id),
  offer uuid not null,
  placed_on date not null,
  currency text not null check (currency in ('RON', 'EUR')),
  gross numeric(17, 2) not null,
  -- net, VAT, gross and the VAT of each rate
  totals jsonb not null,
  placed_by text not null,
  placed_by_name text not null,
  placed_at timestamptz not null
);

create unique index client_order_one_per_number on client_order (number);
create unique index client_order_one_per_pursuit on client_order (pursuit);
create index client_order_of_lead on client_order (lead, placed_at);
create index client_order_of_contract on client_order (contract);
create index client_order_by_date on client_order (placed_on, id);

create table client_order_line (
  client_order uuid not null references client_order (id) on delete cascade,
  position int not null,
  chapter text not null,
  item uuid,
  item_code text,
  item_kind text check (item_kind in ('SERVICE', 'PRODUCT')),
  category text,
  commission numeric(5, 2),
  cost numeric(13, 4),
  cost_currency text check (cost_currency in ('RON', 'EUR')),
  name text not null,
  unit text not null,
  quantity numeric(12, 3) not null,
  price numeric(13, 4) not null,
  currency text not null check (currency in ('RON', 'EUR')),
  vat_code text not null,
  vat_percentage numeric(5, 2) not null,
  vat_exempt boolean not null,
  net numeric(17, 2) not null,
  primary key (client_order, position),
  constraint client_order_line_item_whole check (
    num_nulls(item, item_code, item_kind, category, commission) in (0, 5)
  ),
  constraint client_order_line_cost_whole check ((cost is null) = (cost_currency is null)),
  constraint client_order_line_cost_of_item check (cost is null or item is not null)
);

-- Of each document of the ERP the newest revision. A payment may be here before its invoice.
create table invoice (
  id text primary key,
  revision bigint not null check (revision >= 1),
  client_order uuid not null references client_order (id),
  number text not null,
  stage text not null check (stage in ('DRAFT', 'ISSUED', 'CANCELLED')),
  issued_on date not null,
  due_on date not null,
  amount numeric(17, 2) not null check (amount > 0),
  currency text not null check (currency in ('RON', 'EUR')),
  constraint invoice_due_after_issue check (due_on >= issued_on)
);

create index invoice_of_order on invoice (client_order);

create table payment (
  id text primary key,
  revision bigint not null check (revision >= 1),
  client_order uuid not null references client_order (id),
  invoice text not null,
  paid_on date not null,
  amount numeric(17, 2) not null check (amount > 0),
  currency text not null check (currency in ('RON', 'EUR')),
  cancelled boolean not null
);

create index payment_of_invoice on payment (client_order, invoice);
