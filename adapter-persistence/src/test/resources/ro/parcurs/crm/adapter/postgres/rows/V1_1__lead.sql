insert into lead
  (id, version, cui, name, county, locality, street, postal_code, trade_register_number, vat_state,
   vat_checked_at, registry_state, registry_since, caen, iban, phone, email, website, source,
   notes, priority, tags, owner, state, search_text, name_key, added_by, added_by_name, added_at,
   changed_by, changed_by_name, changed_at)
values
  ('00000000-0000-7000-8000-000000000004', '4', '10000008', 'Șoimul SRL', 'CJ', 'Cluj-Napoca',
   'Str. Lungă 1', '400001', 'J2012002622359', 'PAYER', '2026-11-24 10:00:00Z', 'ACTIVE',
   '2012-10-05', '0119', 'RO49AAAA1B31007593840000', '+40264123456', 'facturi@exemplu.ro',
   'https://exemplu.ro', 'Recomandare', 'Sună după ora 10.', 'HIGH', '{curatenie,sediu}', 'ana',
   'CONTRACTED', 'soimul srl ro10000008 stefan tutea 40264123456 0264123456 40722123456 0722123456',
   'soimul srl', 'ana', 'Ana Pop', '2026-11-24 10:00:00Z', 'ana', 'Ana Pop', '2026-11-25 09:00:00Z'),
  ('00000000-0000-7000-8000-000000000011', '3', '10000016', 'Exemplu SRL', 'CJ', 'Dej', null, null,
   null, null, null, null, null, null, null, null, null, null, null, null, 'NORMAL', '{}', 'maria',
   'ACTIVE', 'exemplu srl ro10000016', 'exemplu srl', 'maria', 'Maria Ștefan', '2026-11-24 10:00:00Z',
   'maria', 'Maria Ștefan', '2026-11-24 10:00:00Z');

insert into contact_person
  (id, lead, position, name, role, phones, emails, is_primary)
values
  ('00000000-0000-7000-8000-000000000012', '00000000-0000-7000-8000-000000000004', '0',
   'Ștefan Țuțea', 'Administrator', '{+40722123456}', '{stefan@exemplu.ro}', 'true');

insert into work_point
  (id, lead, position, name, county, locality, street, postal_code)
values
  ('00000000-0000-7000-8000-000000000013', '00000000-0000-7000-8000-000000000011', '0', 'Exemplu SRL',
   'CJ', 'Dej', 'Str. Lungă 1', '405200');

insert into saved_filter
  (id, user_id, name, filter, sort, descending)
values
  ('00000000-0000-7000-8000-000000000014', 'maria', 'Exemplu SRL',
   '{"text": "", "steps": [], "owners": [], "states": [], "overdue": false, "sources": [], "unowned": false, "counties": [], "priorities": []}',
   'NAME', 'false');
