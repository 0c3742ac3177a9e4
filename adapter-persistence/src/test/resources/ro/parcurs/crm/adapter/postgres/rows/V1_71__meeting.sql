insert into meeting
  (id, responsibility, place, state, at, length, location, participants, minutes, revision)
values
  ('00000000-0000-7000-8000-000000071001', '00000000-0000-7000-8000-000000000010', '1',
   'CANCELLED', '2026-11-26 09:00:00Z', '90', 'La noi',
   '{"others": [], "persons": ["00000000-0000-7000-8000-000000000012"]}', null, '2');
