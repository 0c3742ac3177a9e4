insert into mail_sending
  (id, version, lead, pursuit, offer, key, message_id, file_sha256, state, attempts, due, trouble,
   answer, since, queued_by, queued_by_name, queued_at)
values
  ('00000000-0000-7000-8000-000000070001', '4', '00000000-0000-7000-8000-000000000004',
   '00000000-0000-7000-8000-000000000006', '00000000-0000-7000-8000-000000000007', 'formular-1',
   '00000000-0000-7000-8000-000000070001@exemplu.ro',
   '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08', 'QUEUED', '1',
   '2026-11-25 09:06:00Z', 'BUSY', '451 4.7.1 reveniți', '2026-11-25 09:05:00Z', 'ana', 'Ana Pop',
   '2026-11-25 09:05:00Z');

insert into mail_message
  (sending, written_at, persons, envelope, plain, html, file_name, file)
values
  ('00000000-0000-7000-8000-000000070001', '2026-11-25 09:05:00Z',
   '{00000000-0000-7000-8000-000000070002}',
   '{"from": {"name": "Exemplu", "address": "vanzari@exemplu.ro"},
     "replyTo": {"name": "Ana Pop", "address": "ana@exemplu.ro"},
     "to": [{"person": "00000000-0000-7000-8000-000000070002",
       "mailbox": {"name": "Ștefan Țuțea", "address": "stefan@exemplu.ro"}}],
     "cc": [], "subject": "Oferta noastră"}',
   'Bună ziua', '<p>Bună ziua</p>', 'Ofertă OF-2026-00001-2.pdf', '\x74657374');

insert into mail_template
  (id, version, romanian, english, changed_by, changed_by_name, changed_at)
values
  (1, 2, '{"subject": "Oferta {number}", "text": "Bună ziua"}',
   '{"subject": "Offer {number}", "text": "Hello"}', 'maria', 'Maria Ștefan',
   '2026-11-25 09:00:00Z');
