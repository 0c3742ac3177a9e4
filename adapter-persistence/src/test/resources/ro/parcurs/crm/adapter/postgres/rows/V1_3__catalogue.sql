insert into catalogue_item
  (id, code, name, unit, kind, category, vat_code, vat_percentage, vat_exempt, commission, price,
   currency, cost, active, search_text, name_key, category_key, version, added_by, added_by_name,
   added_at, changed_by, changed_by_name, changed_at)
values
  ('00000000-0000-7000-8000-000000000002', 'CUR-A', 'Articol CUR-A', 'buc', 'SERVICE', 'Curățenie',
   '21', '21.00', 'false', '2.50', '0.3330', 'RON', '0.2000', 'true', 'cur a articol cur a curatenie',
   'articol cur a', 'curatenie', '1', 'dan', 'Dan Ene', '2026-11-24 10:00:00Z', 'dan', 'Dan Ene',
   '2026-11-24 10:00:00Z'),
  ('00000000-0000-7000-8000-000000000021', 'CUR-B', 'Articol CUR-B', 'buc', 'SERVICE', 'Curățenie',
   '21', '21.00', 'false', '2.50', '12.4900', 'RON', null, 'true', 'cur b articol cur b curatenie',
   'articol cur b', 'curatenie', '1', 'dan', 'Dan Ene', '2026-11-24 10:00:00Z', 'dan', 'Dan Ene',
   '2026-11-24 10:00:00Z'),
  ('00000000-0000-7000-8000-000000000022', 'CUR-C', 'Articol CUR-C', 'buc', 'PRODUCT', 'Curățenie',
   '21', '21.00', 'false', '2.50', '7.7700', 'RON', null, 'true', 'cur c articol cur c curatenie',
   'articol cur c', 'curatenie', '1', 'dan', 'Dan Ene', '2026-11-24 10:00:00Z', 'dan', 'Dan Ene',
   '2026-11-24 10:00:00Z'),
  ('00000000-0000-7000-8000-000000000023', 'CUR', 'Articol CUR', 'buc', 'SERVICE', 'Curățenie', '21',
   '21.00', 'false', '2.50', null, null, null, 'true', 'cur articol cur curatenie', 'articol cur',
   'curatenie', '1', 'dan', 'Dan Ene', '2026-11-24 10:00:00Z', 'dan', 'Dan Ene', '2026-11-24 10:00:00Z'),
  ('00000000-0000-7000-8000-000000000024', 'SAPUN', 'Articol SAPUN', 'buc', 'PRODUCT', 'Curățenie',
   '11', '11.00', 'false', '2.50', '10.0000', 'RON', null, 'true', 'sapun articol sapun curatenie',
   'articol sapun', 'curatenie', '1', 'dan', 'Dan Ene', '2026-11-24 10:00:00Z', 'dan', 'Dan Ene',
   '2026-11-24 10:00:00Z'),
  ('00000000-0000-7000-8000-000000000025', 'X', 'Exemplu SRL', 'buc', 'PRODUCT', 'Exemplu SRL', '21',
   '21.00', 'false', '1.00', '10.0000', 'RON', null, 'true', 'x exemplu srl exemplu srl',
   'exemplu srl', 'exemplu srl', '1', 'dan', 'Dan Ene', '2026-11-24 10:00:00Z', 'dan', 'Dan Ene',
   '2026-11-24 10:00:00Z');

insert into recipe_component
  (item, place, component, quantity)
values
  ('00000000-0000-7000-8000-000000000023', '0', '00000000-0000-7000-8000-000000000002', '3.000'),
  ('00000000-0000-7000-8000-000000000023', '1', '00000000-0000-7000-8000-000000000021', '0.350'),
  ('00000000-0000-7000-8000-000000000023', '2', '00000000-0000-7000-8000-000000000022', '1.100');

update vat_rate_book
set version = 2, changed_by = 'dan', changed_by_name = 'Dan Ene', changed_at = '2026-11-24 10:00:00Z';
