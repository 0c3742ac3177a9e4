insert into pursuit
  (id, lead, number, state, refusal_code, refusal_text, begun_by, begun_by_name, begun_at, version,
   changed_by, changed_by_name, changed_at)
values
  ('00000000-0000-7000-8000-000000000006', '00000000-0000-7000-8000-000000000004', '1', 'CONTRACTED',
   null, null, 'ana', 'Ana Pop', '2026-11-24 10:00:00Z', '2', 'ana', 'Ana Pop', '2026-11-25 09:00:00Z'),
  ('00000000-0000-7000-8000-000000000015', '00000000-0000-7000-8000-000000000011', '1', 'REFUSED',
   'price', 'Prea scump.', 'maria', 'Maria Ștefan', '2026-11-24 10:00:00Z', '1', 'maria',
   'Maria Ștefan', '2026-11-24 10:00:00Z'),
  ('00000000-0000-7000-8000-000000000016', '00000000-0000-7000-8000-000000000011', '2', 'RUNNING',
   null, null, 'maria', 'Maria Ștefan', '2026-11-24 10:00:00Z', '1', 'maria', 'Maria Ștefan',
   '2026-11-24 10:00:00Z');

insert into responsibility
  (id, lead, pursuit, step, state, assignee, deadline, summary, outcome, closure, ended_by,
   ended_by_name, ended_at, opened_by, opened_by_name, opened_at, version, changed_by,
   changed_by_name, changed_at)
values
  ('00000000-0000-7000-8000-000000000017', '00000000-0000-7000-8000-000000000004',
   '00000000-0000-7000-8000-000000000006', 'PROSPECT_CONTACT', 'CLOSED', 'ana',
   '2026-11-24 13:00:00Z', 'Vor o ofertă de curățenie pentru sediu.', 'OPEN_NEXT',
   '{"type": "OpenNext", "assignee": "ana", "deadline": {"at": "2026-11-27T12:00:00Z"}, "expiryConfirmed": false}',
   'ana', 'Ana Pop', '2026-11-24 12:00:00Z', 'ana', 'Ana Pop', '2026-11-24 10:00:00Z', '4', 'ana',
   'Ana Pop', '2026-11-24 12:00:00Z'),
  ('00000000-0000-7000-8000-000000000010', '00000000-0000-7000-8000-000000000004',
   '00000000-0000-7000-8000-000000000006', 'MEETING_EVALUATION', 'CLOSED', 'ana',
   '2026-11-27 12:00:00Z', 'Sediul are 100 de module.', 'OPEN_NEXT',
   '{"type": "OpenNext", "assignee": "ana", "deadline": {"at": "2026-11-28T09:00:00Z"}, "expiryConfirmed": false}',
   'ana', 'Ana Pop', '2026-11-25 09:00:00Z', 'ana', 'Ana Pop', '2026-11-24 12:00:00Z', '5', 'ana',
   'Ana Pop', '2026-11-25 09:00:00Z'),
  ('00000000-0000-7000-8000-000000000018', '00000000-0000-7000-8000-000000000004',
   '00000000-0000-7000-8000-000000000006', 'OFFER_NEGOTIATION', 'CLOSED', 'ana',
   '2026-11-28 09:00:00Z', null, 'OPEN_NEXT',
   '{"type": "OpenNext", "assignee": "ana", "deadline": {"at": "2026-11-28T09:00:00Z"}, "expiryConfirmed": false}',
   'ana', 'Ana Pop', '2026-11-25 09:00:00Z', 'ana', 'Ana Pop', '2026-11-25 09:00:00Z', '2', 'ana',
   'Ana Pop', '2026-11-25 09:00:00Z'),
  ('00000000-0000-7000-8000-000000000019', '00000000-0000-7000-8000-000000000004',
   '00000000-0000-7000-8000-000000000006', 'CONTRACTING', 'CLOSED', 'ana', '2026-11-28 09:00:00Z',
   null, 'COMPLETED', '{"type": "Completed"}', 'ana', 'Ana Pop', '2026-11-25 09:00:00Z', 'ana',
   'Ana Pop', '2026-11-25 09:00:00Z', '2', 'ana', 'Ana Pop', '2026-11-25 09:00:00Z'),
  ('00000000-0000-7000-8000-000000000020', '00000000-0000-7000-8000-000000000011',
   '00000000-0000-7000-8000-000000000016', 'MEETING_EVALUATION', 'OPEN', 'maria',
   '2026-11-25 10:00:00Z', null, null, null, null, null, null, 'maria', 'Maria Ștefan',
   '2026-11-24 10:00:00Z', '1', 'maria', 'Maria Ștefan', '2026-11-24 10:00:00Z');

insert into contact_attempt
  (responsibility, place, means, at, person, note, recorded_by, recorded_by_name, recorded_at)
values
  ('00000000-0000-7000-8000-000000000017', '0', 'PHONE', '2026-11-24 12:00:00Z',
   '00000000-0000-7000-8000-000000000012', 'A răspuns.', 'ana', 'Ana Pop', '2026-11-24 12:00:00Z');

insert into meeting
  (id, responsibility, place, state, at, location, participants, minutes)
values
  ('00000000-0000-7000-8000-000000000009', '00000000-0000-7000-8000-000000000010', '0', 'HELD',
   '2026-11-25 09:00:00Z', 'La sediul lor',
   '{"others": ["Ana Pop"], "persons": ["00000000-0000-7000-8000-000000000012"]}', 'S-a măsurat.');
