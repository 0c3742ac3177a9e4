insert into event_log
  (id, lead, pursuit, type, payload, changed_by, changed_by_name, changed_at)
values
  ('00000000-0000-7000-8000-000000000001', null, null, 'ItemAdded',
   '{"code": "CUR-A", "item": "00000000-0000-7000-8000-000000000002"}', 'dan', 'Dan Ene',
   '2026-11-24 10:00:00Z'),
  ('00000000-0000-7000-8000-000000000003', '00000000-0000-7000-8000-000000000004', null, 'LeadAdded',
   '{"cui": {"digits": "10000008"}, "name": "Șoimul SRL"}', 'ana', 'Ana Pop', '2026-11-24 10:00:00Z'),
  ('00000000-0000-7000-8000-000000000005', '00000000-0000-7000-8000-000000000004',
   '00000000-0000-7000-8000-000000000006', 'OfferAccepted',
   '{"net": {"amount": 1441.75, "currency": "RON"}, "offer": "00000000-0000-7000-8000-000000000007", "number": {"document": {"year": 2026, "series": "OFFER", "ordinal": 1}, "revision": 2}}',
   'ana', 'Ana Pop', '2026-11-25 09:00:00Z');

insert into timeline
  (id, lead, pursuit, type, payload, changed_by, changed_by_name, changed_at)
values
  ('00000000-0000-7000-8000-000000000003', '00000000-0000-7000-8000-000000000004', null, 'LeadAdded',
   '{"cui": {"digits": "10000008"}, "name": "Șoimul SRL"}', 'ana', 'Ana Pop', '2026-11-24 10:00:00Z'),
  ('00000000-0000-7000-8000-000000000008', '00000000-0000-7000-8000-000000000004',
   '00000000-0000-7000-8000-000000000006', 'MeetingHeld',
   '{"at": "2026-11-25T09:00:00Z", "place": "La sediul lor", "meeting": "00000000-0000-7000-8000-000000000009", "responsibility": "00000000-0000-7000-8000-000000000010"}',
   'ana', 'Ana Pop', '2026-11-25 09:00:00Z'),
  ('00000000-0000-7000-8000-000000000005', '00000000-0000-7000-8000-000000000004',
   '00000000-0000-7000-8000-000000000006', 'OfferAccepted',
   '{"net": {"amount": 1441.75, "currency": "RON"}, "offer": "00000000-0000-7000-8000-000000000007", "number": {"document": {"year": 2026, "series": "OFFER", "ordinal": 1}, "revision": 2}}',
   'ana', 'Ana Pop', '2026-11-25 09:00:00Z');

insert into command_result
  (key, fingerprint, result_type, result, claimed_at)
values
  ('the key of adding the lead', '18d4139c178fb792b3349bc6e7f3b30db03863563377dc379fd204dc6f67c5be',
   'ro.parcurs.crm.lead.usecase.LeadRef',
   '{"id": "00000000-0000-7000-8000-000000000004", "version": 1}', '2026-11-25 22:53:43Z');

insert into number_series
  (series, year, last)
values
  ('OFFER', '2026', '1'),
  ('CONTRACT', '2026', '1'),
  ('CLIENT_ORDER', '2026', '1'),
  ('EVALUATION_SHEET', '2026', '2');
