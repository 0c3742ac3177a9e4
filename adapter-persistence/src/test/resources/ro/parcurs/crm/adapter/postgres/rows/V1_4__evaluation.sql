insert into evaluation_sheet
  (id, lead, pursuit, responsibility, number, state, currency, exchange_rate, explosion, chapters,
   net, finalised_by, finalised_by_name, finalised_at, added_by, added_by_name, added_at, version,
   changed_by, changed_by_name, changed_at)
values
  ('00000000-0000-7000-8000-000000000026', '00000000-0000-7000-8000-000000000004',
   '00000000-0000-7000-8000-000000000006', '00000000-0000-7000-8000-000000000010', 'FE-2026-00001',
   'FINALISED', 'RON', null, 'COMPONENTS',
   '[{"code": "CUR", "item": "00000000-0000-7000-8000-000000000023", "unit": "buc", "lines": [{"vat": {"code": "21", "exempt": false, "percentage": 21.00}, "code": "CUR-A", "cost": null, "item": "00000000-0000-7000-8000-000000000002", "kind": "SERVICE", "name": "Articol CUR-A", "unit": "buc", "price": {"value": 0.3330, "currency": "RON"}, "category": "Curățenie", "quantity": 300.000, "commission": 2.50}, {"vat": {"code": "21", "exempt": false, "percentage": 21.00}, "code": "CUR-B", "cost": null, "item": "00000000-0000-7000-8000-000000000021", "kind": "SERVICE", "name": "Articol CUR-B", "unit": "buc", "price": {"value": 12.4900, "currency": "RON"}, "category": "Curățenie", "quantity": 35.000, "commission": 2.50}, {"vat": {"code": "21", "exempt": false, "percentage": 21.00}, "code": "CUR-C", "cost": null, "item": "00000000-0000-7000-8000-000000000022", "kind": "PRODUCT", "name": "Articol CUR-C", "unit": "buc", "price": {"value": 7.7700, "currency": "RON"}, "category": "Curățenie", "quantity": 110.000, "commission": 2.50}], "price": {"value": 13.9175, "currency": "RON"}, "title": "Articol CUR", "quantity": 100.000}, {"code": "SAPUN", "item": "00000000-0000-7000-8000-000000000024", "unit": "buc", "lines": [{"vat": {"code": "11", "exempt": false, "percentage": 11.00}, "code": "SAPUN", "cost": null, "item": "00000000-0000-7000-8000-000000000024", "kind": "PRODUCT", "name": "Articol SAPUN", "unit": "buc", "price": {"value": 10.0000, "currency": "RON"}, "category": "Curățenie", "quantity": 5.000, "commission": 2.50}], "price": {"value": 10.0000, "currency": "RON"}, "title": "Articol SAPUN", "quantity": 5.000}]',
   '1441.75', 'ana', 'Ana Pop', '2026-11-25 09:00:00Z', 'ana', 'Ana Pop', '2026-11-25 09:00:00Z', '3',
   'ana', 'Ana Pop', '2026-11-25 09:00:00Z'),
  ('00000000-0000-7000-8000-000000000027', '00000000-0000-7000-8000-000000000011',
   '00000000-0000-7000-8000-000000000016', '00000000-0000-7000-8000-000000000020', 'FE-2026-00002',
   'DRAFT', 'RON', '4.9755', 'COMPONENTS', null, null, null, null, null, 'maria', 'Maria Ștefan',
   '2026-11-24 10:00:00Z', '1', 'maria', 'Maria Ștefan', '2026-11-24 10:00:00Z');

insert into evaluation_sheet_line
  (sheet, place, item, quantity)
values
  ('00000000-0000-7000-8000-000000000026', '0', '00000000-0000-7000-8000-000000000023', '100.000'),
  ('00000000-0000-7000-8000-000000000026', '1', '00000000-0000-7000-8000-000000000024', '5.000');
