-- How long a meeting lasts, and how often it was changed: what invitations to it say.

alter table meeting
  add column length int not null default 60 check (length >= 1),
  add column revision int not null default 0 check (revision >= 0);

alter table meeting
  alter column length drop default,
  alter column revision drop default;
