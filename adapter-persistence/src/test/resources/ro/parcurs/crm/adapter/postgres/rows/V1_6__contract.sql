insert into stored_file
  (id, content)
values
  ('00000000-0000-7000-8000-000000000028', E'\\x25504446');

insert into contract
  (id, version, lead, pursuit, number, number_key, signed_on, starts_on, ends_on, payment_term,
   our_representative, client_representative, notes, offer, currency, net, gross, file, file_name,
   file_size, file_sha256, attached_by, attached_by_name, attached_at, added_by, added_by_name,
   added_at, changed_by, changed_by_name, changed_at)
values
  ('00000000-0000-7000-8000-000000000029', '2', '00000000-0000-7000-8000-000000000004',
   '00000000-0000-7000-8000-000000000006', 'CT-2026-00001', 'ct 2026 00001', '2026-11-25',
   '2026-11-25', '2027-11-24', '30', 'Ana Pop', 'Ștefan Țuțea', 'Se prelungește.',
   '00000000-0000-7000-8000-000000000007', 'RON', '1441.75', '1739.52',
   '00000000-0000-7000-8000-000000000028', 'contract semnat.pdf', '4',
   '315d429b7714cedb6ad04ac31240145257692630457f3c88253c5beceac76027', 'ana', 'Ana Pop',
   '2026-11-25 09:00:00Z', 'ana', 'Ana Pop', '2026-11-25 09:00:00Z', 'ana', 'Ana Pop',
   '2026-11-25 09:00:00Z');
