-- Mails about meetings, beside those with offers.

alter table mail_sending
  alter column offer drop not null,
  add column responsibility uuid references responsibility (id),
  add column meeting uuid references meeting (id),
  add column meeting_at timestamptz,
  add column method text check (method in ('REQUEST', 'CANCEL')),
  add column sequence int check (sequence >= 0),
  -- about an offer or about a meeting
  add constraint mail_sending_of_one_matter check (
    num_nonnulls(offer, meeting) = 1
    and num_nonnulls(responsibility, meeting, meeting_at, method, sequence) in (0, 5)
  );

create index mail_sending_of_responsibility on mail_sending (responsibility, queued_at);
create index mail_sending_of_meeting on mail_sending (meeting);

-- What is in the file, which tells how it travels.
alter table mail_message
  add column file_kind text not null default 'PDF' check (
    file_kind in ('PDF', 'CALENDAR_REQUEST', 'CALENDAR_CANCEL')
  );

alter table mail_message
  alter column file_kind drop default;
