-- The places of events in the log: 1, 2, 3 and so on without holes. An event gets its place once it
-- can be seen, from whoever reads; so places are in an order that fits the order of commits.

-- Nobody writes events while those that are there get their places.
lock table event_log in share mode;

create table event_place (
  place bigint primary key check (place >= 1),
  event uuid not null constraint event_place_one_per_event unique references event_log (id)
);

-- One row. Whoever gives places holds it locked. Every event that has no place yet is of a
-- transaction not older than low_txid or has a position above high_position: the second is for a
-- database that was restored into another server, where transactions are counted anew.
create table event_sequencer (
  id smallint primary key check (id = 1),
  last_place bigint not null check (last_place >= 0),
  low_txid xid8 not null,
  high_position bigint not null
);

create unique index event_log_by_position on event_log (position);

insert into event_place (place, event)
select row_number() over (order by unit_end, position), id
from (
  select id, position, max(position) over (partition by txid) as unit_end from event_log
) logged;

insert into event_sequencer (id, last_place, low_txid, high_position)
select 1, count(*), pg_snapshot_xmin(pg_current_snapshot()), coalesce(max(position), 0)
from event_log;

-- How far each consumer has come.
create table event_cursor (
  consumer text primary key,
  place bigint not null check (place >= 0)
);
