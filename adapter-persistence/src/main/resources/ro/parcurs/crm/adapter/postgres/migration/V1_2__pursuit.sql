-- The pursuits of leads, and the responsibilities that they consist of.

create table pursuit (
  id uuid primary key,
  lead uuid not null references lead,
  number int not null check (number >= 1),
  state text not null check (state in ('RUNNING', 'CONTRACTED', 'REFUSED', 'GIVEN_UP')),
  refusal_code text,
  refusal_text text,
  begun_by text not null,
  begun_by_name text not null,
  begun_at timestamptz not null,
  version bigint not null,
  changed_by text not null,
  changed_by_name text not null,
  changed_at timestamptz not null,
  constraint pursuit_refused_for_a_reason check (
    (state = 'REFUSED') = (refusal_code is not null or refusal_text is not null)
  ),
  constraint pursuit_number_once unique (lead, number)
);

create unique index pursuit_running_once on pursuit (lead) where state = 'RUNNING';

create table responsibility (
  id uuid primary key,
  position bigint generated always as identity,
  lead uuid not null references lead,
  pursuit uuid not null references pursuit,
  step text not null check (
    step in ('PROSPECT_CONTACT', 'MEETING_EVALUATION', 'OFFER_NEGOTIATION', 'CONTRACTING')
  ),
  state text not null check (state in ('OPEN', 'CLOSED', 'CANCELLED')),
  assignee text not null,
  deadline timestamptz not null,
  summary text,
  outcome text check (outcome in ('OPEN_NEXT', 'POSTPONED', 'REFUSED', 'COMPLETED')),
  -- how it was closed, whole: the next assignee, the date it was put off to, the reason
  closure jsonb,
  ended_by text,
  ended_by_name text,
  ended_at timestamptz,
  opened_by text not null,
  opened_by_name text not null,
  opened_at timestamptz not null,
  version bigint not null,
  changed_by text not null,
  changed_by_name text not null,
  changed_at timestamptz not null,
  constraint responsibility_closed_with_outcome check (
    (state = 'CLOSED') = (outcome is not null) and (outcome is null) = (closure is null)
  ),
  constraint responsibility_ended_by_somebody check (
    (state = 'OPEN') = (ended_by is null)
    and (ended_by is null) = (ended_by_name is null)
    and (ended_by is null) = (ended_at is null)
  )
);

create unique index responsibility_open_once on responsibility (lead) where state = 'OPEN';
create index responsibility_of_lead on responsibility (lead, position);
create index responsibility_of_pursuit on responsibility (pursuit);
create index responsibility_due on responsibility (assignee, deadline) where state = 'OPEN';

create table contact_attempt (
  responsibility uuid not null references responsibility,
  place int not null,
  means text not null check (means in ('PHONE', 'EMAIL', 'VISIT', 'VIDEO')),
  at timestamptz not null,
  person uuid,
  note text,
  recorded_by text not null,
  recorded_by_name text not null,
  recorded_at timestamptz not null,
  primary key (responsibility, place)
);

create table meeting (
  id uuid primary key,
  responsibility uuid not null references responsibility,
  place int not null,
  state text not null check (state in ('PLANNED', 'HELD', 'CANCELLED')),
  at timestamptz not null,
  location text not null,
  participants jsonb not null,
  minutes text,
  constraint meeting_place_once unique (responsibility, place)
);
