insert into import_run
  (id, file_hash, state, document, version, begun_by, begun_at, changed_by, changed_by_name, changed_at)
values
  ('00000000-0000-7000-8000-000000000060',
   'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', 'RUNNING',
   '{"id": "00000000-0000-7000-8000-000000000060",
     "plan": {"file": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
              "fileName": "leaduri.xlsx", "sheet": "Foaie", "headerRow": 1,
              "places": {"CUI": 0, "NAME": 1}, "ignored": ["Zona"], "duplicates": "SKIP"},
     "state": "RUNNING", "rows": 10, "position": 3,
     "counts": {"read": 2, "added": 1, "updated": 0, "skipped": 0, "failed": 1},
     "stretch": {"since": "2026-11-24T10:00:00Z", "read": 0},
     "begun": {"by": "ana", "name": "Ana Pop", "at": "2026-11-24T10:00:00Z"},
     "changed": {"by": "ana", "name": "Ana Pop", "at": "2026-11-24T10:00:00Z"}, "version": 1}',
   2, 'ana', '2026-11-24 10:00:00Z', 'ana', 'Ana Pop', '2026-11-24 10:00:00Z');

insert into import_failure (run, row_number, faults)
values
  ('00000000-0000-7000-8000-000000000060', 3,
   '[{"field": "cui", "code": "cui-format", "arguments": {}}]');
