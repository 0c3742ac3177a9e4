insert into mail_sending
  (id, version, lead, pursuit, responsibility, meeting, meeting_at, method, sequence, key,
   message_id, file_sha256, state, attempts, due, trouble, answer, since, queued_by,
   queued_by_name, queued_at)
values
  ('00000000-0000-7000-8000-000000072001', '1', '00000000-0000-7000-8000-000000000004',
   '00000000-0000-7000-8000-000000000006', '00000000-0000-7000-8000-000000000010',
   '00000000-0000-7000-8000-000000071001', '2026-11-26 09:00:00Z', 'CANCEL', '2', 'formular-2',
   '00000000-0000-7000-8000-000000072001@exemplu.ro',
   '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08', 'QUEUED', '0',
   '2026-11-25 09:06:00Z', null, null, '2026-11-25 09:05:00Z', 'ana', 'Ana Pop',
   '2026-11-25 09:05:00Z');

insert into mail_message
  (sending, written_at, persons, envelope, plain, html, file_kind, file_name, file)
values
  ('00000000-0000-7000-8000-000000072001', '2026-11-25 09:05:00Z',
   '{00000000-0000-7000-8000-000000070002}',
   '{"from": {"name": "Exemplu", "address": "vanzari@exemplu.ro"},
     "replyTo": {"name": "Ana Pop", "address": "ana@exemplu.ro"},
     "to": [{"person": "00000000-0000-7000-8000-000000070002",
       "mailbox": {"name": "Ștefan Țuțea", "address": "stefan@exemplu.ro"}}],
     "cc": [], "subject": "Anulare"}',
   'Bună ziua', '<p>Bună ziua</p>', 'CALENDAR_CANCEL', 'invitatie.ics', '\x74657374');
