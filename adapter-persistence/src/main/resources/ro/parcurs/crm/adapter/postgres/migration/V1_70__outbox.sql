-- Mails with offers: what became of each, what it says, and what mails begin as.

create table mail_sending (
  id uuid primary key,
  version bigint not null check (version >= 1),
  lead uuid not null references lead (id),
  pursuit uuid not null references pursuit (id),
  offer uuid not null references offer (id),
  -- names the intention: nothing is queued twice under it
  key text not null,
  message_id text not null,
  file_sha256 text not null check (file_sha256 ~ '^[0-9a-f]{64}$'),
  state text not null check (
    state in ('QUEUED', 'SENDING', 'HANDING_OVER', 'SENT', 'FAILED', 'PERHAPS_SENT')
  ),
  attempts int not null check (attempts >= 0),
  -- queued: when it is tried; under way: until when whoever has taken it has it; else when it ended
  due timestamptz not null,
  trouble text,
  answer text,
  since timestamptz not null,
  queued_by text not null,
  queued_by_name text not null,
  queued_at timestamptz not null
);

create unique index mail_sending_once on mail_sending (key);
create unique index mail_sending_by_message on mail_sending (message_id);
create index mail_sending_of_lead on mail_sending (lead);
create index mail_sending_of_pursuit on mail_sending (pursuit);
create index mail_sending_of_offer on mail_sending (offer, queued_at);

-- Those that somebody has to look at; the others are history.
create index mail_sending_due on mail_sending (due, id)
where state in ('QUEUED', 'SENDING', 'HANDING_OVER');

-- A message never changes; it is deleted when somebody it went to is to be forgotten.
create table mail_message (
  sending uuid primary key references mail_sending (id),
  written_at timestamptz not null,
  -- the contact persons to whom it goes
  persons text[] not null check (cardinality(persons) >= 1),
  envelope jsonb not null,
  plain text not null,
  html text not null,
  file_name text not null,
  file bytea not null
);

-- The one row is there once somebody has changed what the product came with.
create table mail_template (
  id int primary key check (id = 1),
  version bigint not null check (version >= 1),
  romanian jsonb not null,
  english jsonb not null,
  changed_by text not null,
  changed_by_name text not null,
  changed_at timestamptz not null
);
