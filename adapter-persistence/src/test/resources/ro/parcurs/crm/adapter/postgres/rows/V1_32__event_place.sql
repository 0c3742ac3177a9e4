insert into event_cursor (consumer, place) values ('stoc', 2);
