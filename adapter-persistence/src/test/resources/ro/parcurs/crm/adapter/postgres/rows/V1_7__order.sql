insert into client_order
  (id, number, lead, pursuit, contract, offer, placed_on, currency, gross, totals, placed_by,
   placed_by_name, placed_at)
values
  ('00000000-0000-7000-8000-000000000030', 'CC-2026-00001', '00000000-0000-7000-8000-000000000004',
   '00000000-0000-7000-8000-000000000006', '00000000-0000-7000-8000-000000000029',
   '00000000-0000-7000-8000-000000000007', '2026-11-25', 'RON', '1739.52',
   '{"net": {"amount": 1441.75, "currency": "RON"}, "vat": {"amount": 297.77, "currency": "RON"}, "gross": {"amount": 1739.52, "currency": "RON"}, "vatByRate": [{"vat": {"amount": 292.27, "currency": "RON"}, "base": {"amount": 1391.75, "currency": "RON"}, "rate": {"code": "21", "exempt": false, "percentage": 21.00}}, {"vat": {"amount": 5.50, "currency": "RON"}, "base": {"amount": 50.00, "currency": "RON"}, "rate": {"code": "11", "exempt": false, "percentage": 11.00}}]}',
   'ana', 'Ana Pop', '2026-11-25 09:00:00Z');

insert into client_order_line
  (client_order, position, chapter, item, item_code, item_kind, category, commission, cost,
   cost_currency, name, unit, quantity, price, currency, vat_code, vat_percentage, vat_exempt, net)
values
  ('00000000-0000-7000-8000-000000000030', '0', 'Articol CUR', '00000000-0000-7000-8000-000000000002',
   'CUR-A', 'SERVICE', 'Curățenie', '2.50', '0.2000', 'RON', 'Articol CUR-A', 'buc', '300.000',
   '0.3330', 'RON', '21', '21.00', 'false', '99.90'),
  ('00000000-0000-7000-8000-000000000030', '1', 'Articol CUR', '00000000-0000-7000-8000-000000000021',
   'CUR-B', 'SERVICE', 'Curățenie', '2.50', null, null, 'Articol CUR-B', 'buc', '35.000', '12.4900',
   'RON', '21', '21.00', 'false', '437.15'),
  ('00000000-0000-7000-8000-000000000030', '2', 'Articol CUR', '00000000-0000-7000-8000-000000000022',
   'CUR-C', 'PRODUCT', 'Curățenie', '2.50', null, null, 'Articol CUR-C', 'buc', '110.000', '7.7700',
   'RON', '21', '21.00', 'false', '854.70'),
  ('00000000-0000-7000-8000-000000000030', '3', 'Articol SAPUN',
   '00000000-0000-7000-8000-000000000024', 'SAPUN', 'PRODUCT', 'Curățenie', '2.50', null, null,
   'Articol SAPUN', 'buc', '5.000', '10.0000', 'RON', '11', '11.00', 'false', '50.00');

insert into invoice
  (id, revision, client_order, number, stage, issued_on, due_on, amount, currency)
values
  ('F-1/00000000-0000-7000-8000-000000000030', '1', '00000000-0000-7000-8000-000000000030',
   'FCT 1001', 'ISSUED', '2026-11-25', '2026-12-25', '1739.52', 'RON');

insert into payment
  (id, revision, client_order, invoice, paid_on, amount, currency, cancelled)
values
  ('P-1/00000000-0000-7000-8000-000000000030', '1', '00000000-0000-7000-8000-000000000030',
   'F-1/00000000-0000-7000-8000-000000000030', '2026-11-25', '1000.00', 'RON', 'false'),
  ('P-2/00000000-0000-7000-8000-000000000030', '1', '00000000-0000-7000-8000-000000000030',
   'F-1/00000000-0000-7000-8000-000000000030', '2026-11-25', '739.52', 'RON', 'false');
